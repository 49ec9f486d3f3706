using Crawler.TrainingGround.Drawing;
using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Onion;

/// <summary>
/// tg-onion: a market in the manner of onion services: no scripts, tables for layout, prices in coins, vendors with PGP keys. Served over plain
/// HTTP. Removed listings answer 410.
/// </summary>
internal sealed class OnionPages(PracticeWorld world, TrainingSite site, Gallery gallery) : SitePages(world, site, gallery)
{
    private const int PageSize = 20;

    protected override string Robots => "User-agent: *\nDisallow: /vip/\nDisallow: /order\n";

    protected override string Styles => OnionStyles.Css;

    public override PageKind KindOf(string path) => path switch
    {
        "/listings" => PageKind.Search,
        "/item" or "/vip/item" => PageKind.Detail,
        _ => PageKind.Other,
    };

    protected override Page? Answer(PageRequest request) => request.Path switch
    {
        "/" => Page.OfHtml(Frame("Welcome", Html.Of($"<h1>Welcome</h1><p>No scripts. No cookies. Escrow on every order.</p><table class=\"lst\" cellspacing=\"0\">{Html.Each(World.Search(Site.Id, "").Take(8), a => OnionListing.Row(a, PriceOf(a), paid: false, moved: false))}</table>"))),
        "/listings" => Search(request),
        "/item" or "/vip/item" => Item(request),
        "/vendor" => Vendor(request["n"]),
        _ => null,
    };

    public override Page NotFound(PageRequest request) => Page.OfHtml(Frame("404", Html.Of($"<p class=\"err\">404 - nothing here.</p>")), 404);

    public override Html Frame(string title, Html body) => Html.Of($"""
        <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
        <html>
        <head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{title} :: {Site.Name}</title><link rel="stylesheet" href="/static/site.css"></head>
        <body>
        <table class="page" width="960" align="center" cellpadding="8"><tr><td colspan="2" class="top"><a href="/"><b>LANTERN</b> market</a>
        <form action="/listings" method="get"><input type="text" name="search" size="30"><input type="submit" value="search"></form></td></tr>
        <tr valign="top"><td width="170" class="cats"><b>Categories</b><br><a href="/listings?search=leather">Leather</a><br><a href="/listings?search=books">Books</a><br><a href="/listings?search=quality">Quality</a><br><br><b>Rates</b><br>1 BTC = 58000 EUR<br>1 XMR = 145 EUR</td><td class="body">
        {body}
        </td></tr><tr><td colspan="2" class="bot">Practice market: nothing is sold here and no key or wallet is real.</td></tr></table>
        </body>
        </html>
        """);

    private Page Search(PageRequest request)
    {
        var query = request["search"];
        var found = request.ShowNothing ? [] : World.Search(Site.Id, query);
        var page = request.Number("page", 1, least: 1);
        if ((page - 1) * PageSize >= found.Count)
            return Page.OfHtml(Frame("Listings", Html.Of($"<h1>Listings</h1><p class=\"none\">0 listings match [{query}]. Try another word.</p>")));
        var rows = found.Skip((page - 1) * PageSize).Take(PageSize).Select(a => (Advert: a, Paid: false));
        var paid = page == 1 ? World.Sponsored(Site.Id, query, page, 1).Select(a => (Advert: a, Paid: true)) : [];
        return Page.OfHtml(Frame("Listings", Html.Of($"""
            <h1>Listings</h1><p class="hits">{found.Count} listings match [{query}]</p>
            {(request.NewCards
                ? Html.Each(paid.Concat(rows), r => OnionListing.Block(r.Advert, PriceOf(r.Advert), r.Paid))
                : Html.Of($"<table class=\"lst\" width=\"100%\" cellspacing=\"0\"><tr class=\"hd\"><th></th><th>Item</th><th>Price</th><th>Ships from</th></tr>\n{Html.Each(paid.Concat(rows), r => OnionListing.Row(r.Advert, PriceOf(r.Advert), r.Paid, request.MovedPrice))}</table>"))}
            <p class="pg">{Html.If(page > 1, () => Html.Of($"<a href=\"/listings?search={Uri.EscapeDataString(query)}&amp;page={page - 1}\">&lt;&lt; prev</a>"))} page {page} of {(found.Count + PageSize - 1) / PageSize} {Html.If(page * PageSize < found.Count, () => Html.Of($"<a href=\"/listings?search={Uri.EscapeDataString(query)}&amp;page={page + 1}\" class=\"nx\">next &gt;&gt;</a>"))}</p>
            """)));
    }

    private Page? Item(PageRequest request)
    {
        if (World.Find(Site.Id, request["id"]) is not { } advert || !advert.Path.StartsWith(request.Path + "?", StringComparison.Ordinal))
            return null;
        if (!World.State.IsLive(advert))
            return Page.OfHtml(Frame("gone", Html.Of($"<p class=\"err gone\">410 - this listing was taken down by the vendor.</p>")), 410);
        var page = Page.OfHtml(Frame(advert.Title, OnionListing.Detail(advert, PriceOf(advert), World.Similar(advert, 3), PriceOf, request)));
        return page with { LastModified = World.State.ModifiedAt(advert) };
    }

    private Page? Vendor(string handle) => World.FindAccount(Site.Id, handle) is not { } account ? null : Page.OfHtml(Frame(account.Handle, Html.Of($"""
        <h1>Vendor: {account.Handle}</h1>
        <table class="vendor" border="1" cellpadding="4"><tr><td>Since</td><td>{Dates.Print(account.Since, "en")}</td></tr><tr><td>Feedback</td><td>{account.Feedback}%</td></tr><tr><td>Ships from</td><td>{account.Town}</td></tr><tr><td>Donations</td><td><code>{account.Person.Wallet}</code></td></tr><tr><td>PGP fingerprint</td><td><code>{account.Person.Pgp.Fingerprint}</code></td></tr></table>
        <h2>PGP</h2><pre class="pgp">{account.Person.Pgp.Armour}</pre>
        <h2>Listings</h2><table class="lst" width="100%" cellspacing="0">{Html.Each(World.OfSeller(account), a => OnionListing.Row(a, PriceOf(a), paid: false, moved: false))}</table>
        """)));
}
