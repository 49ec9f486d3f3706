using Crawler.Contracts.Sellers;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Values;
using Crawler.Pages.Addresses;

namespace Crawler.Extraction.Definitions;

/// <summary>An advert's page as a site's definition reads it.</summary>
internal static class DefinitionDetail
{
    public static void Fill(DetailDraft draft, RuleSource source, SiteDefinition site, PageAddress address, PriceContext prices, DateContext dates)
    {
        var fields = site.Detail.Fields;
        RuleValue? Value(string name, FieldWant want) => fields.TryGetValue(name, out var chain) ? source.First(chain, want) : null;
        string? Text(string name) => Value(name, FieldWant.Text)?.Text;

        draft.SetId(Text("id"), Tiers.Definition);
        draft.SetTitle(Text("title") is { } title ? TitleText.Shortened(title) : null, Tiers.Definition);
        draft.SetPrice(DefinitionPrice.Of(source, fields, prices), Tiers.Definition);
        draft.SetDescription(Value("description", FieldWant.Lines)?.Text, Tiers.Definition);
        if (fields.TryGetValue("images", out var images))
        {
            draft.SetImages([.. source.All(images, FieldWant.Images).Select(i => address.Resolve(i.Text)?.AbsoluteUri).OfType<string>()
                .Distinct(StringComparer.Ordinal)], Tiers.Definition);
        }

        draft.SetSeller(
            new SellerMention
            {
                Handle = Text("seller"),
                ProfileUrl = Value("sellerUrl", FieldWant.Address) is { } profile ? address.Canonical(profile.Text) : null,
            },
            Tiers.Definition);
        draft.SetLocation(PlaceText.Tidy(Text("location")), Tiers.Definition);
        string? posted = Text("postedAt");
        draft.SetPosted(posted, DateReader.Read(posted, dates), Tiers.Definition);
        draft.SetCategory(Text("category"), Tiers.Definition);
        draft.SetCondition(Text("condition"), Tiers.Definition);
        draft.SetAvailability(AvailabilityWords.Of(Text("availability")), Tiers.Definition);
        draft.SetQuantity(Text("quantity") is { } quantity ? PriceReader.Read(quantity, prices)?.Amount : null, Tiers.Definition);
        draft.SetShipsFrom(PlaceText.Tidy(Text("shipsFrom")), Tiers.Definition);
        draft.SetShipsTo(PlaceText.Tidy(Text("shipsTo")), Tiers.Definition);
    }
}
