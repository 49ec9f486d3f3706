using Crawler.Contracts.Listings;

namespace Crawler.Worker.Captures;

/// <summary>What changed between two looks at an advert. A pure function: the same two looks give the same observations with the same ids.</summary>
internal static class ListingDifference
{
    /// <param name="before">Null: never captured before.</param>
    /// <param name="after">As just captured.</param>
    public static IReadOnlyList<Observation> Between(Listing? before, Listing after)
    {
        if (before is null)
        {
            return [Observe(after, ObservationKind.Appeared, null, after.Title)];
        }

        var seen = new List<Observation>();
        if (after.Availability is Availability.Gone)
        {
            if (before.Availability is not Availability.Gone)
            {
                seen.Add(Observe(after, ObservationKind.Gone, before.Availability.ToString(), nameof(Availability.Gone)));
            }

            return seen;
        }

        if (before.Availability is Availability.Gone)
        {
            seen.Add(Observe(after, ObservationKind.Returned, nameof(Availability.Gone), after.Availability.ToString()));
        }
        else if (before.Availability != after.Availability)
        {
            seen.Add(Observe(after, ObservationKind.Availability, before.Availability.ToString(), after.Availability.ToString()));
        }

        if (before.Price?.Fingerprint() != after.Price?.Fingerprint())
        {
            seen.Add(Observe(after, ObservationKind.Price, PriceText(before.Price), PriceText(after.Price)));
        }

        if (!string.Equals(before.Title, after.Title, StringComparison.Ordinal))
        {
            seen.Add(Observe(after, ObservationKind.Title, before.Title, after.Title));
        }

        if (!string.Equals(before.Text, after.Text, StringComparison.Ordinal))
        {
            seen.Add(Observe(after, ObservationKind.Text, before.Text, after.Text));
        }

        return seen;
    }

    private static string? PriceText(PriceTag? price) => price is null ? null : price.Text ?? price.Fingerprint();

    private static Observation Observe(Listing listing, ObservationKind kind, string? before, string? after) => new()
    {
        Id = Observation.IdFor(listing.Id, listing.LastSweepId, kind),
        ListingId = listing.Id,
        SiteId = listing.SiteId,
        At = listing.GoneAt ?? listing.LastSeenAt,
        Kind = kind,
        Before = before,
        After = after,
        Price = listing.Price,
        CaptureId = listing.CaptureId,
        SweepId = listing.LastSweepId,
    };
}
