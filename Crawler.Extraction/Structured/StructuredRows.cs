using Crawler.Extraction.Values;
using Crawler.Pages.Addresses;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Structured;

/// <summary>Rows from a page's structured data: item lists, several products, or the offers of an aggregate.</summary>
internal static class StructuredRows
{
    public static readonly string[] ItemTypes =
    [
        "Product", "IndividualProduct", "ProductModel", "ProductGroup", "SomeProducts", "Offer", "Vehicle", "Car", "Motorcycle", "Book", "House", "Apartment",
        "Accommodation", "SingleFamilyResidence", "Residence",
        "RealEstateListing", "Event", "Service", "CreativeWork", "DiscussionForumPosting", "SocialMediaPosting", "Recipe",
    ];

    public static IReadOnlyList<RowDraft> Read(IReadOnlyList<Thing> top, PageAddress address, PriceContext prices, DateContext dates)
    {
        List<RowDraft> best = [];
        foreach (var list in Lists(top))
        {
            var rows = list.Select(t => Row(t, address, prices, dates)).Where(r => r is { Title: not null, Url: not null })
                .DistinctBy(r => r.Url, StringComparer.Ordinal).ToList();
            if (rows.Count > best.Count)
            {
                best = rows;
            }
        }

        return best.Count >= 2 ? best : [];
    }

    private static IEnumerable<List<Thing>> Lists(IReadOnlyList<Thing> top)
    {
        foreach (var thing in top.Concat(top.SelectMany(t => t.Things("mainEntity"))).Concat(top.SelectMany(t => t.Things("mainContentOfPage"))))
        {
            if (thing.Is("ItemList", "OfferCatalog", "SearchResultsPage", "CollectionPage", "ProductCollection", "DataFeed"))
            {
                yield return [.. thing.Things("itemListElement").Concat(thing.Things("itemOffered")).Concat(thing.Things("dataFeedElement"))];
            }

            foreach (var offer in Offers.Of(thing).Where(o => o.Is("AggregateOffer")))
            {
                yield return [.. offer.Things("offers")];
            }

            if (thing.Has("hasPart"))
            {
                yield return [.. thing.Things("hasPart")];
            }
        }

        yield return [.. top.Where(t => t.Is(ItemTypes))];
    }

    private static RowDraft Row(Thing thing, PageAddress address, PriceContext prices, DateContext dates)
    {
        var item = thing.Things("item").FirstOrDefault() ?? thing.Things("itemOffered").FirstOrDefault() ?? thing;
        string tier = thing.Tier;
        var row = new RowDraft();
        string? url = item.Text("url") ?? thing.Text("url") ?? Offers.Of(item).Select(o => o.Text("url")).FirstOrDefault(u => u is not null)
            ?? thing.All("item").OfType<string>().FirstOrDefault()
            ?? Absolute(item.Text("@id")) ?? Absolute(thing.Text("@id"));
        row.WithUrl(address.Canonical(url), tier).WithTitle(Name(item) ?? Name(thing), tier);
        row.WithPrice(Offers.Price(item, prices) ?? Offers.Price(thing, prices), tier);
        row.WithImage(Image(item, address) ?? Image(thing, address), tier);
        row.WithId(item.Text("sku", "productID", "identifier"), tier).WithLocation(Offers.Place(item) ?? Offers.Place(thing), tier);
        row.WithSeller(Offers.Seller(item, address)?.Handle, tier).WithAvailability(Offers.Available(item), tier);
        string? posted = item.Text("datePosted", "datePublished", "dateCreated");
        return row.WithPosted(posted, DateReader.Read(posted, dates), tier);
    }

    public static string? Image(Thing thing, PageAddress address)
    {
        string? image = thing.All("image").Concat(thing.All("thumbnailUrl")).Concat(thing.All("photo"))
            .Select(v => v as string ?? (v as Thing)?.Text("contentUrl", "url", "@id")).FirstOrDefault(v => v is not null);
        return image is not null && !ImageReader.IsPlaceholder(image) ? address.Resolve(image)?.AbsoluteUri : null;
    }

    private static string? Name(Thing thing) => thing.All("name").Concat(thing.All("headline")).OfType<string>().Select(PlainText.OnOneLine)
        .FirstOrDefault(n => n.Length > 0);

    private static string? Absolute(string? id) => id?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? id : null;
}
