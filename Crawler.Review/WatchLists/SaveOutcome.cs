namespace Crawler.Review.WatchLists;

/// <summary>What came of a change to a stored watch list.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Version">The version that is there, when it was stale.</param>
internal sealed record SaveOutcome(SaveKind Kind, long Version = 0)
{
    public static SaveOutcome Saved { get; } = new(SaveKind.Saved);

    public static SaveOutcome Missing { get; } = new(SaveKind.Missing);

    public static SaveOutcome StaleAt(long version) => new(SaveKind.Stale, version);
}

/// <summary>How a change ended.</summary>
internal enum SaveKind
{
    Saved,

    /// <summary>There is no such list.</summary>
    Missing,

    /// <summary>Somebody else changed it first.</summary>
    Stale,
}
