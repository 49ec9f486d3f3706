using Crawler.Analysis.Listings;
using Crawler.Contracts.Captures;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sellers;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;

namespace Crawler.Worker.Captures;

/// <summary>Puts an advert together from its page, its row and what was known before. The page wins over the row, the row over nothing.</summary>
internal static class ListingAssembly
{
    /// <returns>The listing without its evidence: <see cref="Listing.CaptureId"/> and <see cref="Listing.Images"/> are empty.</returns>
    public static Listing Assemble(CaptureTarget target, SiteDefinition site, Sweep sweep, DetailReading page, Listing? known, FetchedPage fetched)
    {
        var row = target.Row;
        string title = page.Title ?? row?.Title ?? known?.Title ?? target.Url;
        string? text = page.Description ?? row?.Snippet ?? known?.Text;
        string spoken = $"{title}\n{text}";
        var availability = page.Availability ?? row?.Availability ?? Availability.Available;
        var price = page.Price ?? row?.Price;
        return new Listing
        {
            Id = target.ListingId,
            SiteId = site.Id,
            SiteListingId = target.SiteListingId ?? page.Id ?? known?.SiteListingId,
            Url = target.Url,
            FinalUrl = fetched.FinalUrl.AbsoluteUri,
            Title = title,
            Text = text,
            Language = LanguageReader.Detect(spoken) ?? page.PageLanguage ?? known?.Language,
            OfferKind = OfferKindReader.Read(title, text, availability, site.Kind, price?.Amount is not null),
            Availability = availability,
            Price = price,
            Category = page.Category,
            Condition = page.Condition,
            Quantity = page.Quantity,
            WeightGrams = WeightReader.Grams(spoken),
            Location = page.Location ?? row?.Location,
            ShipsFrom = page.ShipsFrom,
            ShipsTo = page.ShipsTo,
            Seller = page.Seller ?? (row?.Seller is { } name ? new SellerMention { Handle = name, DisplayName = name } : known?.Seller),
            Contacts = ContactReader.Read(spoken, site.Country),
            Images = [],
            PostedText = page.PostedText ?? row?.PostedText,
            PostedAt = page.PostedAt ?? row?.PostedAt,
            FirstSeenAt = known?.FirstSeenAt ?? fetched.At,
            LastSeenAt = fetched.At,
            LastSweepId = sweep.Id,
            CaptureId = "",
            RowFingerprint = row?.Fingerprint() ?? known?.RowFingerprint,
            Hits = known?.Hits ?? [],
            WatchListIds = known?.WatchListIds ?? [],
            Tiers = page.Tiers,
            SiteVersion = site.Version,
            ParserVersion = WorkerVersion.Parser,
        };
    }

    /// <summary>The advert as it was, no longer there.</summary>
    public static Listing Vanished(Listing known, Sweep sweep, Capture evidence) => known with
    {
        Availability = Availability.Gone,
        GoneAt = evidence.At,
        LastSweepId = sweep.Id,
        CaptureId = evidence.Id,
    };
}
