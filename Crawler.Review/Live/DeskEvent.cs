using Crawler.Contracts.Messages;

namespace Crawler.Review.Live;

/// <summary>Something happened that an open page may want to show.</summary>
internal abstract record DeskEvent
{
    /// <summary>A listing was captured, new or again.</summary>
    public sealed record Captured(ListingCaptured Listing) : DeskEvent;

    /// <summary>A sweep ended.</summary>
    public sealed record Finished(SweepFinished Sweep) : DeskEvent;

    /// <summary>A site made trouble.</summary>
    public sealed record Trouble(SiteTrouble Site) : DeskEvent;

    /// <summary>A watch list was stored, paused or removed.</summary>
    public sealed record ListChanged(string WatchListId) : DeskEvent;

    /// <summary>A sweep was started from this desk, or a site switched.</summary>
    public sealed record Changed : DeskEvent;
}
