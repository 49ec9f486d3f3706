using Crawler.Contracts.Listings;
using Crawler.Contracts.Sellers;
using Crawler.Contracts.Sites;

namespace Crawler.Analysis.Scoring;

/// <summary>What is known of an advert when it is scored. Nothing of the person behind it.</summary>
public sealed record AdvertFacts
{
    public required string Title { get; init; }

    public string? Text { get; init; }

    public OfferKind OfferKind { get; init; } = OfferKind.Sale;

    public SiteKind SiteKind { get; init; } = SiteKind.Marketplace;

    public PriceTag? Price { get; init; }

    public decimal? WeightGrams { get; init; }

    public ContactDetails Contacts { get; init; } = new();

    public IReadOnlyList<TermHit> Hits { get; init; } = [];

    /// <summary>The facts of a stored listing, so that it can be scored again.</summary>
    public static AdvertFacts Of(Listing listing, SiteKind siteKind)
    {
        ArgumentNullException.ThrowIfNull(listing);
        return new AdvertFacts
        {
            Title = listing.Title,
            Text = listing.Text,
            OfferKind = listing.OfferKind,
            SiteKind = siteKind,
            Price = listing.Price,
            WeightGrams = listing.WeightGrams,
            Contacts = listing.Contacts,
            Hits = listing.Hits,
        };
    }
}
