using Crawler.Storage.Declarations;
using MongoDB.Bson;

namespace Crawler.Storage.Mongo.Counts;

/// <summary>
/// What one store has added to a collection's counts while it was writing: a document of <c>cyberpatrol_counts</c>, there and open before the first
/// write, saved each second, closed after the last. One that stays open without a sign of life belongs to a process that died, and may lack its last
/// second.
/// </summary>
/// <param name="unknown">Writes of before whose effect nobody counted.</param>
internal sealed class CountSession(string collection, IReadOnlyList<FacetPlan> plans, long unknown)
{
    public const string CollectionMember = "collection";
    public const string OpenMember = "open";
    public const string AtMember = "at";
    public const string BegunMember = "begun";
    public const string EndedMember = "ended";
    public const string UnknownMember = "unknown";
    public const string TallyMember = "tally";

    /// <summary>Set by whoever counts anew and takes the session for dead.</summary>
    public const string FoldedMember = "folded";

    private readonly Lock _state = new();
    private readonly FacetTally _tally = new();
    private long _begun;
    private long _ended;
    private long _unknown = unknown;
    private long _saved = -1;
    private bool _isClosed;

    public string Id { get; } = $"{collection} {Guid.NewGuid():n}";

    /// <summary>False: it is closed, begin another.</summary>
    public bool TryBegin()
    {
        lock (_state)
        {
            _begun += _isClosed ? 0 : 1;
            return !_isClosed;
        }
    }

    public void End(CountedWrite write)
    {
        lock (_state)
        {
            _ended++;
            _unknown += ReferenceEquals(write, CountedWrite.Unknown) ? 1 : 0;
            if (write.Before is { } before)
            {
                _tally.Add(plans, before, -1);
            }

            if (write.After is { } after)
            {
                _tally.Add(plans, after, 1);
            }
        }
    }

    /// <summary>As it is to be saved. Null: nothing has changed since the last time, and it need not be told.</summary>
    public BsonDocument? TakeChanges(DateTimeOffset now, bool evenIfNone)
    {
        lock (_state)
        {
            bool changed = _saved != _begun + _ended;
            _saved = _begun + _ended;
            return changed || evenIfNone ? ToBson(now) : null;
        }
    }

    /// <summary>What was taken was not saved.</summary>
    public void GiveBack()
    {
        lock (_state)
        {
            _saved = -1;
        }
    }

    /// <summary>No further write belongs to it.</summary>
    /// <returns>False: a write is under way.</returns>
    public bool TryClose(bool evenInMidWrite)
    {
        lock (_state)
        {
            _unknown += evenInMidWrite ? _begun - _ended : 0;
            _isClosed |= _begun == _ended || evenInMidWrite;
            return _isClosed;
        }
    }

    public BsonDocument ToBson(DateTimeOffset now)
    {
        lock (_state)
        {
            return new BsonDocument
            {
                ["_id"] = Id,
                [CollectionMember] = collection,
                [OpenMember] = !_isClosed,
                [AtMember] = new BsonDateTime(now.ToUnixTimeMilliseconds()),
                [BegunMember] = _begun,
                [EndedMember] = _ended,
                [UnknownMember] = _unknown,
                [TallyMember] = _tally.ToBson(),
            };
        }
    }
}
