using System.Globalization;
using System.Text.Json;
using Crawler.Contracts;
using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Bson;
using Crawler.Storage.Text;

namespace Crawler.Storage.Mongo.Layout;

/// <summary>Takes documents of a collection apart into what MongoDB holds, and reads them back.</summary>
internal sealed class MongoLayout<T>(DocumentCollection<T> collection)
    where T : class
{
    private const int MaxDocumentBytes = 16 << 20;

    public MongoShape Shape { get; } = new(collection.Name, collection.Fields.Select(f => (f.Name, f.Type)), collection.SearchText is not null, collection.IndexVersion);

    /// <exception cref="ArgumentException">The document has no key.</exception>
    public string KeyOf(T document)
    {
        string key = collection.Key(document);
        CollectionShape.CheckKey(key);
        return key;
    }

    /// <summary>The whole document.</summary>
    /// <exception cref="StoreException">It is larger than MongoDB takes.</exception>
    public BsonView ToBson(string key, T document, long version, string place)
    {
        var whole = new BsonMap { ["_id"] = key, [MongoShape.VersionMember] = version };
        foreach (var (name, value) in Computed(document))
        {
            whole[name] = value;
        }

        whole[MongoShape.DocumentMember] = BsonJson.Read(JsonSerializer.SerializeToUtf8Bytes(document, ContractsJson.Options));
        var bson = whole.ToBson();
        return bson.Bytes.Length <= MaxDocumentBytes ? bson : throw new StoreException(StoreProblem.Other, string.Create(CultureInfo.InvariantCulture,
            $"{place}: '{key}' of {Shape.Name} would be {bson.Bytes.Length / 1e6:0.0} MB with its words, and MongoDB takes documents of 16 MB at most. Nothing was changed"));
    }

    /// <summary>The members that are there for searching.</summary>
    public BsonMap Computed(T document)
    {
        var fields = new BsonMap();
        for (int i = 0; i < Shape.Fields.Count; i++)
        {
            var slot = Shape.Fields[i];
            var values = collection.Fields[i].Values(document);
            if (slot.Type == FieldType.Keywords)
            {
                string[] words = [.. values.Select(v => (string)slot.ToStored(v)).Distinct(StringComparer.Ordinal)];
                if (words.Length > 0)
                {
                    fields[slot.Name] = words;
                }
            }
            else if (slot.ToSingle(values) is { } single)
            {
                fields[slot.Name] = MongoShape.ToBson(slot, single);
            }
        }

        var computed = new BsonMap { [MongoShape.IndexedMember] = Shape.Print, [MongoShape.FieldsMember] = fields };
        if (collection.SearchText is { } text)
        {
            string[] words = [.. TextTokens.Of(text(document))];
            computed[MongoShape.WordsMember] = words.Distinct(StringComparer.Ordinal).ToArray();
            computed[MongoShape.TextMember] = $" {string.Join(' ', words)} ";
        }

        return computed;
    }

    /// <exception cref="StoreException">It is not a document of this collection.</exception>
    public Stored<T> Read(BsonView found, string place)
    {
        try
        {
            var value = JsonSerializer.Deserialize<T>(BsonJson.Write(found.Get(MongoShape.DocumentMember).Document), ContractsJson.Options)
                ?? throw new InvalidDataException("it is null");
            return new Stored<T>(value, found.Get(MongoShape.VersionMember).Int64);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            string key = found.Find("_id") is { Type: BsonType.Text } id ? id.Text : "?";
            throw new StoreException(StoreProblem.Corrupt,
                $"{place}: the document '{key}' of {Shape.Name} cannot be read as {typeof(T).Name}. Restore it from the backup. ({e.Message})", e);
        }
    }
}
