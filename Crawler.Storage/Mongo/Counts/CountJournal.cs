using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Crawler.Storage.Mongo.Counts;

/// <summary>
/// Keeps this store's session of a collection: opens it before the first write, saves it each second, closes it when nothing is written for long.
/// </summary>
internal sealed class CountJournal(
    MongoDatabase database, string collection, IReadOnlyList<FacetPlan> plans, CountTimes times, TimeProvider time, ILogger log) : IAsyncDisposable
{
    /// <summary>Where sessions and bases are.</summary>
    public const string Counts = "cyberpatrol_counts";

    // What an orderly stop grants the last saving.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _opening = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private volatile CountSession? _current;
    private Task _saving = Task.CompletedTask;
    private bool _lost;

    /// <summary>The open session, as it is now. Null: this store writes nothing.</summary>
    public BsonDocument? Current => _current?.ToBson(time.GetUtcNow());

    /// <summary>The session that a write belongs to, which has to be ended there.</summary>
    public async ValueTask<CountSession> BeginAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_current is { } open && open.TryBegin())
            {
                return open;
            }

            await _opening.WaitAsync(cancellationToken);
            try
            {
                if (_current is null)
                {
                    var session = new CountSession(collection, plans, _lost ? 1 : 0);
                    await database.InsertIfAbsentAsync(Counts, session.ToBson(time.GetUtcNow()), cancellationToken);
                    (_current, _lost) = (session, false);
                    _saving = StartSaving(session, _saving);
                }
            }
            finally
            {
                _opening.Release();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _saving;
        _stopping.Dispose();
        _opening.Dispose();
    }

    /// <summary>Apart from the trace of the write that happens to be the first.</summary>
    private Task StartSaving(CountSession session, Task before)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => SaveAsync(session, before), CancellationToken.None);
        }
    }

    private async Task SaveAsync(CountSession session, Task before)
    {
        await before;
        using var ticks = new PeriodicTimer(times.Save, time);
        var (written, told) = (time.GetTimestamp(), time.GetTimestamp());
        bool goesOn = true;
        while (goesOn)
        {
            bool isStopped = await IsStoppedAsync(ticks);
            bool isIdle = time.GetElapsedTime(written) >= times.Idle;
            if ((isStopped || isIdle) && session.TryClose(evenInMidWrite: isStopped))
            {
                _current = null;
                goesOn = false;
            }

            if (session.TakeChanges(time.GetUtcNow(), evenIfNone: false) is { } changes)
            {
                written = told = time.GetTimestamp();
                goesOn &= await TryReplaceAsync(session, changes);
            }
            else if (!goesOn || time.GetElapsedTime(told) >= times.Beat)
            {
                told = time.GetTimestamp();
                goesOn &= await TryReplaceAsync(session, session.ToBson(time.GetUtcNow()));
            }
        }
    }

    private async Task<bool> IsStoppedAsync(PeriodicTimer ticks)
    {
        try
        {
            await ticks.WaitForNextTickAsync(_stopping.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    /// <returns>False: others took the session for dead and counted anew, so it ends here.</returns>
    private async Task<bool> TryReplaceAsync(CountSession session, BsonDocument changes)
    {
        var filter = Builders<BsonDocument>.Filter;
        var still = filter.Eq("_id", session.Id) & filter.Exists(CountSession.FoldedMember, exists: false);
        using var limit = new CancellationTokenSource(_stopping.IsCancellationRequested ? Patience : Timeout.InfiniteTimeSpan, time);
        try
        {
            var replaced = await database.RunAsync(token => database.Collection(Counts).ReplaceOneAsync(still, changes, cancellationToken: token), limit.Token);
            if (replaced.MatchedCount > 0)
            {
                return true;
            }

            session.TryClose(evenInMidWrite: true);
            (_current, _lost) = (null, true);
            return false;
        }
        catch (Exception problem) when (problem is StoreException or OperationCanceledException)
        {
            // The next second tries again; a process that never can is taken for dead, and counts are taken anew.
            session.GiveBack();
            Log.CountsNotSaved(log, collection, problem.Message);
            return true;
        }
    }
}
