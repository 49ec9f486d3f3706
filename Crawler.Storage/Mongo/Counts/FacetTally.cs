using System.Globalization;
using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using MongoDB.Bson;

namespace Crawler.Storage.Mongo.Counts;

/// <summary>How many documents there are, and how many with each value of the counted facets. One caller at a time.</summary>
internal sealed class FacetTally
{
    private readonly Dictionary<(string Field, string Value), long> _counts = [];

    /// <summary>Of the whole collection.</summary>
    public long Documents { get; set; }

    /// <summary>Counts a document <paramref name="times"/> more; -1 takes it away.</summary>
    /// <param name="fields">A document's indexed fields as stored.</param>
    public void Add(IEnumerable<FacetPlan> plans, BsonDocument fields, int times)
    {
        Documents += times;
        foreach (var plan in plans)
        {
            foreach (string value in fields.TryGetValue(plan.Slot.Name, out var found) ? ValuesOf(plan, found) : [])
            {
                Add(plan.Slot.Name, value, times);
            }
        }
    }

    public void Add(FacetTally other, int times)
    {
        Documents += other.Documents * times;
        foreach (var ((field, value), count) in other._counts)
        {
            Add(field, value, count * times);
        }
    }

    /// <summary>Takes over what was counted by asking the server.</summary>
    public void Add(FacetPlan plan, IReadOnlyList<FacetCount> counted)
    {
        for (int i = 0; i < counted.Count; i++)
        {
            Add(plan.Slot.Name, plan.Kind == FacetKind.Bands ? Number(i) : counted[i].Value, counted[i].Count);
        }
    }

    /// <summary>The answer to a facet request, as the server would give it.</summary>
    /// <param name="counted">How the field is counted here; see <see cref="Serves"/>.</param>
    public IReadOnlyList<FacetCount> Answer(FacetPlan asked, FacetPlan counted)
    {
        if (asked.Kind == FacetKind.Bands)
        {
            long[] bands = new long[asked.BandNames.Count];
            for (int i = 0; i <= counted.Bounds.Count; i++)
            {
                // A counted band lies within the asked one that ends at or above its own end.
                int band = i == counted.Bounds.Count ? asked.Bounds.Count : asked.Bounds.Count(b => Comparer<object>.Default.Compare(b, counted.Bounds[i]) < 0);
                bands[band] += _counts.GetValueOrDefault((asked.Slot.Name, Number(i)));
            }

            return [.. bands.Select((count, i) => new FacetCount(asked.BandNames[i], count))];
        }

        var there = _counts.Where(c => c.Key.Field == asked.Slot.Name && c.Value > 0).Select(c => new FacetCount(c.Key.Value, c.Value));
        return asked.Kind == FacetKind.Days
            ? [.. there.OrderByDescending(c => c.Value, StringComparer.Ordinal)]
            : [.. there.OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(asked.Limit)];
    }

    /// <summary>Whether what is counted answers what is asked: the same field, and of bands the same bounds or fewer.</summary>
    public static bool Serves(FacetPlan counted, FacetPlan asked) =>
        counted.Slot.Name == asked.Slot.Name && counted.Kind == asked.Kind && asked.Bounds.All(counted.Bounds.Contains);

    public BsonDocument ToBson() => new()
    {
        ["documents"] = Documents,
        ["facets"] = new BsonArray(_counts.GroupBy(c => c.Key.Field, StringComparer.Ordinal).Select(field => new BsonDocument
        {
            ["field"] = field.Key,
            ["values"] = new BsonArray(field.Select(c => new BsonDocument { ["v"] = c.Key.Value, ["n"] = c.Value })),
        })),
    };

    public static FacetTally Read(BsonDocument document)
    {
        var tally = new FacetTally { Documents = document["documents"].ToInt64() };
        foreach (var field in document["facets"].AsBsonArray)
        {
            foreach (var value in field["values"].AsBsonArray)
            {
                tally.Add(field["field"].AsString, value["v"].AsString, value["n"].ToInt64());
            }
        }

        return tally;
    }

    private static IEnumerable<string> ValuesOf(FacetPlan plan, BsonValue found) => plan.Kind switch
    {
        FacetKind.Bands => [Number(plan.Bounds.Count(bound => !(found < MongoBound(plan, bound))))],
        FacetKind.Days => [found.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        _ => found is BsonArray several ? several.Select(v => v.AsString) : [found.AsString],
    };

    private static BsonValue MongoBound(FacetPlan plan, object bound) => Layout.MongoShape.ToBson(plan.Slot, bound);

    private static string Number(int band) => band.ToString(CultureInfo.InvariantCulture);

    private void Add(string field, string value, long times)
    {
        long count = _counts.GetValueOrDefault((field, value)) + times;
        if (count == 0)
        {
            _counts.Remove((field, value));
        }
        else
        {
            _counts[(field, value)] = count;
        }
    }
}
