using Crawler.TrainingGround.Drawing;
using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Shop;

/// <summary>
/// tg-shop: an English web shop with JSON-LD and OpenGraph. Paging is by an opaque <c>next</c> link. A removed product keeps answering 200 with a
/// page that says it is gone.
/// </summary>
internal sealed class ShopPages(PracticeWorld world, TrainingSite site, Gallery gallery) : SitePages(world, site, gallery)
{
    private const int PageSize = 20;

    protected override string Robots => "User-agent: *\nDisallow: /trade-only/\nDisallow: /basket\nDisallow: /account/\nDisallow: /*?sort=\n";

    protected override string Styles => ShopStyles.Css;

    public override PageKind KindOf(string path) => path switch
    {
        "/search" => PageKind.Search,
        _ when path.StartsWith("/product/", StringComparison.Ordinal) || path.StartsWith("/trade-only/", StringComparison.Ordinal) => PageKind.Detail,
        _ => PageKind.Other,
    };

    protected override Page? Answer(PageRequest request)
    {
        if (request.Path is "/")
            return Home();
        if (request.Path is "/search")
            return Search(request);
        if (request.Path.StartsWith("/seller/", StringComparison.Ordinal))
            return Seller(request.Path["/seller/".Length..]);
        return KindOf(request.Path) is PageKind.Detail ? Detail(request) : null;
    }

    public override Page NotFound(PageRequest request) =>
        Page.OfHtml(
            Frame(
                "Page not found", Html.Of($"<section class=\"message\"><h1>We can't find that page</h1><p><a href=\"/\">Back to the shop</a></p></section>")),
            404);

    public override Html Frame(string title, Html body) => Frame(title, "", Html.Empty, body);

    private Html Frame(string title, string query, Html head, Html body) => Html.Of($"""
        <!doctype html>
        <html lang="en-GB" prefix="og: https://ogp.me/ns#">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <title>{title} – {Site.Name}</title>
        <link rel="stylesheet" href="/static/site.css">
        {head}
        </head>
        <body>
        <div class="strip">Free delivery on orders over £50 · Returns within 14 days</div>
        <header class="masthead"><a class="brand" href="/">Harbour <i>&amp;</i> Vale</a>
        <form action="/search" role="search"><input name="q" type="search" value="{query}" aria-label="Search the shop"><button>Search</button></form>
        <a class="basket" href="/basket">Basket (0)</a></header>
        <nav class="depts"><a href="/search?q=vintage">Vintage</a><a href="/search?q=leather">Leather</a><a href="/search?q=ceramic">Ceramics</a><a href="/search?q=books">Books</a></nav>
        <main>
        {body}
        </main>
        <footer>Practice shop. Nothing here is for sale. <a href="/help/delivery">Delivery</a> <a href="/help/returns">Returns</a></footer>
        </body>
        </html>
        """);

    private Page Home() => Page.OfHtml(Frame("Old things, well kept", Html.Of($"""
        <h1>New in the shop</h1>
        <div class="grid">{Html.Each(World.Search(Site.Id, "").Take(12), a => ShopSearch.Tile(Tile(a, paid: false), moved: false))}</div>
        """)));

    private Page Search(PageRequest request)
    {
        var query = request["q"];
        var found = request.ShowNothing ? [] : World.Search(Site.Id, query);
        var from = request["after"].Length == 0 ? 0 : found.FindIndex(a => a.Id == request["after"]) + 1;
        if (found.Count == 0)
            return Page.OfHtml(Frame($"No results for {query}", query, Html.Empty, ShopSearch.Nothing(query, [.. World.Sponsored(Site.Id, query, 0, 4).Select(a => Tile(a, paid: false))])));

        var tiles = found.Skip(from).Take(PageSize).Select(a => Tile(a, paid: false)).ToList();
        var next = from + PageSize < found.Count ? $"/search?q={Uri.EscapeDataString(query)}&after={found[from + PageSize - 1].Id}" : null;
        var head = Html.Of($"""
            <link rel="canonical" href="{Absolute("/search?q=" + Uri.EscapeDataString(query))}">
            {Html.If(next is not null, () => Html.Of($"<link rel=\"next\" href=\"{next}\">"))}
            {Html.If(request.Redesign is not RedesignVariant.JsonRenamed, () => ShopJsonLd.ItemList(tiles, World, Absolute))}
            """);
        var paid = from == 0 ? World.Sponsored(Site.Id, query, 0, 2).Select(a => Tile(a, paid: true)) : [];
        return Page.OfHtml(
            Frame($"{query}", query, head, ShopSearch.Results(query, found.Count, [.. tiles.Take(3), .. paid, .. tiles.Skip(3)], next, request)));
    }

    private Page? Detail(PageRequest request)
    {
        if (World.Find(Site.Id, request.Path[(request.Path.LastIndexOf('/') + 1)..]) is not { } advert || advert.Path != request.Path)
            return null;
        if (!World.State.IsLive(advert))
        {
            return Page.OfHtml(Frame("No longer available", Html.Of($"""
                <section class="message item-gone"><h1>This item is no longer available</h1><p>It has been withdrawn by the seller.</p></section>
                {Others(advert)}
                """)));
        }

        var head = Html.Of($"""
            <link rel="canonical" href="{Absolute(advert.Path)}">
            <meta property="og:type" content="product"><meta property="og:title" content="{advert.Title}"><meta property="og:url" content="{Absolute(advert.Path)}"><meta property="og:site_name" content="{Site.Name}">
            {Html.Each(advert.Pictures, p => Html.Of($"<meta property=\"og:image\" content=\"{Absolute(Full(p))}\">"))}
            {Html.If(request.Redesign is not RedesignVariant.JsonRenamed, () => ShopJsonLd.Product(advert, World, Absolute))}
            """);
        return Page.OfHtml(Frame(advert.Title, "", head, Html.Of($"""
            {ShopDetail.Render(advert, PriceOf(advert), [.. advert.Pictures.Select(Full)], request)}
            {Others(advert)}
            """))) with { LastModified = World.State.ModifiedAt(advert) };
    }

    private Html Others(Advert advert) => Html.Of($"""
        <aside class="also"><h2>You may also like</h2><div class="strip-of-tiles">{Html.Each(World.Similar(advert, 4), a => Html.Of($"<a href=\"{a.Path}\"><img src=\"{Image(a)}\" alt=\"\" width=\"150\" height=\"112\"><span>{a.Title}</span><span>{PriceOf(a)}</span></a>"))}</div></aside>
        """);

    private Page? Seller(string handle) => World.FindAccount(Site.Id, handle) is not { } account ? null : Page.OfHtml(Frame(account.DisplayName, Html.Of($"""
        <h1>{account.DisplayName}</h1><p>Trading here since {account.Since.Year}. {account.Feedback}% positive. Ships from {account.Town}.</p>
        <div class="grid">{Html.Each(World.OfSeller(account), a => ShopSearch.Tile(Tile(a, paid: false), moved: false))}</div>
        """)));

    private ShopTile Tile(Advert advert, bool paid) => new(advert, PriceOf(advert), Image(advert), paid);

    private static string Image(Advert advert) => advert.Pictures.Count > 0 ? Thumbnail(advert.Pictures[0]) : "/img/none-00000000-t.png";
}

/// <summary>A product as the grid shows it.</summary>
internal sealed record ShopTile(Advert Advert, string Price, string Image, bool Paid);
