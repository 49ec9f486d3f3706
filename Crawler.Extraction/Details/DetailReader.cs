using Crawler.Contracts.Sites;
using Crawler.Extraction.Definitions;
using Crawler.Extraction.Patterns;
using Crawler.Extraction.Structured;
using Crawler.Extraction.Values;
using Crawler.Pages.Addresses;

namespace Crawler.Extraction.Details;

/// <summary>Reads an advert's page tier by tier.</summary>
internal static class DetailReader
{
    public static DetailDraft Read(SiteDefinition? site, PageFeatures features)
    {
        var html = features.Page;
        var draft = new DetailDraft();
        if (site is { Detail.Format: PageFormat.Html } && html.Document.DocumentElement is { } root)
        {
            DefinitionDetail.Fill(draft, new HtmlRuleSource(html, root), site, html.Address, html.Prices, html.Dates);
        }

        var page = new DetailPage { Features = features, Meta = MetaTags.Of(html.Document), Labels = LabelTable.Of(features.Tree, features.Regions) };
        page.Main = MainThing(page);
        DetailTitle.Fill(draft, page);
        var (title, titlePrice, titlePlace) = draft.Title is { } heading && draft.Tiers["title"] != Tiers.Definition
            ? DetailTitle.Split(heading)
            : (draft.Title, null, null);
        if (page.Main is { } main)
        {
            StructuredDetail.Fill(draft, main, html);
        }

        FillMeta(draft, page);
        DetailState.Fill(draft, page);
        var printed = DetailPrice.Printed(page, titlePrice);
        draft.SettleCurrency(printed);
        draft.SetPrice(printed, Tiers.Pattern);
        ThreadPosts.Fill(draft, page);
        DetailDescription.Fill(draft, page);
        DetailImages.Fill(draft, page);
        draft.SetLocation(titlePlace, Tiers.Pattern);
        DetailLabels.Fill(draft, page);
        draft.CanonicalUrl = Canonical(page);
        draft.SetId(ListingIdentity.IdFromUrl(site, html.Url), Tiers.Address);
        draft.SetId(Declared(page) is { } declared ? ListingIdentity.IdFromUrl(site, declared) : null, Tiers.Address);
        draft.ReplaceTitle(title);
        return draft;
    }

    private static Thing? MainThing(DetailPage page)
    {
        string? heading = page.Meta.First("og:title") ?? page.Page.Document.Title;
        var linked = StructuredDetail.MainThing(JsonLd.Read(page.Page.Document), page.Page, heading);
        return linked ?? StructuredDetail.MainThing([.. Microdata.Read(page.Page).Where(t => page.Regions[t.Node] != Region.Related).Select(t => t.Thing)],
            page.Page, heading);
    }

    private static void FillMeta(DetailDraft draft, DetailPage page)
    {
        var meta = page.Meta;
        draft.SetPrice(
            Values.PriceReader.FromData(meta.First("product:price:amount", "og:price:amount", "product:sale_price:amount"),
                meta.First("product:price:currency", "og:price:currency", "product:sale_price:currency"), page.Page.Prices),
            Tiers.Meta);
        draft.SetId(meta.First("product:retailer_item_id"), Tiers.Meta);
        draft.SetCondition(meta.First("product:condition", "og:condition"), Tiers.Meta);
        draft.SetAvailability(AvailabilityWords.Of(meta.First("product:availability", "og:availability")), Tiers.Meta);
        draft.SetLocation(Values.PlaceText.Tidy(meta.First("geo.placename", "og:locality")), Tiers.Meta);
    }

    private static Uri? Declared(DetailPage page) =>
        page.Page.Address.Resolve(page.Page.Document.QuerySelector("link[rel~=canonical i][href]")?.GetAttribute("href") ?? page.Meta.First("og:url"));

    private static Uri? Canonical(DetailPage page)
    {
        return Declared(page) is { } url && PageAddress.SameSite(url, page.Page.Url) && url.AbsolutePath.Length > 1
            ? new Uri(PageAddress.Canonical(url))
            : null;
    }
}
