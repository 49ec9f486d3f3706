namespace Crawler.Contracts.Sellers;

/// <summary>An account on one site. It is not a person: who is behind it is a scored hypothesis made elsewhere.</summary>
public sealed record SellerAccount
{
    /// <summary><see cref="IdFor"/>.</summary>
    public required string Id { get; init; }

    public required string SiteId { get; init; }

    public required string Handle { get; init; }

    public string? DisplayName { get; init; }

    public string? ProfileUrl { get; init; }

    public string? Feedback { get; init; }

    public string? Country { get; init; }

    /// <summary>All contacts its adverts have shown.</summary>
    public ContactDetails Contacts { get; init; } = new();

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    public static string IdFor(string siteId, string handle) => $"{siteId}~{DeterministicId.From("seller", siteId, handle)[..16]}";
}
