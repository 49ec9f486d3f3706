using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Layout;
using MongoDB.Bson;

namespace Crawler.Storage.Mongo.Queries;

/// <summary>Counts all facets of a query by aggregation, in one pass over what matches.</summary>
internal sealed class MongoFacets
{
    // Several facets come back as one document, which holds 16 MB; a facet that may be longer comes by a cursor of its own.
    private const int MaxTogether = 1000;

    private readonly MongoShape _shape;
    private readonly BsonDocument _match;
    private readonly FacetPlan[] _plans;

    /// <exception cref="ArgumentException">The query or a facet does not fit the collection.</exception>
    public MongoFacets(MongoShape shape, DocumentQuery query, IReadOnlyList<FacetRequest> facets)
    {
        this._shape = shape;
        _match = MongoFilter.All(MongoFilter.Of(shape, query));
        _plans = [.. facets.Select(f => new FacetPlan(shape, f))];
    }

    public IReadOnlyList<FacetPlan> Plans => _plans;

    /// <summary>They are counts of the whole collection.</summary>
    public bool IsUnfiltered => _match.ElementCount == 0;

    /// <param name="aggregate">Runs a pipeline to the end of its cursor.</param>
    public async Task<IReadOnlyList<IReadOnlyList<FacetCount>>> RunAsync(Func<BsonDocument[], Task<List<BsonDocument>>> aggregate)
    {
        var answers = new IReadOnlyList<FacetCount>[_plans.Length];
        int[] together = [.. Enumerable.Range(0, _plans.Length).Where(i => _plans[i].Limit <= MaxTogether)];
        if (together.Length == 1)
        {
            together = [];
        }

        var rest = Enumerable.Range(0, _plans.Length).Except(together).Select(async i => answers[i] = Answer(_plans[i], await aggregate(Alone(_plans[i])))).ToList();
        if (together.Length > 0)
        {
            var found = (await aggregate(Together(together)))[0];
            foreach (int i in together)
            {
                answers[i] = Answer(_plans[i], found[$"f{i}"].AsBsonArray.Cast<BsonDocument>());
            }
        }

        await Task.WhenAll(rest);
        return answers;
    }

    internal BsonDocument[] Together(IReadOnlyList<int> which)
    {
        var facets = new BsonDocument();
        foreach (int i in which)
        {
            facets[$"f{i}"] = new BsonArray(Stages(_plans[i]));
        }

        return Matching([OnlyFields(which), new BsonDocument { ["$facet"] = facets }]);
    }

    /// <summary>A listing is some kilobytes, what is counted of it some hundred bytes; each facet reads all that matches.</summary>
    private BsonDocument OnlyFields(IReadOnlyList<int> which)
    {
        var counted = new BsonDocument { ["_id"] = 0 };
        foreach (int i in which)
        {
            counted[MongoShape.PathOf(_plans[i].Slot)] = 1;
        }

        return new BsonDocument { ["$project"] = counted };
    }

    private BsonDocument[] Alone(FacetPlan plan) => Matching(Stages(plan));

    private BsonDocument[] Matching(IEnumerable<BsonDocument> stages) => [.. _match.ElementCount == 0 ? stages : stages.Prepend(new BsonDocument { ["$match"] = _match })];

    private static IReadOnlyList<BsonDocument> Stages(FacetPlan plan)
    {
        string path = "$" + MongoShape.PathOf(plan.Slot);
        BsonDocument has = new() { ["$match"] = MongoFilter.Exists(plan.Slot) };
        BsonDocument Group(BsonValue by) => new() { ["$group"] = new BsonDocument { ["_id"] = by, ["n"] = new BsonDocument { ["$sum"] = 1 } } };
        return plan.Kind switch
        {
            FacetKind.Days => [has, Group(new BsonDocument { ["$dateToString"] = new BsonDocument { ["format"] = "%Y-%m-%d", ["date"] = path } }), new BsonDocument { ["$sort"] = new BsonDocument { ["_id"] = -1 } }],
            FacetKind.Bands => [has, Group(Band(plan, path))],
            _ =>
            [
                plan.Slot.Type == FieldType.Keywords ? new BsonDocument { ["$unwind"] = path } : has,
                Group(path),
                new BsonDocument { ["$sort"] = new BsonDocument { ["n"] = -1, ["_id"] = 1 } },
                new BsonDocument { ["$limit"] = plan.Limit },
            ],
        };
    }

    /// <summary>The number of the first band whose upper bound lies above the value.</summary>
    private static BsonDocument Band(FacetPlan plan, string path) => new()
    {
        ["$switch"] = new BsonDocument
        {
            ["branches"] = new BsonArray(plan.Bounds.Select((bound, i) => new BsonDocument
            {
                ["case"] = new BsonDocument { ["$lt"] = new BsonArray { path, MongoShape.ToBson(plan.Slot, bound) } },
                ["then"] = i,
            })),
            ["default"] = plan.Bounds.Count,
        },
    };

    private static FacetCount[] Answer(FacetPlan plan, IEnumerable<BsonDocument> groups)
    {
        if (plan.Kind != FacetKind.Bands)
        {
            return [.. groups.Select(g => new FacetCount(g["_id"].AsString, g["n"].ToInt64()))];
        }

        long[] counts = new long[plan.BandNames.Count];
        foreach (var group in groups)
        {
            counts[group["_id"].ToInt32()] = group["n"].ToInt64();
        }

        return [.. plan.BandNames.Select((name, i) => new FacetCount(name, counts[i]))];
    }
}
