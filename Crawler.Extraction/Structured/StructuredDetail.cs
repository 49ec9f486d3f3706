using Crawler.Extraction.Html;
using Crawler.Extraction.Values;
using Crawler.Pages.Addresses;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Structured;

/// <summary>An advert's page from its JSON-LD or microdata.</summary>
internal static class StructuredDetail
{
    private static readonly string[] Posts = ["DiscussionForumPosting", "SocialMediaPosting", "Question", "QAPage", "Article", "NewsArticle", "BlogPosting",
        "Comment", "Answer"];

    /// <summary>Which of the things the page is about: that whose address or name is the page's own; else the first of an advert's type.</summary>
    public static Thing? MainThing(IReadOnlyList<Thing> top, HtmlPage page, string? heading)
    {
        var all = top.Concat(top.SelectMany(t => t.Things("mainEntity"))).Concat(top.SelectMany(t => t.Things("mainEntityOfPage")))
            .Concat(top.SelectMany(t => t.Things("itemReviewed"))).ToList();
        var adverts = all.Where(t => t.Is(StructuredRows.ItemTypes) && !t.Is("Offer", "CreativeWork", "Event", "Service")).ToList();
        adverts = adverts.Count > 0 ? adverts : [.. all.Where(t => t.Is(StructuredRows.ItemTypes) && (t.Has("name") || t.Has("headline")))];
        adverts = adverts.Count > 0 ? adverts : [.. all.Where(t => t.Is(Posts))];
        if (adverts.Count <= 1)
        {
            return adverts.FirstOrDefault();
        }

        string self = PageAddress.Canonical(page.Url);
        return adverts.Find(t => page.Address.Canonical(t.Text("url", "@id")) == self)
            ?? adverts.Find(t => heading is not null && t.Text("name", "headline") is { } name && Titles.Agree(PlainText.OnOneLine(name), heading))
            ?? adverts[0];
    }

    public static void Fill(DetailDraft draft, Thing thing, HtmlPage page)
    {
        string tier = thing.Tier;
        draft.SetPrice(Offers.Price(thing, page.Prices), tier);
        draft.SetId(Id(thing), tier);
        draft.SetSeller(Offers.Seller(thing, page.Address), tier);
        draft.SetLocation(Offers.Place(thing), tier);
        string? posted = thing.Text("datePosted", "datePublished", "dateCreated", "uploadDate")
            ?? Offers.Of(thing).Select(o => o.Text("datePosted", "availabilityStarts", "validFrom")).FirstOrDefault(d => d is not null);
        draft.SetPosted(posted, DateReader.Read(posted, page.Dates), tier);
        draft.SetCategory(thing.Text("category") is { Length: < 200 } category ? category : null, tier);
        draft.SetCondition(Offers.Condition(thing), tier);
        draft.SetAvailability(Offers.Available(thing), tier);
    }

    public static string? Title(Thing? thing) => thing?.Text("name", "headline") is { } name
        && PlainText.OnOneLine(name) is { Length: > 0 } tidy ? tidy : null;

    public static string? Description(Thing? thing) =>
        thing?.All("description").Concat(thing.All("articleBody")).Concat(thing.All("text")).OfType<string>().Select(PlainText.FromData)
            .Where(d => d.Length > 0).MaxBy(d => d.Length);

    public static IReadOnlyList<string> Images(Thing? thing, PageAddress address) =>
        thing is null
            ? []
            : [.. thing.All("image").Concat(thing.All("photo"))
                .Select(v => v as string ?? (v as Thing)?.Text("contentUrl", "contentURL", "url", "@id", "thumbnailUrl"))
                .Where(v => v is not null && !ImageReader.IsPlaceholder(v)).Select(v => address.Resolve(v)?.AbsoluteUri).OfType<string>()
                    .Distinct(StringComparer.Ordinal)];

    private static string? Id(Thing thing) =>
        thing.Text("productID", "sku", "identifier", "mpn") is { Length: < 80 } id && !id.Contains(' ', StringComparison.Ordinal)
            ? id[(id.LastIndexOf(':') + 1)..]
            : null;
}
