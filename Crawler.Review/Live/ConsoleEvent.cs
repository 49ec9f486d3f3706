using Crawler.Contracts.Messages;

namespace Crawler.Review.Live;

/// <summary>Something happened that an open page may want to show.</summary>
internal abstract record ConsoleEvent
{
    /// <summary>A listing was captured, new or again.</summary>
    public sealed record Captured(ListingCaptured Listing) : ConsoleEvent;

    /// <summary>A sweep ended.</summary>
    public sealed record Finished(SweepFinished Sweep) : ConsoleEvent;

    /// <summary>A site made trouble.</summary>
    public sealed record Trouble(SiteTrouble Site) : ConsoleEvent;

    /// <summary>A watch list was stored, paused or removed.</summary>
    public sealed record ListChanged(string WatchListId) : ConsoleEvent;

    /// <summary>A sweep was started from this console, or a site switched.</summary>
    public sealed record Changed : ConsoleEvent;
}
