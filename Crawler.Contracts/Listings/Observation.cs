namespace Crawler.Contracts.Listings;

/// <summary>A change of an advert, at the instant it was seen. Never edited.</summary>
public sealed record Observation
{
    /// <summary><see cref="IdFor"/>: seeing the same change in the same capture twice records it once.</summary>
    public required string Id { get; init; }

    public required string ListingId { get; init; }

    public required string SiteId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ObservationKind Kind { get; init; }

    /// <summary>As it was. Null for <see cref="ObservationKind.Appeared"/>.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>The price at that moment, on every observation that has one: the price line.</summary>
    public PriceTag? Price { get; init; }

    public required string CaptureId { get; init; }

    public required string SweepId { get; init; }

    public static string IdFor(string listingId, string sweepId, ObservationKind kind) =>
        DeterministicId.From("observation", listingId, sweepId, kind.ToString());
}

/// <summary>What changed.</summary>
public enum ObservationKind
{
    /// <summary>Captured for the first time.</summary>
    Appeared,
    Price,
    Title,
    Text,
    Availability,
    Gone,

    /// <summary>There again after having been gone.</summary>
    Returned,
}
