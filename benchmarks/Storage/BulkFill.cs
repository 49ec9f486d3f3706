using Crawler.Contracts.Listings;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Mongo.Layout;
using MongoDB.Bson;
using MongoDB.Driver;

namespace CyberPatrol.Benchmarks.Storage;

/// <summary>Fills a store faster than captures do: nobody waits for one listing, so a thousand go to disk together.</summary>
internal static class BulkFill
{
    private const int Together = 1000;

    /// <summary>Through the store's own writer, which takes whatever is waiting into one transaction.</summary>
    public static async Task SqliteAsync(IDocumentStore store, ListingFactory factory, int from, int to, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(Batches(from, to), Options(4, cancellationToken), async (batch, token) =>
            await Task.WhenAll(Enumerable.Range(batch.From, batch.Count).Select(n => store.InsertIfAbsentAsync(LedgerCollections.Listings, factory.Create(n), token))));
    }

    /// <summary>As the store would write them, before the collection has any index but its key's: building one over what is there takes a fraction of keeping it up to date.</summary>
    public static async Task MongoAsync(MongoDocumentStore store, ListingFactory factory, int from, int to, CancellationToken cancellationToken)
    {
        var layout = new MongoLayout<Listing>(LedgerCollections.Listings);
        await Parallel.ForEachAsync(Batches(from, to), Options(2, cancellationToken), async (batch, token) =>
        {
            BsonDocument[] documents = [.. Enumerable.Range(batch.From, batch.Count).Select(factory.Create).Select((l, i) => layout.ToBson(layout.KeyOf(l), l, batch.From + i + 1, store.Database.Place))];
            foreach (var message in documents.Chunk(Together / 4))
            {
                await store.Database.Collection(layout.Shape.Name).InsertManyAsync(message, new InsertManyOptions { IsOrdered = true }, token);
            }
        });
    }

    private static IEnumerable<(int From, int Count)> Batches(int from, int to)
    {
        for (int at = from; at < to; at += Together)
        {
            yield return (at, Math.Min(Together, to - at));
        }
    }

    private static ParallelOptions Options(int callers, CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = callers, CancellationToken = cancellationToken };
}
