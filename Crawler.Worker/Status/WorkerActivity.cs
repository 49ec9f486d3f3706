using System.Collections.Concurrent;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.Workers;

namespace Crawler.Worker.Status;

/// <summary>What this worker is doing and has done; kept in memory by those who do it, told by <see cref="WorkerHeartbeat"/>.</summary>
internal sealed class WorkerActivity(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, JobInHand> _jobs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _queues = new(StringComparer.Ordinal);
    private long _done;
    private long _failed;
    private long _skipped;
    private long _putOff;
    private long _handedBack;

    /// <summary>Longest first.</summary>
    public IReadOnlyList<JobInHand> Jobs => [.. _jobs.Values.OrderBy(j => j.Since).ThenBy(j => j.JobId, StringComparer.Ordinal)];

    /// <summary>Sites, by id.</summary>
    public IReadOnlyList<string> Queues => [.. _queues.Keys.Order(StringComparer.Ordinal)];

    public JobTally Tally => new()
    {
        Done = Interlocked.Read(ref _done),
        Failed = Interlocked.Read(ref _failed),
        Skipped = Interlocked.Read(ref _skipped),
        PutOff = Interlocked.Read(ref _putOff),
        HandedBack = Interlocked.Read(ref _handedBack),
    };

    /// <summary>A job was claimed; it is in hand until disposed.</summary>
    public IDisposable Take(SweepJob job)
    {
        _jobs[job.Id] = new JobInHand
        {
            JobId = job.Id, SweepId = job.SweepId, SiteId = job.SiteId, Kind = job.Kind, Since = job.StartedAt ?? time.GetUtcNow(),
        };
        return new Hand(this, job.Id);
    }

    /// <summary>A job came out as the ledger now has it.</summary>
    public void Count(SweepJob concluded) => Interlocked.Increment(ref Counter(concluded.State));

    /// <summary>A job went back unfinished.</summary>
    public void CountHandedBack() => Interlocked.Increment(ref _handedBack);

    public void Join(string siteId) => _queues[siteId] = true;

    public void Leave(string siteId) => _queues.TryRemove(siteId, out _);

    private ref long Counter(JobState state)
    {
        switch (state)
        {
            case JobState.Done:
                return ref _done;
            case JobState.Skipped:
                return ref _skipped;
            case JobState.Pending:
                return ref _putOff;
            default:
                return ref _failed;
        }
    }

    private sealed class Hand(WorkerActivity activity, string jobId) : IDisposable
    {
        public void Dispose() => activity._jobs.TryRemove(jobId, out _);
    }
}
