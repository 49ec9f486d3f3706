namespace Crawler.Contracts.Listings;

/// <summary>
/// A row that was captured and found to hold no term of the list: only its fingerprint is kept, so that it is not fetched again every night and no personal
/// data of an irrelevant advert is stored.
/// </summary>
public sealed record SeenRow
{
    /// <summary><see cref="KeyFor"/>.</summary>
    public required string Key { get; init; }

    public required string SiteId { get; init; }

    public required string RowFingerprint { get; init; }

    /// <summary>Of the terms it was judged by; other terms, another judgement.</summary>
    public required string TermsFingerprint { get; init; }

    public required DateTimeOffset At { get; init; }

    public static string KeyFor(string watchListId, string listingId) => $"{watchListId}/{listingId}";
}
