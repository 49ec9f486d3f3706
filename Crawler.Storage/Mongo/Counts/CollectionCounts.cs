using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Layout;
using Crawler.Storage.Mongo.Queries;
using Microsoft.Extensions.Logging;
using MongoDB.Bson;

namespace Crawler.Storage.Mongo.Counts;

/// <summary>
/// A collection's counts, kept up to date on write: one document of numbers that were counted on the server, to which each process adds once a second
/// what its writes have changed since. What a process that died had not added is put right by counting anew while nobody writes.
/// </summary>
internal sealed class CollectionCounts : IAsyncDisposable
{
    /// <summary>Where they are.</summary>
    public const string Collection = "cyberpatrol_counts";

    /// <summary>Rises with each change of the document.</summary>
    public const string GenerationMember = "generation";

    /// <summary>What <see cref="GenerationMember"/> was after it was counted. None: it has never been.</summary>
    public const string CountedMember = "counted";

    /// <summary>Nothing is known to be missing.</summary>
    public const string ExactMember = "exact";

    /// <summary>The numbers.</summary>
    public const string TallyMember = "tally";

    private const string AtMember = "at";

    private readonly MongoDatabase _database;
    private readonly MongoShape _shape;
    private readonly IReadOnlyList<FacetRequest> _requests;
    private readonly IReadOnlyList<FacetPlan> _plans;
    private readonly CountTimes _times;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private Task _recounting = Task.CompletedTask;
    private long? _tried;

    /// <param name="requests">The facets to keep.</param>
    public CollectionCounts(MongoDatabase database, MongoShape shape, IReadOnlyList<FacetRequest> requests, CountTimes times, TimeProvider time, ILogger log)
    {
        (_database, _shape, _times, _time, _log) = (database, shape, times, time, log);
        _requests = [.. requests.Select(r => r with { Limit = int.MaxValue })];
        _plans = [.. _requests.Select(r => new FacetPlan(shape, r))];
        Id = $"{shape.Name} {shape.Print} {string.Join(';', _plans.Select(p => $"{p.Slot.Name}:{string.Join(',', p.BandNames)}"))}";
        Changes = new CountChanges(database, Id, _plans, times, time, log);
    }

    /// <summary>Key of the document: the collection, and what is counted of it.</summary>
    public string Id { get; }

    /// <summary>What the writes of this process have changed.</summary>
    public CountChanges Changes { get; }

    /// <summary>Gives a collection that is still empty counts of nothing, which are exact however much is being written from now on.</summary>
    public async Task BeginEmptyAsync(CancellationToken cancellationToken)
    {
        if (await _database.FindAsync(Collection, Id, cancellationToken, "_id") is null
            && await _database.CountAsync(_shape.Name, [], cancellationToken, most: 1) == 0)
        {
            await TryReplaceAsync(null, new FacetTally(), isExact: true, cancellationToken);
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

        await Changes.SaveAsync(CancellationToken.None).WaitAsync(cancellationToken);
        var known = await _database.FindAsync(Collection, Id, cancellationToken);
        if (NeedsRecount(known))
        {
            StartRecount();
        }

        if (known is null || !known.Contains(CountedMember))
        {
            return null;
        }

        var tally = FacetTally.Read(known[TallyMember].AsBsonDocument);
        return ([.. asked.Zip(counted, (a, c) => tally.Answer(a, c!))], tally.Documents);
    }

    /// <summary>Counts nothing anew from here on.</summary>
    public Task StopAsync() => _stopping.CancelAsync();

    /// <summary>Saves what has not been saved.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _recounting;
        await Changes.DisposeAsync();
        _stopping.Dispose();
    }

    /// <summary>Counts the collection on the server, unless it is being written to and has been counted before.</summary>
    internal async Task RecountAsync(CancellationToken cancellationToken)
    {
        // Each process saves what its writes changed long before the pause is over, so a write at any time from here on changes the generation.
        var begun = await _database.FindAsync(Collection, Id, cancellationToken);
        var actual = await CountAsync(cancellationToken);
        await Task.Delay(_times.Settle, _time, cancellationToken);
        var ended = await _database.FindAsync(Collection, Id, cancellationToken);
        bool isQuiet = begun?[GenerationMember] == ended?[GenerationMember];
        if ((isQuiet || ended?.Contains(CountedMember) != true) && await TryReplaceAsync(ended, actual, isQuiet, cancellationToken))
        {
            Log.CountedAnew(_log, _shape.Name, actual.Documents, isQuiet);
        }
    }

    /// <returns>False: another process has changed it in the meantime.</returns>
    private async Task<bool> TryReplaceAsync(BsonDocument? old, FacetTally tally, bool isExact, CancellationToken cancellationToken)
    {
        long generation = (old?[GenerationMember].ToInt64() ?? 0) + 1;
        var now = new BsonDocument
        {
            ["_id"] = Id,
            [GenerationMember] = generation,
            [CountedMember] = generation,
            [AtMember] = new BsonDateTime(_time.GetUtcNow().ToUnixTimeMilliseconds()),
            [ExactMember] = isExact,
            [TallyMember] = tally.ToBson(),
        };
        if (old is null)
        {
            return await _database.InsertIfAbsentAsync(Collection, now, cancellationToken);
        }

        var same = new BsonDocument { ["_id"] = Id, [GenerationMember] = old[GenerationMember] };
        var (found, mayHaveRunBefore) = await _database.ReplaceAsync(Collection, same, now, cancellationToken);
        return found || mayHaveRunBefore;
    }

    private async Task<FacetTally> CountAsync(CancellationToken cancellationToken)
    {
        var facets = await new MongoFacets(_shape, new DocumentQuery(), _requests).RunAsync(
            pipeline => _database.AggregateAsync(_shape.Name, pipeline, cancellationToken));
        var tally = new FacetTally { Documents = await _database.CountAsync(_shape.Name, [], cancellationToken) };
        for (int i = 0; i < _plans.Count; i++)
        {
            tally.Add(_plans[i], facets[i]);
        }

        return tally;
    }

    private bool NeedsRecount(BsonDocument? known)
    {
        if (known is null || !known.Contains(CountedMember) || !known[ExactMember].AsBoolean)
        {
            return true;
        }

        var age = _time.GetUtcNow().UtcDateTime - known[AtMember].ToUniversalTime();
        return age > (known[GenerationMember].ToInt64() == known[CountedMember].ToInt64() ? _times.Old : _times.OldChanged);
    }

    private void StartRecount()
    {
        lock (_gate)
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
