using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using MongoDB.Bson;

namespace Crawler.Storage.Mongo.Layout;

/// <summary>
/// A collection as MongoDB holds it. A document: <c>_id</c> the key, <c>version</c>, <c>document</c> the contract as it is in JSON; and, computed from it
/// for searching, <c>fields</c> the indexed fields (instants as dates), <c>words</c> the distinct words of the searchable text, <c>text</c> all its words
/// in order with a blank around each, <c>indexed</c> the declaration they were computed by.
/// </summary>
internal sealed class MongoShape : CollectionShape
{
    public const string VersionMember = "version";
    public const string IndexedMember = "indexed";
    public const string FieldsMember = "fields";
    public const string WordsMember = "words";
    public const string TextMember = "text";
    public const string DocumentMember = "document";

    // Raised when the same declaration is laid out anew; stores then rebuild what is computed.
    private const int LayoutVersion = 1;

    public MongoShape(string name, IEnumerable<(string Name, FieldType Type)> fields, bool hasText, int indexVersion)
        : base(name, fields, hasText, indexVersion)
    {
        Declaration = string.Create(CultureInfo.InvariantCulture, $"layout {LayoutVersion};v{indexVersion};text={hasText};{string.Join(',', Fields.Select(f => $"{f.Name}:{f.Type}"))}");
        Print = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Declaration)).AsSpan(0, 4));
        Indexes = [.. Fields.SelectMany(IndexesOf), .. hasText ? [new MongoIndex("by_words", new BsonDocument { [WordsMember] = 1 })] : Array.Empty<MongoIndex>()];
    }

    /// <summary>Differs when what is computed by one declaration does not serve another.</summary>
    public string Declaration { get; }

    /// <summary>Short for <see cref="Declaration"/>.</summary>
    public string Print { get; }

    public IReadOnlyList<MongoIndex> Indexes { get; }

    public static string PathOf(FieldSlot slot) => $"{FieldsMember}.{slot.Name}";

    /// <summary>A value as <see cref="FieldSlot.ToStored(FieldValue)"/> gives it, as BSON has it.</summary>
    public static BsonValue ToBson(FieldSlot slot, object stored) => slot.Type == FieldType.Instant ? new BsonDateTime((long)stored) : BsonValue.Create(stored);

    private static IEnumerable<MongoIndex> IndexesOf(FieldSlot slot)
    {
        string path = PathOf(slot);
        if (slot.Type == FieldType.Keywords)
        {
            return [new MongoIndex($"by_{slot.Name}", new BsonDocument { [path] = 1 })];
        }

        // Ties are broken by key, ascending, in both directions; MongoDB walks one index only either way as a whole.
        var rising = new MongoIndex($"by_{slot.Name}", new BsonDocument { [path] = 1, ["_id"] = 1 });
        return slot.Type == FieldType.Keyword ? [rising] : [rising, new MongoIndex($"by_{slot.Name}_falling", new BsonDocument { [path] = -1, ["_id"] = 1 })];
    }
}

/// <summary>An index to have.</summary>
internal sealed record MongoIndex(string Name, BsonDocument Keys);
