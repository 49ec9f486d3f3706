using Crawler.Contracts.Sites;
using Crawler.Pages;
using Crawler.Storage.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crawler.Fetching.Tests.Support;

/// <summary>Fetching as a worker has it, on a store of its own or one that is shared with other workers.</summary>
internal sealed class FetchingRig : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public FetchingRig(
        IDocumentStore? store = null, TimeProvider? time = null, Action<FetchingOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        Store = store ?? new MemoryStore();
        var all = new ServiceCollection();
        all.AddLogging(l => l.SetMinimumLevel(LogLevel.Debug).AddProvider(Logs));
        all.AddSingleton(Store);
        all.AddSingleton(time ?? TimeProvider.System);
        all.AddSingleton(new Jitter(() => 0.5));
        services?.Invoke(all);
        all.AddFetching(configure);
        _services = all.BuildServiceProvider();
    }

    public IDocumentStore Store { get; }

    public LogBook Logs { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<FetchOutcome> FetchAsync(
        SiteDefinition site, Uri url, PageKind kind = PageKind.Search, bool conditional = false, bool screenshot = false, CancellationToken cancellationToken = default) =>
        Get<IPageFetcher>()
            .FetchAsync(site, new FetchRequest { Url = url, Kind = kind, Conditional = conditional, Screenshot = screenshot }, cancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
