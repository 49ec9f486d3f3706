namespace Crawler.Contracts.Sellers;

/// <summary>The seller as an advert's page names them.</summary>
public sealed record SellerMention
{
    /// <summary>The site's own name for the account. Null: only a display name was shown.</summary>
    public string? Handle { get; init; }

    public string? DisplayName { get; init; }

    public string? ProfileUrl { get; init; }

    /// <summary>As printed: "98 % (412)".</summary>
    public string? Feedback { get; init; }

    public string? Country { get; init; }
}
