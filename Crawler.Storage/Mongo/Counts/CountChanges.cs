using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;
using MongoDB.Bson;

namespace Crawler.Storage.Mongo.Counts;

/// <summary>
/// What the writes of this process have changed in a collection's counts, added to the stored numbers a second after the first of them (see
/// <see cref="CountTimes.Save"/>).
/// </summary>
/// <param name="id">Key of the stored numbers.</param>
internal sealed class CountChanges(MongoDatabase database, string id, IReadOnlyList<FacetPlan> plans, CountTimes times, TimeProvider time, ILogger log) : IAsyncDisposable
{
    // What an orderly stop grants the last saving.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _saving = new(1);
    private readonly Lock _gate = new();
    private FacetTally _unsaved = new();
    private bool _uncertain;
    private Task? _nextSave;

    /// <summary>Counts what a write changed.</summary>
    /// <param name="before">The indexed fields of the document it took away. Null: none.</param>
    /// <param name="after">The indexed fields of the document it put there. Null: none.</param>
    public void Add(BsonDocument? before, BsonDocument? after) => Change(() =>
    {
        if (before is not null)
        {
            _unsaved.Add(plans, before, -1);
        }

        if (after is not null)
        {
            _unsaved.Add(plans, after, 1);
        }
    });

    /// <summary>A write may have changed something, nobody knows what.</summary>
    public void AddUnknown() => Change(() => _uncertain = true);

    /// <summary>Adds to the stored numbers what has been counted since it last did. A failure is logged, and tried again.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await _saving.WaitAsync(cancellationToken);
        var (unsaved, uncertain) = Take();
        try
        {
            if (!unsaved.IsEmpty || uncertain)
            {
                await SaveAsync(unsaved, uncertain, cancellationToken);
            }
        }
        catch (Exception problem) when (problem is StoreException or OperationCanceledException)
        {
            Change(() =>
            {
                _unsaved.Add(unsaved);
                _uncertain = true;
            });
            Log.CountsNotSaved(log, id, problem.Message);
        }
        finally
        {
            _saving.Release();
        }
    }

    /// <summary>Saves what has not been saved.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Task? nextSave;
        lock (_gate)
        {
            nextSave = _nextSave;
        }

        await (nextSave ?? Task.CompletedTask);
        using (var limit = new CancellationTokenSource(Patience, time))
        {
            await SaveAsync(limit.Token);
        }

        _stopping.Dispose();
        _saving.Dispose();
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            _nextSave ??= StartSaving();
        }
    }

    private Task StartSaving()
    {
        // Apart from the trace of the write that happens to be the first.
        using (ExecutionContext.SuppressFlow())
        {
            return _stopping.IsCancellationRequested ? Task.CompletedTask : Task.Run(SaveSoonAsync, CancellationToken.None);
        }
    }

    private async Task SaveSoonAsync()
    {
        try
        {
            await Task.Delay(times.Save, time, _stopping.Token);
            await SaveAsync(_stopping.Token);
            lock (_gate)
            {
                _nextSave = _unsaved.IsEmpty && !_uncertain ? null : StartSaving();
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the store saves.
        }
    }

    private async Task SaveAsync(FacetTally unsaved, bool uncertain, CancellationToken cancellationToken)
    {
        var changes = new BsonDocument { ["$inc"] = unsaved.Increments(CollectionCounts.TallyMember).Add(CollectionCounts.GenerationMember, 1L) };
        if (uncertain)
        {
            changes["$set"] = new BsonDocument { [CollectionCounts.ExactMember] = false };
        }

        bool mayHaveRunBefore = await database.UpsertAsync(CollectionCounts.Collection, id, changes, cancellationToken);
        if (mayHaveRunBefore)
        {
            AddUnknown();
        }
    }

    private (FacetTally Unsaved, bool Uncertain) Take()
    {
        lock (_gate)
        {
            var taken = (_unsaved, _uncertain);
            (_unsaved, _uncertain) = (new FacetTally(), false);
            return taken;
        }
    }
}
