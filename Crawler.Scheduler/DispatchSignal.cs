using System.Threading.Channels;

namespace Crawler.Scheduler;

/// <summary>One site's part of one sweep.</summary>
internal readonly record struct SweepSite(string SweepId, string SiteId);

/// <summary>Tells the dispatch loop which sites have changed. Many notes about one site between two looks count as one.</summary>
internal sealed class DispatchSignal
{
    private readonly Channel<bool> _wakeUp = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Lock _lock = new();
    private HashSet<SweepSite> _changed = [];

    public void Note(string sweepId, string siteId)
    {
        lock (_lock)
        {
            _changed.Add(new SweepSite(sweepId, siteId));
        }

        _wakeUp.Writer.TryWrite(true);
    }

    /// <summary>Ends when a site has changed. Only one may wait at a time.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _wakeUp.Reader.WaitToReadAsync(cancellationToken).AsTask();

    /// <summary>The sites noted since the last call.</summary>
    public IReadOnlyCollection<SweepSite> Take()
    {
        _wakeUp.Reader.TryRead(out _);
        lock (_lock)
        {
            var taken = _changed;
            _changed = [];
            return taken;
        }
    }
}
