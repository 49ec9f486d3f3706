using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Layout;
using Crawler.Storage.Text;
using MongoDB.Bson;

namespace Crawler.Storage.Mongo.Queries;

/// <summary>A query's text and filters as MongoDB's.</summary>
internal static class MongoFilter
{
    /// <summary>Conditions that must all hold.</summary>
    /// <exception cref="ArgumentException">The query names what the collection does not have.</exception>
    public static List<BsonDocument> Of(MongoShape shape, DocumentQuery query) =>
        [.. shape.TermsOf(query.Text).SelectMany(OfTerm), .. query.Where.Select(f => Of(shape, f))];

    public static BsonDocument All(IReadOnlyList<BsonDocument> conditions) => conditions.Count switch
    {
        0 => [],
        1 => conditions[0],
        _ => new BsonDocument { ["$and"] = new BsonArray(conditions) },
    };

    /// <summary>Where a page begins: behind the document the page before ended with.</summary>
    public static BsonDocument Behind(FieldSlot? sortedBy, bool descending, PageCursor after)
    {
        var byKey = new BsonDocument { ["_id"] = new BsonDocument { ["$gt"] = after.Key } };
        if (sortedBy is null)
        {
            return byKey;
        }

        string path = MongoShape.PathOf(sortedBy);
        var value = MongoShape.ToBson(sortedBy, after.ValueOf(sortedBy));
        string beyond = descending ? "$lt" : "$gt";

        // The first bound lets the index begin at the right place.
        return new BsonDocument
        {
            ["$and"] = new BsonArray
            {
                new BsonDocument { [path] = new BsonDocument { [$"{beyond}e"] = value } },
                new BsonDocument { ["$or"] = new BsonArray { new BsonDocument { [path] = new BsonDocument { [beyond] = value } }, byKey } },
            },
        };
    }

    public static BsonDocument Exists(FieldSlot slot, bool exists = true) => new() { [MongoShape.PathOf(slot)] = new BsonDocument { ["$exists"] = exists } };

    private static BsonDocument Of(MongoShape shape, Filter filter)
    {
        var slot = shape.Slot(filter.Field);
        BsonValue[] values = [.. slot.ToStored(filter).Select(v => MongoShape.ToBson(slot, v))];
        return filter switch
        {
            // As $nin, but never looked for in the index, where all values but a few are nearly everything.
            NoneOfFilter => new BsonDocument { ["$nor"] = new BsonArray { AnyOf(slot, values) } },
            RangeFilter range => Range(slot, range, values),
            _ => AnyOf(slot, values),
        };
    }

    private static BsonDocument AnyOf(FieldSlot slot, BsonValue[] values) =>
        new() { [MongoShape.PathOf(slot)] = values.Length == 1 ? values[0] : new BsonDocument { ["$in"] = new BsonArray(values) } };

    private static BsonDocument Range(FieldSlot slot, RangeFilter range, BsonValue[] bounds)
    {
        if (bounds.Length == 0)
        {
            return Exists(slot);
        }

        var within = new BsonDocument();
        if (range.Min is not null)
        {
            within["$gte"] = bounds[0];
        }

        if (range.Max is not null)
        {
            within["$lt"] = bounds[^1];
        }

        // One member of the set must lie within both bounds.
        return new BsonDocument { [MongoShape.PathOf(slot)] = slot.Type == FieldType.Keywords ? new BsonDocument { ["$elemMatch"] = within } : within };
    }

    // Words hold letters, digits and private-use characters only: nothing that a pattern gives a meaning.
    private static IEnumerable<BsonDocument> OfTerm(TextTerm term)
    {
        for (int i = 0; i < term.Words.Count; i++)
        {
            string word = term.Words[i];
            yield return new BsonDocument { [MongoShape.WordsMember] = term.PrefixOfLast && i == term.Words.Count - 1 ? Beginning(word) : (BsonValue)word };
        }

        if (term.Words.Count > 1)
        {
            yield return new BsonDocument { [MongoShape.TextMember] = new BsonDocument { ["$regex"] = $" {string.Join(' ', term.Words)}{(term.PrefixOfLast ? "" : " ")}" } };
        }
    }

    /// <summary>
    /// An anchored pattern: servers turn it into a range of the index that needs no second look at the document, which a range inside <c>$elemMatch</c>
    /// may get.
    /// </summary>
    private static BsonDocument Beginning(string word) => new() { ["$regex"] = $"^{word}" };
}
