using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Counts;
using Crawler.Storage.Mongo.Layout;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Crawler.Storage.Mongo;

/// <summary>Writes documents by their version, recognises writes of its own whose answer was lost, and has them counted.</summary>
/// <param name="counts">Null: the collection keeps no counts.</param>
internal sealed class MongoWriter(MongoDatabase database, MongoShape shape, CollectionCounts? counts)
{
    private static readonly ProjectionDefinition<BsonDocument> Fields = MongoDatabase.Members([MongoShape.FieldsMember]);

    private IMongoCollection<BsonDocument> Collection => database.Collection(shape.Name);

    public async Task<bool> InsertIfAbsentAsync(BsonDocument document, CancellationToken cancellationToken)
    {
        string key = document["_id"].AsString;
        Task<bool> InsertAsync() => database.InsertIfAbsentAsync(
            shape.Name, document, cancellationToken, async () => await VersionAsync(key, cancellationToken) == document[MongoShape.VersionMember].AsInt64);
        return counts is null ? await InsertAsync() : await counts.WriteAsync(
            async () =>
            {
                bool inserted = await InsertAsync();
                return new CountedWrite(inserted, null, inserted ? FieldsOf(document) : null);
            },
            cancellationToken);
    }

    /// <param name="document">With its new version.</param>
    /// <param name="version">That it must have.</param>
    public Task<bool> ReplaceIfVersionAsync(BsonDocument document, long version, CancellationToken cancellationToken)
    {
        string key = document["_id"].AsString;
        var exactly = Exactly(key, version);
        if (counts is null)
        {
            return ReplaceAsync();
        }

        var before = new FindOneAndReplaceOptions<BsonDocument> { ReturnDocument = ReturnDocument.Before, Projection = Fields };
        return counts.WriteAsync(
            async () =>
            {
                var (replaced, mayHaveRunBefore) = await database.WriteAsync(token => Collection.FindOneAndReplaceAsync(exactly, document, before, token), cancellationToken);
                return replaced is not null ? new CountedWrite(true, FieldsOf(replaced), FieldsOf(document))
                    : mayHaveRunBefore && await HasReplacedAsync(key, document[MongoShape.VersionMember].AsInt64, cancellationToken) ? CountedWrite.Unknown
                    : new CountedWrite(false, null, null);
            },
            cancellationToken);

        async Task<bool> ReplaceAsync()
        {
            var (result, mayHaveRunBefore) = await database.WriteAsync(token => Collection.ReplaceOneAsync(exactly, document, cancellationToken: token), cancellationToken);
            return result.MatchedCount > 0 || (mayHaveRunBefore && await HasReplacedAsync(key, document[MongoShape.VersionMember].AsInt64, cancellationToken));
        }
    }

    /// <param name="version">Null: whatever version it has.</param>
    public Task<bool> DeleteAsync(string key, long? version, CancellationToken cancellationToken)
    {
        var exactly = Exactly(key, version);
        if (counts is null)
        {
            return DeleteOneAsync();
        }

        return counts.WriteAsync(
            async () =>
            {
                var (deleted, mayHaveRunBefore) = await database.WriteAsync(
                    token => Collection.FindOneAndDeleteAsync(exactly, new FindOneAndDeleteOptions<BsonDocument> { Projection = Fields }, token), cancellationToken);
                return deleted is not null ? new CountedWrite(true, FieldsOf(deleted), null)
                    : mayHaveRunBefore && await VersionAsync(key, cancellationToken) is null ? CountedWrite.Unknown
                    : new CountedWrite(false, null, null);
            },
            cancellationToken);

        async Task<bool> DeleteOneAsync()
        {
            var (result, mayHaveRunBefore) = await database.WriteAsync(token => Collection.DeleteOneAsync(exactly, token), cancellationToken);
            return result.DeletedCount > 0 || (mayHaveRunBefore && await VersionAsync(key, cancellationToken) is null);
        }
    }

    private static BsonDocument FieldsOf(BsonDocument document) => document.GetValue(MongoShape.FieldsMember, null) as BsonDocument ?? [];

    private static FilterDefinition<BsonDocument> Exactly(string key, long? version)
    {
        var filter = Builders<BsonDocument>.Filter;
        return version is { } exact ? filter.Eq("_id", key) & filter.Eq(MongoShape.VersionMember, exact) : filter.Eq("_id", key);
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
