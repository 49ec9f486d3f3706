using System.Globalization;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Bson;
using Crawler.Storage.Mongo.Commands;
using Microsoft.Extensions.Logging;

namespace Crawler.Storage.Mongo.Layout;

/// <summary>
/// Looks after what a database needs beside its documents. <c>cyberpatrol_meta</c> says which schema the database has and by which declaration each collection was last indexed.
/// </summary>
internal sealed class MongoKeeper(MongoDatabase database, ILogger log)
{
    /// <summary>What this program writes.</summary>
    public const int SchemaVersion = 1;

    private const string Meta = "cyberpatrol_meta";
    private const string SchemaId = "schema";
    private const int RebuiltAtOnce = 100;

    // A message holds 48 MB, a document 16.
    private const int MaxUpdateBytes = 16 << 20;

    // NamespaceNotFound: no collection, no index.
    private const int NoCollection = 26;

    /// <summary>Makes a new database a store, and refuses one of another schema without touching it.</summary>
    public async Task CheckSchemaAsync(CancellationToken cancellationToken)
    {
        if (await MetaAsync(SchemaId, cancellationToken) is null)
        {
            await database.InsertIfAbsentAsync(Meta, new BsonMap { ["_id"] = SchemaId, ["schema"] = SchemaVersion }, cancellationToken);
        }

        var recorded = (await MetaAsync(SchemaId, cancellationToken))?.Find("schema");
        long found = recorded is { Type: BsonType.Int32 or BsonType.Int64 or BsonType.Double } number ? number.Int64 : throw new StoreException(
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
    public async Task EnsureAsync(MongoShape shape, Func<BsonView, BsonMap> recompute, CancellationToken cancellationToken)
    {
        string id = $"collection {shape.Name}";
        var known = await MetaAsync(id, cancellationToken);
        if (known is null)
        {
            await CreateIndexesAsync(shape, cancellationToken);
            await database.InsertIfAbsentAsync(Meta, Record(id, shape), cancellationToken);
            return;
        }

        long indexVersion = known.Value.Get("indexVersion").Int64;
        if (indexVersion > shape.IndexVersion)
        {
            throw new StoreException(StoreProblem.NewerSchema, string.Create(CultureInfo.InvariantCulture,
                $"{database.Place}: the collection '{shape.Name}' has index version {indexVersion}, this program knows versions up to {shape.IndexVersion}. Nothing was changed. Update this program, or restore the backup made before the update"));
        }

        bool isNew = !string.Equals(known.Value.Get("declaration").Text, shape.Declaration, StringComparison.Ordinal);
        await CreateIndexesAsync(shape, cancellationToken);
        if (isNew)
        {
            Log.RebuildingIndexes(log, shape.Name);
            long documents = await RecomputeAsync(shape, recompute, cancellationToken);
            await database.ReplaceAsync(Meta, new BsonMap { ["_id"] = id }, Record(id, shape), cancellationToken);
            Log.RebuiltIndexes(log, shape.Name, documents);
        }
    }

    private static BsonMap Record(string id, MongoShape shape) => new() { ["_id"] = id, ["declaration"] = shape.Declaration, ["indexVersion"] = shape.IndexVersion };

    private Task<BsonView?> MetaAsync(string id, CancellationToken cancellationToken) => database.FindAsync(Meta, id, cancellationToken);

    private async Task CreateIndexesAsync(MongoShape shape, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var index in await IndexesAsync(shape.Name, cancellationToken))
        {
            found[index.Get("name").Text] = index.Get("key").Document.ToString();
        }

        // Ours that have another key now, or belong to a field that is no longer declared.
        foreach (string old in found.Keys.Where(n => n.StartsWith("by_", StringComparison.Ordinal)))
        {
            if (shape.Indexes.FirstOrDefault(i => i.Name == old) is not { } wanted || wanted.Keys.ToString() != found[old])
            {
                await database.WriteAsync(new BsonMap { ["dropIndexes"] = shape.Name, ["index"] = old }, cancellationToken);
                found.Remove(old);
            }
        }

        BsonMap[] missing = [.. shape.Indexes.Where(i => !found.ContainsKey(i.Name)).Select(i => new BsonMap { ["key"] = i.Keys, ["name"] = i.Name })];
        if (missing.Length > 0)
        {
            await database.WriteAsync(new BsonMap { ["createIndexes"] = shape.Name, ["indexes"] = missing }, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<BsonView>> IndexesAsync(string collection, CancellationToken cancellationToken)
    {
        try
        {
            return await database.ReadAllAsync(new BsonMap { ["listIndexes"] = collection, ["cursor"] = new BsonMap() }, cancellationToken);
        }
        catch (StoreException e) when (e.InnerException is MongoFault { Code: NoCollection })
        {
            return [];
        }
    }

    private async Task<long> RecomputeAsync(MongoShape shape, Func<BsonView, BsonMap> recompute, CancellationToken cancellationToken)
    {
        long count = 0;
        string? last = null;
        while (true)
        {
            BsonMap filter = last is null ? [] : new BsonMap { ["_id"] = new BsonMap { ["$gt"] = last } };
            var documents = await database.ReadAllAsync(
                new BsonMap { ["find"] = shape.Name, ["filter"] = filter, ["sort"] = new BsonMap { ["_id"] = 1 }, ["limit"] = RebuiltAtOnce }, cancellationToken);
            if (documents.Count == 0)
            {
                return count;
            }

            var updates = new List<BsonView>();
            foreach (var document in documents.Where(d => d.Find(MongoShape.IndexedMember) is not { Type: BsonType.Text } by || by.Text != shape.Print))
            {
                updates.Add(Update(shape, document, recompute(document)).ToBson());
                if (updates.Sum(u => u.Bytes.Length) > MaxUpdateBytes)
                {
                    await UpdateAsync(shape, updates, cancellationToken);
                }
            }

            await UpdateAsync(shape, updates, cancellationToken);
            count += documents.Count;
            last = documents[^1].Get("_id").Text;
        }
    }

    private async Task UpdateAsync(MongoShape shape, List<BsonView> updates, CancellationToken cancellationToken)
    {
        if (updates.Count > 0)
        {
            await database.WriteAsync(new BsonMap { ["update"] = shape.Name, ["updates"] = updates }, cancellationToken);
            updates.Clear();
        }
    }

    private static BsonMap Update(MongoShape shape, BsonView document, BsonMap computed)
    {
        var change = new BsonMap { ["$set"] = computed };
        if (!shape.HasText)
        {
            change["$unset"] = new BsonMap { [MongoShape.WordsMember] = "", [MongoShape.TextMember] = "" };
        }

        // Whoever replaces the document meanwhile computes it by the new declaration.
        return new BsonMap
        {
            ["q"] = new BsonMap { ["_id"] = document.Get("_id").Text, [MongoShape.VersionMember] = document.Get(MongoShape.VersionMember).Int64 },
            ["u"] = change,
        };
    }
}
