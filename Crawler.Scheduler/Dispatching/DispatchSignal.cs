using System.Threading.Channels;

namespace Crawler.Scheduler.Dispatching;

/// <summary>One site's part of one sweep.</summary>
internal readonly record struct SweepSite(string SweepId, string SiteId);

/// <summary>Tells the dispatch loop which sites have news. Many words about one site between two looks count as one.</summary>
internal sealed class DispatchSignal
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Lock _gate = new();
    private HashSet<SweepSite> _news = [];

    public void Note(string sweepId, string siteId)
    {
        lock (_gate)
        {
            _news.Add(new SweepSite(sweepId, siteId));
        }

        _bell.Writer.TryWrite(true);
    }

    /// <summary>Ends when there is news. Only one may wait at a time.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _bell.Reader.WaitToReadAsync(cancellationToken).AsTask();

    /// <summary>The news since the last call.</summary>
    public IReadOnlyCollection<SweepSite> Take()
    {
        _bell.Reader.TryRead(out _);
        lock (_gate)
        {
            var taken = _news;
            _news = [];
            return taken;
        }
    }
}
