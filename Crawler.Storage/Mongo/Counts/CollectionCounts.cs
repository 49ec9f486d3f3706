using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Layout;
using Crawler.Storage.Mongo.Queries;
using Microsoft.Extensions.Logging;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Crawler.Storage.Mongo.Counts;

/// <summary>
/// A collection's counts, kept up to date on write: a base that was counted on the server, and what each store's session has added since. The sum is
/// right as soon as all sessions are saved; what a process that died had not saved is put right by counting anew when nobody writes.
/// </summary>
internal sealed class CollectionCounts : IAsyncDisposable
{
    private const string PrintMember = "print";
    private const string FoldedMember = "folded";
    private const string ExactMember = "exact";
    private const string GenerationMember = "generation";

    private readonly MongoDatabase _database;
    private readonly MongoShape _shape;
    private readonly IReadOnlyList<FacetRequest> _requests;
    private readonly IReadOnlyList<FacetPlan> _plans;
    private readonly string _print;
    private readonly CountTimes _times;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CountJournal _journal;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _starting = new();
    private Task _recounting = Task.CompletedTask;
    private long? _tried;

    private static FilterDefinitionBuilder<BsonDocument> Those => Builders<BsonDocument>.Filter;

    private IMongoCollection<BsonDocument> Kept => _database.Collection(CountJournal.Counts);

    /// <param name="requests">The facets to keep.</param>
    public CollectionCounts(MongoDatabase database, MongoShape shape, IReadOnlyList<FacetRequest> requests, CountTimes times, TimeProvider time, ILogger log)
    {
        (this._database, this._shape, this._times, this._time, this._log) = (database, shape, times, time, log);
        this._requests = [.. requests.Select(r => r with { Limit = int.MaxValue })];
        _plans = [.. this._requests.Select(r => new FacetPlan(shape, r))];
        _print = $"{shape.Print} {string.Join(';', _plans.Select(p => $"{p.Slot.Name}:{string.Join(',', p.BandNames)}"))}";
        _journal = new CountJournal(database, shape.Name, _plans, times, time, log);
    }

    /// <summary>Gives a collection that is still empty a base of nothing, which is exact however much is being written from now on.</summary>
    public async Task BeginEmptyAsync(CancellationToken cancellationToken)
    {
        if (await _database.FindAsync(CountJournal.Counts, _shape.Name, cancellationToken, "_id") is null
            && !await _database.RunAsync(token => _database.Collection(_shape.Name).Find(Those.Empty).Limit(1).AnyAsync(token), cancellationToken))
        {
            await TryReplaceAsync(null, Base(null, new FacetTally(), [], [], isExact: true), cancellationToken);
        }
    }

    /// <summary>Runs a write and counts what it changed.</summary>
    public async Task<bool> WriteAsync(Func<Task<CountedWrite>> write, CancellationToken cancellationToken)
    {
        var session = await _journal.BeginAsync(cancellationToken);
        var written = CountedWrite.Unknown;
        try
        {
            written = await write();
            return written.Done;
        }
        finally
        {
            session.End(written);
        }
    }

    /// <summary>
    /// The facets, or the number of documents, over the whole collection. Null: something is asked that is not counted, or it has never been counted.
    /// </summary>
    public async Task<(IReadOnlyList<IReadOnlyList<FacetCount>> Facets, long Documents)?> ReadAsync(
        IReadOnlyList<FacetPlan> asked, CancellationToken cancellationToken)
    {
        var counted = asked.Select(a => _plans.FirstOrDefault(p => FacetTally.Serves(p, a))).ToList();
        if (counted.Contains(null))
        {
            return null;
        }

        var records = await RecordsAsync(cancellationToken);
        var known = BaseIn(records);
        if (known is null || NeedsRecount(known, records))
        {
            StartRecount();
        }

        if (known is null)
        {
            return null;
        }

        // Our own session is in memory, and further there than what was saved of it.
        var own = _journal.Current;
        var sum = FacetTally.Read(known[CountSession.TallyMember].AsBsonDocument);
        foreach (var session in SessionsIn(known, records).Where(s => s["_id"] != own?["_id"]))
        {
            sum.Add(FacetTally.Read(session[CountSession.TallyMember].AsBsonDocument), 1);
        }

        if (own is not null)
        {
            sum.Add(FacetTally.Read(own[CountSession.TallyMember].AsBsonDocument), 1);
        }

        return ([.. asked.Zip(counted, (a, c) => sum.Answer(a, c!))], sum.Documents);
    }

