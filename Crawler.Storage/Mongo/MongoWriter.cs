using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Counts;
using Crawler.Storage.Mongo.Layout;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Crawler.Storage.Mongo;

/// <summary>Writes documents by their version, recognises writes of its own whose answer was lost, and has them counted.</summary>
/// <param name="counts">Null: the collection keeps no counts.</param>
internal sealed class MongoWriter(MongoDatabase database, MongoShape shape, CountChanges? counts)
{
    private static readonly FindOneAndReplaceOptions<BsonDocument> Replacing = new()
    {
        ReturnDocument = ReturnDocument.Before,
        Projection = MongoDatabase.Members([MongoShape.FieldsMember]),
    };

    private static readonly FindOneAndDeleteOptions<BsonDocument> Deleting = new() { Projection = MongoDatabase.Members([MongoShape.FieldsMember]) };

    private IMongoCollection<BsonDocument> Collection => database.Collection(shape.Name);

    public async Task<bool> InsertIfAbsentAsync(BsonDocument document, CancellationToken cancellationToken)
    {
        string key = document["_id"].AsString;
        bool inserted = await CountedAsync(database.InsertIfAbsentAsync(
            shape.Name, document, cancellationToken, async () => await VersionAsync(key, cancellationToken) == document[MongoShape.VersionMember].AsInt64));
        if (inserted)
        {
            counts?.Add(null, FieldsOf(document));
        }

        return inserted;
    }

    /// <param name="document">With its new version.</param>
    /// <param name="version">That it must have.</param>
    public async Task<bool> ReplaceIfVersionAsync(BsonDocument document, long version, CancellationToken cancellationToken)
    {
        string key = document["_id"].AsString;
        long next = document[MongoShape.VersionMember].AsInt64;
        var exactly = Exactly(key, version);
        if (counts is null)
        {
            // Cheaper: to give back what was there before, a replica set keeps it for a while.
            var (found, sentTwice) = await database.ReplaceAsync(shape.Name, exactly, document, cancellationToken);
            return found || (sentTwice && await HasReplacedAsync(key, next, cancellationToken));
        }

        var (replaced, mayHaveRunBefore) = await CountedAsync(database.WriteAsync(
            token => Collection.FindOneAndReplaceAsync(exactly, document, Replacing, token), cancellationToken));
        if (replaced is not null)
        {
            counts.Add(FieldsOf(replaced), FieldsOf(document));
            return true;
        }

        return mayHaveRunBefore && Unknown(await HasReplacedAsync(key, next, cancellationToken));
    }

    /// <param name="version">Null: whatever version it has.</param>
    public async Task<bool> DeleteAsync(string key, long? version, CancellationToken cancellationToken)
    {
        var exactly = Exactly(key, version);
        var (deleted, mayHaveRunBefore) = await CountedAsync(database.WriteAsync(
            token => Collection.FindOneAndDeleteAsync(exactly, Deleting, token), cancellationToken));
        if (deleted is not null)
        {
            counts?.Add(FieldsOf(deleted), null);
            return true;
        }

        return mayHaveRunBefore && Unknown(await VersionAsync(key, cancellationToken) is null);
    }

    /// <summary>Waits for a write. One that ends in an exception may have been done.</summary>
    private async Task<T> CountedAsync<T>(Task<T> write)
    {
        try
        {
            return await write;
        }
        catch
        {
            counts?.AddUnknown();
            throw;
        }
    }

    /// <summary>A write was done, and the answer that said what was there before is lost.</summary>
    private bool Unknown(bool done)
    {
        if (done)
        {
            counts?.AddUnknown();
        }

        return done;
    }

    private static BsonDocument FieldsOf(BsonDocument document) => document.GetValue(MongoShape.FieldsMember, null) as BsonDocument ?? [];

    private static BsonDocument Exactly(string key, long? version)
    {
        var filter = new BsonDocument { ["_id"] = key };
        return version is { } exact ? filter.Add(MongoShape.VersionMember, exact) : filter;
    }

    /// <summary>
    /// The answer to an earlier try was lost. Its version tells whether it is what the document has now; a younger one may have replaced it, or anything
    /// else.
    /// </summary>
    /// <exception cref="StoreException">Nobody can tell.</exception>
    private async Task<bool> HasReplacedAsync(string key, long next, CancellationToken cancellationToken)
    {
        long? now = await VersionAsync(key, cancellationToken);
        return now > next
            ? throw new StoreException(StoreProblem.Uncertain,
                $"{database.Place}: the connection broke while '{key}' of {shape.Name} was replaced, and somebody else has replaced it since. Whether this change was part of it is unknown. Read it and decide anew")
            : now == next;
    }

    private async Task<long?> VersionAsync(string key, CancellationToken cancellationToken) =>
        (await database.FindAsync(shape.Name, key, cancellationToken, MongoShape.VersionMember))?[MongoShape.VersionMember].ToInt64();
}
