using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Shop;

/// <summary>The shop's grid of <c>div.product-tile</c>.</summary>
internal static class ShopSearch
{
    public static Html Results(string query, int total, IReadOnlyList<ShopTile> tiles, string? next, PageRequest request) => Html.Of($"""
        <div class="toolbar"><h1>{query}</h1><span class="count">{total} items</span><a href="/search?q={Uri.EscapeDataString(query)}&amp;sort=price">Sort by price</a></div>
        {(request.NewCards ? List(tiles) : Html.Of($"<div class=\"grid\">{Html.Each(tiles, t => Tile(t, request.MovedPrice))}</div>"))}
        {Html.If(next is not null, () => Html.Of($"<p class=\"more\"><a class=\"next\" rel=\"next\" href=\"{next}\">More items</a></p>"))}
        """);

    public static Html Nothing(string query, IReadOnlyList<ShopTile> popular) => Html.Of($"""
        <section class="message no-results"><h1>Sorry, nothing matches “{query}”</h1><p>Check the spelling or try fewer words.</p></section>
        <aside class="also"><h2>Popular this week</h2><div class="strip-of-tiles">{Html.Each(popular, t => Html.Of($"<a href=\"{t.Advert.Path}\"><img src=\"{t.Image}\" alt=\"\" width=\"150\" height=\"112\"><span>{t.Advert.Title}</span><span>{t.Price}</span></a>"))}</div></aside>
        """);

    public static Html Tile(ShopTile tile, bool moved) => Html.Of($"""
        <div class="product-tile{(tile.Paid ? " is-promoted" : "")}" data-sku="{tile.Advert.Id}"><a class="product-link" href="{tile.Advert.Path}{(tile.Paid ? "?ref=promo" : "")}"><img class="product-image" src="{tile.Image}" srcset="{tile.Image} 320w, {tile.Image.Replace("-t.png", "-f.png", StringComparison.Ordinal)} 640w" alt="{tile.Advert.Title}"><span class="product-name">{tile.Advert.Title}</span></a>{Html.If(tile.Paid, () => Html.Of($"<span class=\"badge\">Promoted</span>"))}
        {(moved ? Html.Of($"<div class=\"buy\"><button>Add for {tile.Price}</button></div>") : Price(tile))}<div class="vendor">{tile.Advert.Seller.DisplayName}</div></div>

        """);

    private static Html Price(ShopTile tile)
    {
        var old = tile.Advert.Id[^1] is '4' or '7';
        return Html.Of($"<div class=\"price-box\">{Html.If(old, () => Html.Of($"<del class=\"was\">{Was(tile)}</del> "))}<span class=\"price\">{tile.Price}</span></div>");
    }

    private static string Was(ShopTile tile) =>
        PriceModel.Print(decimal.Round((tile.Advert.Price ?? 0) * 1.4m), tile.Advert.Currency, PriceKind.Fixed, tile.Advert.Language);

    private static Html List(IReadOnlyList<ShopTile> tiles) => Html.Of($"""
        <ol class="listing">{Html.Each(tiles, t => Html.Of($"""
        <li><h3><a href="{t.Advert.Path}">{t.Advert.Title}</a></h3>{Html.If(t.Paid, () => Html.Of($"<em>Promoted</em>"))}<a href="{t.Advert.Path}"><picture><img src="{t.Image}" alt=""></picture></a><p>{t.Price}</p></li>

        """))}</ol>
        """);
}
