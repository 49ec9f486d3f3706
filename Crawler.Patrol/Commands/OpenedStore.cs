using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands;

/// <summary>A store that a command has opened for itself and closes when it is done.</summary>
internal sealed class OpenedStore(IDocumentStore store, IAsyncDisposable connection) : IAsyncDisposable
{
    public IDocumentStore Documents => store;

    public static OpenedStore Of<TStore>(TStore store)
        where TStore : IDocumentStore, IAsyncDisposable => new(store, store);

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
