using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Layout;
using MongoDB.Bson;

namespace Crawler.Storage.Mongo.Queries;

/// <summary>
/// One page of a query: first the documents that have the sort field, then those without. MongoDB itself puts those without first when rising and last
/// when falling.
/// </summary>
internal sealed class MongoPageSearch
{
    private readonly MongoShape _shape;
    private readonly PageRequest _page;
    private readonly List<BsonDocument> _conditions;

    /// <exception cref="ArgumentException">The query does not fit the collection, its limit is out of range, or the cursor is another query's.</exception>
    public MongoPageSearch(MongoShape shape, DocumentQuery query)
    {
        this._shape = shape;
        _page = new PageRequest(shape, query);
        _conditions = MongoFilter.Of(shape, query);
    }

    /// <param name="find">Finds all it asks for.</param>
    public async Task<Page<T>> RunAsync<T>(Func<MongoFind, Task<List<BsonDocument>>> find, Func<BsonDocument, Stored<T>> read)
        where T : class
    {
        // One more than asked for tells whether there is a next page.
        var found = new List<BsonDocument>();
        if (_page.SortedBy is { } slot && _page.After is not { Without: true })
        {
            found.AddRange(await find(Sorted(slot, _page.Limit + 1)));
        }

        if (found.Count <= _page.Limit && MayBeWithout)
        {
            found.AddRange(await find(Unsorted(_page.Limit + 1 - found.Count)));
        }

        string? next = found.Count > _page.Limit ? _page.CursorAt(found[_page.Limit - 1]["_id"].AsString, SortValue(found[_page.Limit - 1])) : null;
        return new Page<T>([.. found.Take(_page.Limit).Select(read)], next);
    }

    // A filter on the sort field leaves nobody without it, and the falling order has them already.
    private bool MayBeWithout => !_page.SortFieldRequired && !BringsThoseWithout;

    private bool BringsThoseWithout => _page is { SortedBy: not null, Descending: true, After: null };

    /// <summary>Those that have the sort field; when falling from the beginning, those without it behind them.</summary>
    internal MongoFind Sorted(FieldSlot slot, int limit)
    {
        var all = new List<BsonDocument>(_conditions);
        if (_page.After is { } after)
        {
            all.Add(MongoFilter.Behind(slot, _page.Descending, after));
        }
        else if (MayBeWithout)
        {
            all.Add(MongoFilter.Exists(slot));
        }

        return Find(all, new BsonDocument { [MongoShape.PathOf(slot)] = _page.Descending ? -1 : 1, ["_id"] = 1 }, limit);
    }

    /// <summary>Those without it, or all when there is none.</summary>
    internal MongoFind Unsorted(int limit)
    {
        var all = new List<BsonDocument>(_conditions);
        if (_page.SortedBy is { } slot)
        {
            all.Add(MongoFilter.Exists(slot, exists: false));
        }

        if (_page.After is { } after && (_page.SortedBy is null || after.Without))
        {
            all.Add(MongoFilter.Behind(null, descending: false, after));
        }

        return Find(all, new BsonDocument { ["_id"] = 1 }, limit);
    }

    private MongoFind Find(IReadOnlyList<BsonDocument> all, BsonDocument sort, int limit) => new(
        MongoFilter.All(all),
        _page.SortedBy is { } slot ? [MongoShape.VersionMember, MongoShape.DocumentMember, MongoShape.PathOf(slot)] : [MongoShape.VersionMember, MongoShape.DocumentMember],
        sort,
        limit);

    private object? SortValue(BsonDocument found) => _page.SortedBy is { } slot && found.GetValue(MongoShape.FieldsMember, null) is BsonDocument fields && fields.TryGetValue(slot.Name, out var value)
        ? slot.Type switch
        {
            FieldType.Number => value.ToDouble(),
            FieldType.Instant => value.AsBsonDateTime.MillisecondsSinceEpoch,
            _ => value.AsString,
        }
        : null;
}

/// <summary>A question for documents.</summary>
/// <param name="Members">What of each document is wanted.</param>
internal sealed record MongoFind(BsonDocument Filter, IReadOnlyList<string> Members, BsonDocument Sort, int Limit);
