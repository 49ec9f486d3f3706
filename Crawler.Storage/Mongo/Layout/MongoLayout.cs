using System.Globalization;
using System.Text.Json;
using Crawler.Contracts;
using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Bson;
using Crawler.Storage.Text;
using MongoDB.Bson;

namespace Crawler.Storage.Mongo.Layout;

/// <summary>Takes documents of a collection apart into what MongoDB holds, and reads them back.</summary>
internal sealed class MongoLayout<T>(DocumentCollection<T> collection)
    where T : class
{
    private const int MaxDocumentBytes = 16 << 20;

    // Names, lengths and the fields add little to JSON and words.
    private const int SurelyFits = MaxDocumentBytes / 4;

    public MongoShape Shape { get; } = new(collection.Name, collection.Fields.Select(f => (f.Name, f.Type)), collection.SearchText is not null, collection.IndexVersion);

    public IReadOnlyList<FacetRequest> CountedFacets => collection.CountedFacets;

    /// <exception cref="ArgumentException">The document has no key.</exception>
    public string KeyOf(T document)
    {
        string key = collection.Key(document);
        CollectionShape.CheckKey(key);
        return key;
    }

    /// <summary>The whole document.</summary>
    /// <exception cref="StoreException">It is larger than MongoDB takes.</exception>
    public BsonDocument ToBson(string key, T document, long version, string place)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(document, ContractsJson.Options);
        var whole = new BsonDocument { ["_id"] = key, [MongoShape.VersionMember] = version };
        whole.AddRange(Computed(document));
        whole[MongoShape.DocumentMember] = BsonJson.Read(json);
        int bytes = json.Length < SurelyFits ? 0 : whole.ToBson().Length;
        return bytes <= MaxDocumentBytes ? whole : throw new StoreException(StoreProblem.Other, string.Create(CultureInfo.InvariantCulture,
            $"{place}: '{key}' of {Shape.Name} would be {bytes / 1e6:0.0} MB with its words, and MongoDB takes documents of 16 MB at most. Nothing was changed"));
    }

    /// <summary>The members that are there for searching.</summary>
    public BsonDocument Computed(T document)
    {
        var fields = new BsonDocument();
        for (int i = 0; i < Shape.Fields.Count; i++)
        {
            var slot = Shape.Fields[i];
            var values = collection.Fields[i].Values(document);
            if (slot.Type == FieldType.Keywords)
            {
                string[] words = [.. values.Select(v => (string)slot.ToStored(v)).Distinct(StringComparer.Ordinal)];
                if (words.Length > 0)
                {
                    fields[slot.Name] = new BsonArray(words);
                }
            }
            else if (slot.ToSingle(values) is { } single)
            {
                fields[slot.Name] = MongoShape.ToBson(slot, single);
            }
        }

        var computed = new BsonDocument { [MongoShape.IndexedMember] = Shape.Print, [MongoShape.FieldsMember] = fields };
        if (collection.SearchText is { } text)
        {
            string[] words = [.. TextTokens.Of(text(document))];
            computed[MongoShape.WordsMember] = new BsonArray(words.Distinct(StringComparer.Ordinal));
            computed[MongoShape.TextMember] = $" {string.Join(' ', words)} ";
        }

        return computed;
    }

    /// <exception cref="StoreException">It is not a document of this collection.</exception>
    public Stored<T> Read(BsonDocument found, string place)
    {
        try
        {
            var value = JsonSerializer.Deserialize<T>(BsonJson.Write(found[MongoShape.DocumentMember].AsBsonDocument), ContractsJson.Options)
                ?? throw new InvalidDataException("it is null");
            return new Stored<T>(value, found[MongoShape.VersionMember].ToInt64());
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or KeyNotFoundException or InvalidCastException or NotSupportedException)
        {
            string key = found.GetValue("_id", null) is BsonString id ? id.Value : "?";
            throw new StoreException(StoreProblem.Corrupt,
                $"{place}: the document '{key}' of {Shape.Name} cannot be read as {typeof(T).Name}. Restore it from the backup. ({e.Message})", e);
        }
    }
}
