using System.Threading.Channels;

namespace Crawler.Scheduler.Dispatching;

/// <summary>One site's part of one sweep.</summary>
internal readonly record struct SweepSite(string SweepId, string SiteId);

/// <summary>Tells the dispatch loop which sites have news. Many words about one site between two looks count as one.</summary>
internal sealed class DispatchSignal
{
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Lock gate = new();
    private HashSet<SweepSite> news = [];

    public void Note(string sweepId, string siteId)
    {
        lock (gate)
        {
            news.Add(new SweepSite(sweepId, siteId));
        }

        bell.Writer.TryWrite(true);
    }

    /// <summary>Ends when there is news. Only one may wait at a time.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => bell.Reader.WaitToReadAsync(cancellationToken).AsTask();

    /// <summary>The news since the last call.</summary>
    public IReadOnlyCollection<SweepSite> Take()
    {
        bell.Reader.TryRead(out _);
        lock (gate)
        {
            var taken = news;
            news = [];
            return taken;
        }
    }
}
