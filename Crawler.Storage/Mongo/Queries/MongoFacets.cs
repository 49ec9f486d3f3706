using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Bson;
using Crawler.Storage.Mongo.Layout;

namespace Crawler.Storage.Mongo.Queries;

/// <summary>Counts all facets of a query by aggregation, in one pass over what matches.</summary>
internal sealed class MongoFacets
{
    // Several facets come back as one document, which holds 16 MB; a facet that may be longer comes by a cursor of its own.
    private const int MaxTogether = 1000;

    private readonly MongoShape shape;
    private readonly BsonMap match;
    private readonly FacetPlan[] plans;

    /// <exception cref="ArgumentException">The query or a facet does not fit the collection.</exception>
    public MongoFacets(MongoShape shape, DocumentQuery query, IReadOnlyList<FacetRequest> facets)
    {
        this.shape = shape;
        match = MongoFilter.All(MongoFilter.Of(shape, query));
        plans = [.. facets.Select(f => new FacetPlan(shape, f))];
    }

    /// <param name="aggregate">Runs an aggregate command to the end of its cursor.</param>
    public async Task<IReadOnlyList<IReadOnlyList<FacetCount>>> RunAsync(Func<BsonMap, Task<IReadOnlyList<BsonView>>> aggregate)
    {
        var answers = new IReadOnlyList<FacetCount>[plans.Length];
        int[] together = [.. Enumerable.Range(0, plans.Length).Where(i => plans[i].Limit <= MaxTogether)];
        if (together.Length == 1)
        {
            together = [];
        }

        var rest = Enumerable.Range(0, plans.Length).Except(together).Select(async i => answers[i] = Answer(plans[i], await aggregate(Alone(plans[i])))).ToList();
        if (together.Length > 0)
        {
            var found = (await aggregate(Together(together)))[0];
            foreach (int i in together)
            {
                answers[i] = Answer(plans[i], found.Get($"f{i}").Document.Elements.Select(e => e.Document));
            }
        }

        await Task.WhenAll(rest);
        return answers;
    }

    internal BsonMap Together(IReadOnlyList<int> which)
    {
        var facets = new BsonMap();
        foreach (int i in which)
        {
            facets[$"f{i}"] = Stages(plans[i]);
        }

        return Aggregate([OnlyFields(which), new BsonMap { ["$facet"] = facets }]);
    }

    /// <summary>A listing is some kilobytes, what is counted of it some hundred bytes; each facet reads all that matches.</summary>
    private BsonMap OnlyFields(IReadOnlyList<int> which)
    {
        var counted = new BsonMap { ["_id"] = 0 };
        foreach (int i in which)
        {
            counted[MongoShape.PathOf(plans[i].Slot)] = 1;
        }

        return new BsonMap { ["$project"] = counted };
    }

    private BsonMap Alone(FacetPlan plan) => Aggregate(Stages(plan));

    private BsonMap Aggregate(IEnumerable<BsonMap> stages)
    {
        var pipeline = match.Count == 0 ? stages : stages.Prepend(new BsonMap { ["$match"] = match });
        return new BsonMap { ["aggregate"] = shape.Name, ["pipeline"] = pipeline, ["cursor"] = new BsonMap(), ["allowDiskUse"] = true };
    }

    private static IReadOnlyList<BsonMap> Stages(FacetPlan plan)
    {
        string path = "$" + MongoShape.PathOf(plan.Slot);
        BsonMap has = new() { ["$match"] = MongoFilter.Exists(plan.Slot) };
        BsonMap Group(object by) => new() { ["$group"] = new BsonMap { ["_id"] = by, ["n"] = new BsonMap { ["$sum"] = 1 } } };
        return plan.Kind switch
        {
            FacetKind.Days => [has, Group(new BsonMap { ["$dateToString"] = new BsonMap { ["format"] = "%Y-%m-%d", ["date"] = path } }), new BsonMap { ["$sort"] = new BsonMap { ["_id"] = -1 } }],
            FacetKind.Bands => [has, Group(Band(plan, path))],
            _ =>
            [
                plan.Slot.Type == FieldType.Keywords ? new BsonMap { ["$unwind"] = path } : has,
                Group(path),
                new BsonMap { ["$sort"] = new BsonMap { ["n"] = -1, ["_id"] = 1 } },
                new BsonMap { ["$limit"] = plan.Limit },
            ],
        };
    }

    /// <summary>The number of the first band whose upper bound lies above the value.</summary>
    private static BsonMap Band(FacetPlan plan, string path) => new()
    {
        ["$switch"] = new BsonMap
        {
            ["branches"] = plan.Bounds.Select((bound, i) => new BsonMap { ["case"] = new BsonMap { ["$lt"] = new[] { path, MongoShape.ToBson(plan.Slot, bound) } }, ["then"] = i }),
            ["default"] = plan.Bounds.Count,
        },
    };

    private static FacetCount[] Answer(FacetPlan plan, IEnumerable<BsonView> groups)
    {
        if (plan.Kind != FacetKind.Bands)
        {
            return [.. groups.Select(g => new FacetCount(g.Get("_id").Text, g.Get("n").Int64))];
        }

        long[] counts = new long[plan.BandNames.Count];
        foreach (var group in groups)
        {
            counts[group.Get("_id").Int64] = group.Get("n").Int64;
        }

        return [.. plan.BandNames.Select((name, i) => new FacetCount(name, counts[i]))];
    }
}
