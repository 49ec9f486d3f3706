using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Bson;
using Crawler.Storage.Mongo.Layout;

namespace Crawler.Storage.Mongo.Queries;

/// <summary>One page of a query: first the documents that have the sort field, then those without. MongoDB itself puts those without first when rising and last when falling.</summary>
internal sealed class MongoPageSearch
{
    private readonly MongoShape shape;
    private readonly PageRequest page;
    private readonly List<BsonMap> conditions;

    /// <exception cref="ArgumentException">The query does not fit the collection, its limit is out of range, or the cursor is another query's.</exception>
    public MongoPageSearch(MongoShape shape, DocumentQuery query)
    {
        this.shape = shape;
        page = new PageRequest(shape, query);
        conditions = MongoFilter.Of(shape, query);
    }

    /// <param name="find">Runs a find command to the end of its cursor.</param>
    public async Task<Page<T>> RunAsync<T>(Func<BsonMap, Task<IReadOnlyList<BsonView>>> find, Func<BsonView, Stored<T>> read)
        where T : class
    {
        // One more than asked for tells whether there is a next page.
        var found = new List<BsonView>();
        if (page.SortedBy is { } slot && page.After is not { Without: true })
        {
            found.AddRange(await find(Sorted(slot, page.Limit + 1)));
        }

        if (found.Count <= page.Limit && MayBeWithout)
        {
            found.AddRange(await find(Unsorted(page.Limit + 1 - found.Count)));
        }

        string? next = found.Count > page.Limit ? page.CursorAt(found[page.Limit - 1].Get("_id").Text, SortValue(found[page.Limit - 1])) : null;
        return new Page<T>([.. found.Take(page.Limit).Select(read)], next);
    }

    // A filter on the sort field leaves nobody without it, and the falling order has them already.
    private bool MayBeWithout => !page.SortFieldRequired && !BringsThoseWithout;

    private bool BringsThoseWithout => page is { SortedBy: not null, Descending: true, After: null };

    /// <summary>Those that have the sort field; when falling from the beginning, those without it behind them.</summary>
    internal BsonMap Sorted(FieldSlot slot, int limit)
    {
        var all = new List<BsonMap>(conditions);
        if (page.After is { } after)
        {
            all.Add(MongoFilter.Behind(slot, page.Descending, after));
        }
        else if (MayBeWithout)
        {
            all.Add(MongoFilter.Exists(slot));
        }

        return Find(all, new BsonMap { [MongoShape.PathOf(slot)] = page.Descending ? -1 : 1, ["_id"] = 1 }, limit);
    }

    /// <summary>Those without it, or all when there is none.</summary>
    internal BsonMap Unsorted(int limit)
    {
        var all = new List<BsonMap>(conditions);
        if (page.SortedBy is { } slot)
        {
            all.Add(MongoFilter.Exists(slot, exists: false));
        }

        if (page.After is { } after && (page.SortedBy is null || after.Without))
        {
            all.Add(MongoFilter.Behind(null, descending: false, after));
        }

        return Find(all, new BsonMap { ["_id"] = 1 }, limit);
    }

    private BsonMap Find(IReadOnlyList<BsonMap> all, BsonMap sort, int limit)
    {
        var projection = new BsonMap { [MongoShape.VersionMember] = 1, [MongoShape.DocumentMember] = 1 };
        if (page.SortedBy is { } slot)
        {
            projection[MongoShape.PathOf(slot)] = 1;
        }

        return new BsonMap { ["find"] = shape.Name, ["filter"] = MongoFilter.All(all), ["projection"] = projection, ["sort"] = sort, ["limit"] = limit, ["batchSize"] = limit };
    }

    private object? SortValue(BsonView found) => page.SortedBy is { } slot && found.Find(MongoShape.FieldsMember)?.Document.Find(slot.Name) is { } value
        ? slot.Type switch
        {
            FieldType.Number => value.Double,
            FieldType.Instant => value.Int64,
            _ => value.Text,
        }
        : null;
}
