using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Bson;
using Crawler.Storage.Mongo.Layout;
using Crawler.Storage.Text;

namespace Crawler.Storage.Mongo.Queries;

/// <summary>A query's text and filters as MongoDB's.</summary>
internal static class MongoFilter
{
    /// <summary>Conditions that must all hold.</summary>
    /// <exception cref="ArgumentException">The query names what the collection does not have.</exception>
    public static List<BsonMap> Of(MongoShape shape, DocumentQuery query) =>
        [.. shape.TermsOf(query.Text).SelectMany(OfTerm), .. query.Where.Select(f => Of(shape, f))];

    public static BsonMap All(IReadOnlyList<BsonMap> conditions) => conditions.Count switch
    {
        0 => [],
        1 => conditions[0],
        _ => new BsonMap { ["$and"] = conditions },
    };

    /// <summary>Where a page begins: behind the document the page before ended with.</summary>
    public static BsonMap Behind(FieldSlot? sortedBy, bool descending, PageCursor after)
    {
        var byKey = new BsonMap { ["_id"] = new BsonMap { ["$gt"] = after.Key } };
        if (sortedBy is null)
        {
            return byKey;
        }

        string path = MongoShape.PathOf(sortedBy);
        object value = MongoShape.ToBson(sortedBy, after.ValueOf(sortedBy));
        string beyond = descending ? "$lt" : "$gt";

        // The first bound lets the index begin at the right place.
        return new BsonMap
        {
            ["$and"] = new[]
            {
                new BsonMap { [path] = new BsonMap { [$"{beyond}e"] = value } },
                new BsonMap { ["$or"] = new[] { new BsonMap { [path] = new BsonMap { [beyond] = value } }, byKey } },
            },
        };
    }

    public static BsonMap Exists(FieldSlot slot, bool exists = true) => new() { [MongoShape.PathOf(slot)] = new BsonMap { ["$exists"] = exists } };

    private static BsonMap Of(MongoShape shape, Filter filter)
    {
        var slot = shape.Slot(filter.Field);
        object[] values = [.. slot.ToStored(filter).Select(v => MongoShape.ToBson(slot, v))];
        return filter switch
        {
            // As $nin, but never looked for in the index, where all values but a few are nearly everything.
            NoneOfFilter => new BsonMap { ["$nor"] = new[] { AnyOf(slot, values) } },
            RangeFilter range => Range(slot, range, values),
            _ => AnyOf(slot, values),
        };
    }

    private static BsonMap AnyOf(FieldSlot slot, object[] values) => new() { [MongoShape.PathOf(slot)] = values.Length == 1 ? values[0] : new BsonMap { ["$in"] = values } };

    private static BsonMap Range(FieldSlot slot, RangeFilter range, object[] bounds)
    {
        if (bounds.Length == 0)
        {
            return Exists(slot);
        }

        var within = new BsonMap();
        if (range.Min is not null)
        {
            within["$gte"] = bounds[0];
        }

        if (range.Max is not null)
        {
            within["$lt"] = bounds[^1];
        }

        // One member of the set must lie within both bounds.
        return new BsonMap { [MongoShape.PathOf(slot)] = slot.Type == FieldType.Keywords ? new BsonMap { ["$elemMatch"] = within } : within };
    }

    // Words hold letters, digits and private-use characters only: nothing that a pattern gives a meaning.
    private static IEnumerable<BsonMap> OfTerm(TextTerm term)
    {
        for (int i = 0; i < term.Words.Count; i++)
        {
            string word = term.Words[i];
            yield return new BsonMap { [MongoShape.WordsMember] = term.PrefixOfLast && i == term.Words.Count - 1 ? Beginning(word) : word };
        }

        if (term.Words.Count > 1)
        {
            yield return new BsonMap { [MongoShape.TextMember] = new BsonMap { ["$regex"] = $" {string.Join(' ', term.Words)}{(term.PrefixOfLast ? "" : " ")}" } };
        }
    }

    /// <summary>An anchored pattern: servers turn it into a range of the index that needs no second look at the document, which a range inside <c>$elemMatch</c> may get.</summary>
    private static BsonMap Beginning(string word) => new() { ["$regex"] = $"^{word}" };
}
