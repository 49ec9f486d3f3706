using System.Globalization;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Crawler.Storage.Mongo.Layout;

/// <summary>
/// Looks after what a database needs beside its documents. <c>cyberpatrol_meta</c> says which schema the database has and by which declaration each
/// collection was last indexed.
/// </summary>
internal sealed class MongoKeeper(MongoDatabase database, ILogger log)
{
    /// <summary>What this program writes.</summary>
    public const int SchemaVersion = 1;

    private const string Meta = "cyberpatrol_meta";
    private const string SchemaId = "schema";
    private const int RebuiltAtOnce = 100;

    /// <summary>Makes a new database a store, and refuses one of another schema without touching it.</summary>
    public async Task CheckSchemaAsync(CancellationToken cancellationToken)
    {
        if (await MetaAsync(SchemaId, cancellationToken) is null)
        {
            await database.InsertIfAbsentAsync(Meta, new BsonDocument { ["_id"] = SchemaId, ["schema"] = SchemaVersion }, cancellationToken);
        }

        var recorded = (await MetaAsync(SchemaId, cancellationToken))?.GetValue("schema", BsonNull.Value);
        long found = recorded is { IsNumeric: true } ? recorded.ToInt64() : throw new StoreException(
            StoreProblem.Corrupt, $"{database.Place}: the database does not say which schema it has ({Meta}). Restore it from the backup");
        if (found != SchemaVersion)
        {
            throw new StoreException(StoreProblem.NewerSchema, found > SchemaVersion
                ? string.Create(CultureInfo.InvariantCulture,
                    $"{database.Place}: the database has schema {found}, this program knows schemas up to {SchemaVersion}. Nothing was changed. Update this program, or restore the backup made before the update")
                : string.Create(CultureInfo.InvariantCulture,
                    $"{database.Place}: the database has schema {found}, this program needs schema {SchemaVersion}. Nothing was changed. Upgrade it first with the version of this program that came before"));
        }
    }

    /// <summary>Creates a collection's indexes; computes what is computed anew when the declaration has changed.</summary>
    /// <param name="recompute">The computed members of a document as stored, its version included.</param>
    public async Task EnsureAsync(MongoShape shape, Func<BsonDocument, BsonDocument> recompute, CancellationToken cancellationToken)
    {
        string id = $"collection {shape.Name}";
        var known = await MetaAsync(id, cancellationToken);
        if (known is null)
        {
            await CreateIndexesAsync(shape, cancellationToken);
            await database.InsertIfAbsentAsync(Meta, Record(id, shape), cancellationToken);
            return;
        }

        long indexVersion = known["indexVersion"].ToInt64();
        if (indexVersion > shape.IndexVersion)
        {
            throw new StoreException(StoreProblem.NewerSchema, string.Create(CultureInfo.InvariantCulture,
                $"{database.Place}: the collection '{shape.Name}' has index version {indexVersion}, this program knows versions up to {shape.IndexVersion}. Nothing was changed. Update this program, or restore the backup made before the update"));
        }

        bool isNew = !string.Equals(known["declaration"].AsString, shape.Declaration, StringComparison.Ordinal);
        await CreateIndexesAsync(shape, cancellationToken);
        if (isNew)
        {
            Log.RebuildingIndexes(log, shape.Name);
            long documents = await RecomputeAsync(shape, recompute, cancellationToken);
            await database.ReplaceAsync(Meta, new BsonDocument { ["_id"] = id }, Record(id, shape), cancellationToken);
            Log.RebuiltIndexes(log, shape.Name, documents);
        }
    }

    private static BsonDocument Record(string id, MongoShape shape) => new() { ["_id"] = id, ["declaration"] = shape.Declaration, ["indexVersion"] = shape.IndexVersion };

    private Task<BsonDocument?> MetaAsync(string id, CancellationToken cancellationToken) => database.FindAsync(Meta, id, cancellationToken);

    private async Task CreateIndexesAsync(MongoShape shape, CancellationToken cancellationToken)
    {
        var indexes = database.Collection(shape.Name).Indexes;
        var listed = await database.RunAsync(async token => await (await indexes.ListAsync(token)).ToListAsync(token), cancellationToken);
        var found = listed.ToDictionary(i => i["name"].AsString, i => i["key"].AsBsonDocument, StringComparer.Ordinal);

        // Ours that have another key now, or belong to a field that is no longer declared.
        foreach (string old in found.Keys.Where(n => n.StartsWith("by_", StringComparison.Ordinal)).ToList())
        {
            if (shape.Indexes.FirstOrDefault(i => i.Name == old) is not { } wanted || !HasKeys(found[old], wanted.Keys))
            {
                await database.RunAsync(
                    async token =>
                    {
                        await indexes.DropOneAsync(old, token);
                        return true;
                    },
                    cancellationToken);
                found.Remove(old);
            }
        }

        CreateIndexModel<BsonDocument>[] missing =
            [.. shape.Indexes.Where(i => !found.ContainsKey(i.Name)).Select(i => new CreateIndexModel<BsonDocument>(i.Keys, new CreateIndexOptions { Name = i.Name }))];
        if (missing.Length > 0)
        {
            await database.RunAsync(token => indexes.CreateManyAsync(missing, token), cancellationToken);
        }
    }

    // Servers give a direction as any kind of number.
    private static bool HasKeys(BsonDocument found, BsonDocument wanted) =>
        found.Names.SequenceEqual(wanted.Names, StringComparer.Ordinal) && found.Values.Zip(wanted.Values, (f, w) => f.IsNumeric && f.ToInt32() == w.ToInt32()).All(same => same);

    private async Task<long> RecomputeAsync(MongoShape shape, Func<BsonDocument, BsonDocument> recompute, CancellationToken cancellationToken)
    {
        var collection = database.Collection(shape.Name);
        long count = 0;
        var rest = Builders<BsonDocument>.Filter.Empty;
        while (true)
        {
            var batch = collection.Find(rest).Sort(Builders<BsonDocument>.Sort.Ascending("_id")).Limit(RebuiltAtOnce);
            var documents = await database.RunAsync(token => batch.ToListAsync(token), cancellationToken);
            if (documents.Count == 0)
            {
                return count;
            }

            UpdateOneModel<BsonDocument>[] updates =
                [.. documents.Where(d => d.GetValue(MongoShape.IndexedMember, null) is not BsonString by || by.Value != shape.Print).Select(d => Update(shape, d, recompute(d)))];
            if (updates.Length > 0)
            {
                await database.RunAsync(token => collection.BulkWriteAsync(updates, new BulkWriteOptions { IsOrdered = false }, token), cancellationToken);
            }

            count += documents.Count;
            rest = Builders<BsonDocument>.Filter.Gt("_id", documents[^1]["_id"]);
        }
    }

    private static UpdateOneModel<BsonDocument> Update(MongoShape shape, BsonDocument document, BsonDocument computed)
    {
        var change = new BsonDocument { ["$set"] = computed };
        if (!shape.HasText)
        {
            change["$unset"] = new BsonDocument { [MongoShape.WordsMember] = "", [MongoShape.TextMember] = "" };
        }

        // Whoever replaces the document meanwhile computes it by the new declaration.
        var same = Builders<BsonDocument>.Filter.Eq("_id", document["_id"]) & Builders<BsonDocument>.Filter.Eq(MongoShape.VersionMember, document[MongoShape.VersionMember]);
        return new UpdateOneModel<BsonDocument>(same, change);
    }
}
