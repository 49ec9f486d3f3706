using MongoDB.Bson;

namespace Crawler.Storage.Mongo.Counts;

/// <summary>What a write did to the counts.</summary>
/// <param name="Done">Its answer.</param>
/// <param name="Before">The indexed fields of the document it took away. Null: none.</param>
/// <param name="After">The indexed fields of the document it put there. Null: none.</param>
internal sealed record CountedWrite(bool Done, BsonDocument? Before, BsonDocument? After)
{
    /// <summary>It was done, and what was there before is not known: the answer that said it was lost.</summary>
    public static CountedWrite Unknown { get; } = new(true, null, null);
}
