using System.Runtime.CompilerServices;

namespace Crawler.Storage.Documents;

/// <summary>What follows from the port's operations, the same for every adapter.</summary>
public static class DocumentStoreExtensions
{
    /// <summary>
    /// Reads, changes and writes a document until no one else wrote in between. <paramref name="change"/> gets null when there is none yet; returning null,
    /// or the same instance, leaves things as they are.
    /// </summary>
    /// <returns>The document as stored afterwards, or null when there is none.</returns>
    public static async Task<T?> UpdateAsync<T>(
        this IDocumentStore store, DocumentCollection<T> collection, string key, Func<T?, T?> change, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var stored = await store.GetAsync(collection, key, cancellationToken);
            T? changed = change(stored?.Value);
            if (changed is null || ReferenceEquals(changed, stored?.Value))
            {
                return stored?.Value;
            }

            bool written = stored is null
                ? await store.InsertIfAbsentAsync(collection, changed, cancellationToken)
                : await store.ReplaceIfVersionAsync(collection, changed, stored.Version, cancellationToken);
            if (written)
            {
                return changed;
            }
        }
    }

    /// <summary>All answers, page by page.</summary>
    public static async IAsyncEnumerable<Stored<T>> QueryAllAsync<T>(
        this IDocumentStore store, DocumentCollection<T> collection, DocumentQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        string? after = query.After;
        do
        {
            var page = await store.QueryAsync(collection, query with { After = after }, cancellationToken);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            after = page.Next;
        }
        while (after is not null);
    }
}
