using System.Text.Json.Nodes;
using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Shop;

/// <summary>schema.org data as JSON-LD: an ItemList on results, a Product on product pages.</summary>
internal static class ShopJsonLd
{
    public static Html ItemList(IReadOnlyList<ShopTile> tiles, PracticeWorld world, Func<string, Uri> absolute) => Script(new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "ItemList",
        ["numberOfItems"] = tiles.Count,
        ["itemListElement"] = new JsonArray([.. tiles.Select((t, i) => (JsonNode)new JsonObject
        {
            ["@type"] = "ListItem",
            ["position"] = i + 1,
            ["item"] = Item(t.Advert, world, absolute, [t.Image]),
        })]),
    });

    public static Html Product(Advert advert, PracticeWorld world, Func<string, Uri> absolute)
    {
        var product = Item(advert, world, absolute, [.. advert.Pictures.Select(p => $"/img/{p.Name}-f.png")]);
        product.Insert(0, "@context", "https://schema.org");
        product["description"] = advert.Text;
        product["releaseDate"] = Dates.Iso(advert.Posted);
        product["offers"]!["seller"] = new JsonObject
        {
            ["@type"] = "Organization", ["name"] = advert.Seller.DisplayName, ["url"] = absolute("/seller/" + advert.Seller.Handle).AbsoluteUri,
        };
        return Script(product);
    }

    private static JsonObject Item(Advert advert, PracticeWorld world, Func<string, Uri> absolute, IEnumerable<string> images) => new()
    {
        ["@type"] = "Product",
        ["name"] = advert.Title,
        ["sku"] = advert.Id,
        ["url"] = absolute(advert.Path).AbsoluteUri,
        ["image"] = new JsonArray([.. images.Select(i => (JsonNode)JsonValue.Create(absolute(i).AbsoluteUri))]),
        ["offers"] = new JsonObject
        {
            ["@type"] = "Offer",
            ["price"] = world.State.PriceOf(advert),
            ["priceCurrency"] = advert.Currency,
            ["availability"] = advert.Class is AdvertClass.Sold ? "https://schema.org/SoldOut" : "https://schema.org/InStock",
        },
    };

    // The default encoder escapes angle brackets, so no advert can end the script element.
    private static Html Script(JsonObject data) => Html.Raw($"<script type=\"application/ld+json\">{data.ToJsonString()}</script>");
}