    /// <summary>Counts nothing anew from here on.</summary>
    public Task StopAsync() => _stopping.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _recounting;
        await _journal.DisposeAsync();
        _stopping.Dispose();
    }

    /// <summary>Counts the collection on the server, unless it is being written to and has been counted before.</summary>
    internal async Task RecountAsync(CancellationToken cancellationToken)
    {
        var first = await RecordsAsync(cancellationToken);
        await Task.Delay(_times.Settle, _time, cancellationToken);
        var begun = await RecordsAsync(cancellationToken);
        bool isQuiet = AreSame(first, begun);
        if (!isQuiet && BaseIn(begun) is not null)
        {
            return;
        }

        var actual = await CountAsync(cancellationToken);
        await Task.Delay(_times.Settle, _time, cancellationToken);
        var ended = await RecordsAsync(cancellationToken);
        isQuiet &= AreSame(begun, ended);
        if (isQuiet || BaseIn(ended) is null)
        {
            await SaveBaseAsync(actual, begun, isQuiet, cancellationToken);
        }
    }

    private async Task SaveBaseAsync(FacetTally actual, IReadOnlyList<BsonDocument> records, bool isExact, CancellationToken cancellationToken)
    {
        var old = records.FirstOrDefault(IsBase);
        var (live, folded) = (new List<BsonDocument>(), new BsonArray());
        foreach (var session in records.Where(r => !IsBase(r)))
        {
            if (IsLive(session))
            {
                live.Add(session);
                actual.Add(FacetTally.Read(session[CountSession.TallyMember].AsBsonDocument), -1);
            }
            else
            {
                folded.Add(session["_id"]);
            }
        }

        // Should one of them live after all, it learns here that it is no longer counted.
        var fold = Builders<BsonDocument>.Update.Set(CountSession.FoldedMember, true);
        await _database.RunAsync(token => Kept.UpdateManyAsync(Those.In("_id", folded), fold, cancellationToken: token), cancellationToken);
        var now = Base(old, actual, live, folded, isExact);
        if (await TryReplaceAsync(old, now, cancellationToken))
        {
            Log.CountedAnew(_log, _shape.Name, actual.Documents, isExact);

            // Those that nobody reads any more; what this base has folded stays until the next, for readers that still have the old one.
            var gone = old is null ? [] : old[FoldedMember].AsBsonArray;
            await _database.RunAsync(token => Kept.DeleteManyAsync(Those.In("_id", gone), token), cancellationToken);
        }
    }

    private BsonDocument Base(BsonDocument? old, FacetTally tally, IEnumerable<BsonDocument> live, BsonArray folded, bool isExact) => new()
    {
        ["_id"] = _shape.Name,
        [CountSession.CollectionMember] = _shape.Name,
        [GenerationMember] = (old?[GenerationMember].ToInt64() ?? 0) + 1,
        [PrintMember] = _print,
        [CountSession.AtMember] = new BsonDateTime(_time.GetUtcNow().ToUnixTimeMilliseconds()),
        [ExactMember] = isExact,
        [CountSession.UnknownMember] = live.Sum(s => s[CountSession.UnknownMember].ToInt64()),
        [FoldedMember] = folded,
        [CountSession.TallyMember] = tally.ToBson(),
    };

    /// <returns>False: another process has counted anew in the meantime.</returns>
    private async Task<bool> TryReplaceAsync(BsonDocument? old, BsonDocument now, CancellationToken cancellationToken)
    {
        if (old is null)
        {
            return await _database.InsertIfAbsentAsync(CountJournal.Counts, now, cancellationToken);
        }

        var same = Those.Eq("_id", _shape.Name) & Those.Eq(GenerationMember, old[GenerationMember]);
        var (replaced, mayHaveRunBefore) = await _database.WriteAsync(token => Kept.ReplaceOneAsync(same, now, cancellationToken: token), cancellationToken);
        return replaced.MatchedCount > 0 || mayHaveRunBefore;
    }

    private async Task<FacetTally> CountAsync(CancellationToken cancellationToken)
    {
        var collection = _database.Collection(_shape.Name);
        var facets = await new MongoFacets(_shape, new DocumentQuery(), _requests).RunAsync(pipeline => _database.AggregateAsync(_shape.Name, pipeline, cancellationToken));
        long documents = await _database.RunAsync(token => collection.CountDocumentsAsync(Those.Empty, cancellationToken: token), cancellationToken);
        var tally = new FacetTally { Documents = documents };
        for (int i = 0; i < _plans.Count; i++)
        {
            tally.Add(_plans[i], facets[i]);
        }

        return tally;
    }

    private Task<List<BsonDocument>> RecordsAsync(CancellationToken cancellationToken) =>
        _database.RunAsync(token => Kept.Find(Those.Eq(CountSession.CollectionMember, _shape.Name)).ToListAsync(token), cancellationToken);

    private bool IsBase(BsonDocument record) => record["_id"].AsString == _shape.Name;

    private BsonDocument? BaseIn(IEnumerable<BsonDocument> records) => records.FirstOrDefault(r => IsBase(r) && r[PrintMember].AsString == _print);

    private IEnumerable<BsonDocument> SessionsIn(BsonDocument known, IEnumerable<BsonDocument> records) =>
        records.Where(r => !IsBase(r) && !known[FoldedMember].AsBsonArray.Contains(r["_id"]));

    private bool IsLive(BsonDocument session) => session[CountSession.OpenMember].AsBoolean && !IsDead(session);

    private bool IsDead(BsonDocument session) =>
        session[CountSession.OpenMember].AsBoolean && _time.GetUtcNow().UtcDateTime - session[CountSession.AtMember].ToUniversalTime() > _times.Dead;

    private bool NeedsRecount(BsonDocument known, IReadOnlyList<BsonDocument> records)
    {
        var sessions = SessionsIn(known, records).ToList();
        return !known[ExactMember].AsBoolean
            || _time.GetUtcNow().UtcDateTime - known[CountSession.AtMember].ToUniversalTime() > _times.Old
            || sessions.Exists(IsDead)
            || sessions.Sum(s => s[CountSession.UnknownMember].ToInt64()) > known[CountSession.UnknownMember].ToInt64();
    }

    /// <summary>Nobody has written between the two, and nobody was writing.</summary>
    private bool AreSame(IEnumerable<BsonDocument> before, IEnumerable<BsonDocument> after)
    {
        IEnumerable<string> Writes(IEnumerable<BsonDocument> records) =>
            from record in records
            where !IsBase(record) && !IsDead(record)
            let writes = $"{record["_id"]} {record[CountSession.BegunMember]} {record[CountSession.EndedMember]}"
            orderby writes
            select writes;
        return Writes(before).SequenceEqual(Writes(after), StringComparer.Ordinal)
            && after.All(r => IsBase(r) || IsDead(r) || r[CountSession.BegunMember] == r[CountSession.EndedMember]);
    }

    private void StartRecount()
    {
        lock (_starting)
        {
            if (!_recounting.IsCompleted || _stopping.IsCancellationRequested || (_tried is { } last && _time.GetElapsedTime(last) < _times.Retry))
            {
                return;
            }

            _tried = _time.GetTimestamp();
            using (ExecutionContext.SuppressFlow())
            {
                _recounting = Task.Run(TryRecountAsync, CancellationToken.None);
            }
        }
    }

    private async Task TryRecountAsync()
    {
        try
        {
            await RecountAsync(_stopping.Token);
        }
        catch (Exception problem) when (problem is StoreException or OperationCanceledException)
        {
            // The next reader starts it again.
            Log.CountsNotTakenAnew(_log, _shape.Name, problem.Message);
        }
    }
}
