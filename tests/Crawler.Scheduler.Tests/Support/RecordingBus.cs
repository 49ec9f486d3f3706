using System.Collections.Concurrent;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;

namespace Crawler.Scheduler.Tests.Support;

/// <summary>Keeps what it is given, or refuses it.</summary>
internal sealed class RecordingBus : ISchedulerBus, IDisposable
{
    private readonly SemaphoreSlim _sends = new(0);

    public ConcurrentQueue<SweepJob> Sent { get; } = [];

    public ConcurrentQueue<SweepFinished> Announced { get; } = [];

    public ConcurrentQueue<SiteTrouble> Warned { get; } = [];

    public ConcurrentQueue<SiteDrifted> Drifted { get; } = [];

    public bool Down { get; set; }

    /// <summary>Ends when so many more jobs have been sent; fails the test after a minute.</summary>
    public async Task SentAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Assert.That(await _sends.WaitAsync(TimeSpan.FromMinutes(1)), Is.True, "No job was sent within a minute.");
        }
    }

    /// <summary>Sites whose queue no worker has ever opened.</summary>
    public HashSet<string> Unserved { get; } = new(StringComparer.Ordinal);

    public Task<bool> SendAsync(SweepJob job, CancellationToken cancellationToken)
    {
        Sent.Enqueue(Down ? throw new IOException("the broker is down") : job);
        _sends.Release();
        return Task.FromResult(!Unserved.Contains(job.SiteId));
    }

    public Task AnnounceAsync(SweepFinished finished, CancellationToken cancellationToken)
    {
        Announced.Enqueue(Down ? throw new IOException("the broker is down") : finished);
        return Task.CompletedTask;
    }

    public Task WarnAsync(SiteTrouble trouble, CancellationToken cancellationToken)
    {
        Warned.Enqueue(Down ? throw new IOException("the broker is down") : trouble);
        return Task.CompletedTask;
    }

    public Task AnnounceAsync(SiteDrifted drifted, CancellationToken cancellationToken)
    {
        Drifted.Enqueue(Down ? throw new IOException("the broker is down") : drifted);
        return Task.CompletedTask;
    }

    public void Dispose() => _sends.Dispose();

    /// <summary>The sent jobs since the last call.</summary>
    public IReadOnlyList<SweepJob> TakeSent()
    {
        var taken = new List<SweepJob>();
        while (Sent.TryDequeue(out var job))
        {
            taken.Add(job);
        }

        return taken;
    }
}
