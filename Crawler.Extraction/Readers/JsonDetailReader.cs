using System.Text.Json;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Definitions;
using Crawler.Extraction.Json;
using Crawler.Extraction.Values;
using Crawler.Pages.Addresses;
using Crawler.Pages.Json;

namespace Crawler.Extraction.Readers;

/// <summary>Reads an advert that is a JSON document.</summary>
internal static class JsonDetailReader
{
    public static DetailDraft Read(SiteDefinition? site, JsonElement root, Uri url, PriceContext prices, DateContext dates)
    {
        var address = new PageAddress(url);
        var draft = new DetailDraft();
        if (site is not null)
        {
            DefinitionDetail.Fill(draft, new JsonRuleSource(root), site, address, prices, dates);
        }

        if (draft.Title is null && draft.Description is null)
        {
            Generic(draft, root, address, prices, dates);
        }

        draft.SetTitle(draft.Description is { } text ? TitleText.Shortened(text) : null, draft.Tiers.GetValueOrDefault("description") ?? Tiers.Json);
        draft.SetId(ListingIdentity.IdFromUrl(site, url), Tiers.Address);
        return draft;
    }

    private static void Generic(DetailDraft draft, JsonElement root, PageAddress address, PriceContext prices, DateContext dates)
    {
        var main = root.ValueKind == JsonValueKind.Object && root.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object).Select(p => p.Value)
            .FirstOrDefault(v => JsonRow.Likeness(v) > JsonRow.Likeness(root)) is { ValueKind: JsonValueKind.Object } inner ? inner : root;
        if (JsonRow.Read(main, Tiers.Json, address, prices, dates) is not { } row)
        {
            return;
        }

        draft.SetId(row.Id, Tiers.Json);
        draft.SetTitle(row.Title, Tiers.Json);
        draft.SetPrice(row.Price, Tiers.Json);
        draft.SetDescription(JsonRow.Text(JsonLeaf.Of(main, 1), ["description", "body", "content", "selftext", "text"], _ => true) is { } text
            ? PlainText.FromData(text)
            : null, Tiers.Json);
        draft.SetImages(row.Image is null ? [] : [row.Image], Tiers.Json);
        draft.SetSeller(row.Seller is null ? null : new Contracts.Sellers.SellerMention { Handle = row.Seller }, Tiers.Json);
        draft.SetLocation(row.Location, Tiers.Json);
        draft.SetPosted(row.PostedText, row.PostedAt, Tiers.Json);
    }
}
