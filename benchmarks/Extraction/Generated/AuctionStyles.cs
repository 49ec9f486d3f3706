namespace Extraction.Benchmarks.Generated;

/// <summary>Result pages of auction houses and galleries. The price is the current bid where one is printed, else the starting price, else the lower estimate.</summary>
internal static class AuctionStyles
{
    public static IReadOnlyList<Style> All { get; } =
    [
        new("lots-with-estimates", 20, LotsWithEstimates),
        new("lots-starting-price", 24, LotsStartingPrice),
        new("lots-bids-and-time", 32, LotsBids),
        new("lots-sold", 20, LotsSold),
        new("lot-table", 30, LotTable),
        new("coin-list", 25, CoinList),
        new("gallery-mixed", 18, GalleryMixed),
        new("hammer-catalogue", 15, Hammer),
    ];

    private static string LotsWithEstimates(Scene s)
    {
        s.Address = "/auctions/a-12/lots";
        s.Link = g => $"/auctions/a-12/lot-{g.Number}";
        s.Picture = g => $"https://media.lots.example/{g.Number}/640.jpg";
        s.Unlabelled("price");
        s.NextIs("/auctions/a-12/lots?page=2");
        return s.Page($"""
            <div class="lots">{s.Each(g => $"<div class=\"lot-tile\"><a class=\"lot-img\" href=\"{s.Link(g)}\"><img src=\"{s.Picture(g)}\" alt=\"{Scene.E(g.Title)}\"></a><div class=\"lot-no\">{s.Word("lot")} {s.At(g) + 1}</div><h3 class=\"lot-title\"><a href=\"{s.Link(g)}\">{Scene.E(g.Title)}</a></h3><div class=\"est\">{s.Word("estimate")}: {s.Money(g.Price)} - {s.Money(decimal.Round(g.Price * 1.5m, s.Tongue.Decimals))}</div><button class=\"watch\">{s.Word("save")}</button></div>")}</div><div class="pages"><span>1</span> <a href="/auctions/a-12/lots?page=2">2</a> <a class="fwd" href="/auctions/a-12/lots?page=2" title="{s.Word("next")}">&gt;</a></div>
            """, kilobytes: 60);
    }

    private static string LotsStartingPrice(Scene s)
    {
        s.Address = "/auktion/katalog?suche=a";
        s.Link = g => $"/auktion/los/{g.Number}/{g.Slug}";
        s.Picture = g => $"/bilder/lose/{g.Number}_gross.jpg";
        s.NextIs("/auktion/katalog?suche=a&seite=2");
        return s.Page($"""
            <ul class="losliste">{s.Each(g => $"<li><a href=\"{s.Link(g)}\"><img src=\"{s.Picture(g)}\" alt=\"\"></a><div class=\"nr\">{s.Word("lot")} {1000 + s.At(g)}</div><div class=\"titel\"><a href=\"{s.Link(g)}\">{Scene.E(g.Title)}</a></div><div class=\"text\">{Scene.E(g.Text)}</div><table><tr><td>{s.Word("start")}:</td><td>{s.Money(g.Price)}</td></tr></table></li>")}</ul><p class="seiten"><a href="/auktion/katalog?suche=a&amp;seite=2">{s.Word("next")} &raquo;</a></p>
            """, aside: s.Facets(), kilobytes: 20);
    }

    private static string LotsBids(Scene s)
    {
        s.Address = "/en/c/333-antiques?filters=1";
        s.Link = g => $"{s.Host}/en/l/{g.Number}-{g.Slug}";
        s.Picture = g => $"https://assets.cw.example/image/cw_normal/plain/assets/{g.Number}.jpg";
        s.NextIs("/en/c/333-antiques?filters=1&page=2");
        return s.Page($"""
            <div class="c-lots-grid">{s.Each(g => $"<article class=\"c-lot-card__container\" data-testid=\"lot-card-container-{g.Number}\"><a class=\"c-lot-card\" href=\"{s.Link(g)}\"><div class=\"c-lot-card__image\"><img srcset=\"{s.Picture(g)} 1x, {s.Picture(g)}?2 2x\" src=\"{s.Picture(g)}\" alt=\"{Scene.E(g.Title)}\"></div><div class=\"c-lot-card__content\"><p class=\"c-lot-card__title\">{Scene.E(g.Title)}</p><div class=\"c-lot-card__status\"><p class=\"c-lot-card__status-text\">{s.Word("bid")}</p><p class=\"c-lot-card__price\">{s.Money(g.Price)}</p><time class=\"c-lot-card__timer\">{s.Word("ends")} 1d 4h 22m</time></div></div></a><button class=\"c-fav\">{Surroundings.Icon(s)} <span>{g.Bids}</span></button></article>")}</div><nav class="c-pagination"><a class="is-active" href="?page=1">1</a><a href="/en/c/333-antiques?filters=1&amp;page=2">2</a><a class="c-pagination__next" href="/en/c/333-antiques?filters=1&amp;page=2"><span class="sr-only">{s.Word("next")}</span></a></nav>
            {s.Carousel("recent", g => $"<article class=\"c-lot-card__container\"><a class=\"c-lot-card\" href=\"{s.Host}/en/l/{g.Number}\"><p class=\"c-lot-card__title\">{Scene.E(g.Title)}</p><p class=\"c-lot-card__price\">{s.Money(g.Price)}</p></a></article>")}
            """, kilobytes: 100);
    }

    private static string LotsSold(Scene s)
    {
        s.Address = "/resultat?q=a";
        s.Link = g => $"/resultat/{g.Number}";
        s.Picture = g => $"/thumb/{g.Number}.jpg";
        s.NextIs("/resultat?q=a&p=2");
        return s.Page($"""
            <div class="results-archive">{s.Each(g => $"<div class=\"obj\"><a href=\"{s.Link(g)}\" class=\"obj-img\"><img src=\"{s.Picture(g)}\"></a><div class=\"obj-info\"><a href=\"{s.Link(g)}\">{Scene.E(g.Title)}</a><span class=\"obj-sold\">{s.Word("sold")}: {s.Money(g.Price)}</span><span class=\"obj-date\">{g.Posted:yyyy-MM-dd}</span></div></div>")}</div><a href="/resultat?q=a&p=2" class="btn-next">{s.Word("next")}</a>
            """, kilobytes: 20);
    }

    private static string LotTable(Scene s)
    {
        s.Address = "/licytacje/lista";
        s.Link = g => $"/licytacje/{g.Number},{g.Slug}";
        s.Picture = g => $"/min/{g.Number}.jpg";
        s.NextIs("/licytacje/lista?strona=2");
        return s.Page($"""
            <table id="lots" class="tablesorter"><thead><tr><th>{s.Word("lot")}</th><th>&nbsp;</th><th>{s.Word("description")}</th><th>{s.Word("bids")}</th><th>{s.Word("price")} ({s.Tongue.Currency})</th><th>{s.Word("ends")}</th></tr></thead><tbody>{s.Each(g => $"<tr><td>{s.At(g) + 1}</td><td><a href=\"{s.Link(g)}\"><img src=\"{s.Picture(g)}\" height=\"50\"></a></td><td><a href=\"{s.Link(g)}\">{Scene.E(g.Title)}</a></td><td>{g.Bids}</td><td>{s.Tongue.Digits(g.Price)}</td><td>12.12. 20:{s.At(g):00}</td></tr>")}</tbody></table><div class="pg">1 <a href="/licytacje/lista?strona=2">2</a> <a href="/licytacje/lista?strona=3">3</a> <a href="/licytacje/lista?strona=2">&gt;&gt;</a></div>
            """, kilobytes: 10);
    }

    private static string CoinList(Scene s)
    {
        s.Address = "/shop/coins?q=a";
        s.Link = g => $"/shop/coin/{g.Number}";
        s.Picture = g => $"/photos/{g.Number}/m.jpg";
        s.NextIs("/shop/coins?q=a&page=2");
        return s.Page($"""
            <div id="coins">{s.Each(g => $"<div class=\"coin\"><div class=\"l\"><a href=\"{s.Link(g)}\"><img src=\"{s.Picture(g)}\" alt=\"{Scene.E(g.Title)}\"></a></div><div class=\"r\"><div class=\"t\"><a href=\"{s.Link(g)}\">{Scene.E(g.Title)}</a></div><div>KM# {g.Bids + 3} Ag 925 31,1 g. <b>{s.Word("brand")}</b> {g.Brand}</div><div class=\"p\">{s.Word("price")}: <b>{s.Money(g.Price)}</b> <small>(≈ {(s.Tongue.Currency == "USD" ? "€" : "$")}{decimal.Round(g.Price / s.Tongue.Scale * 1.1m):0})</small></div></div></div>")}</div><div class="nav"><b>1</b> <a href="/shop/coins?q=a&page=2">2</a> <a href="/shop/coins?q=a&page=2">→</a></div>
            """, kilobytes: 15);
    }

    private static string GalleryMixed(Scene s)
    {
        s.Address = "/objets?page=1";
        s.Link = g => $"/objets/{g.Slug}";
        s.Picture = g => $"/uploads/objets/{g.Number}.jpg";
        s.Amount = g => s.At(g) % 3 == 0 ? null : g.Price;
        s.NextIs("/objets?page=2");
        return s.Page($"""
            <div class="masonry">{s.Each(g => $"<figure class=\"brick\"><a href=\"{s.Link(g)}\"><img src=\"{s.Picture(g)}\" alt=\"{Scene.E(g.Title)}\"></a><figcaption><a href=\"{s.Link(g)}\">{Scene.E(g.Title)}</a><br>{(s.Amount(g) is { } amount ? s.Money(amount) : s.Word(s.At(g) % 6 == 0 ? "sold" : "request"))}</figcaption></figure>")}</div><p><a href="/objets?page=2">{s.Word("next")}</a></p>
            """, kilobytes: 25);
    }

    private static string Hammer(Scene s)
    {
        s.Address = "/catalogue/id/a11?page=2";
        s.Link = g => $"/catalogue/id/a11/lot/{g.Number}";
        s.Picture = g => $"https://portal.sr.example/stock/{g.Number}-0.jpg";
        s.NextIs("/catalogue/id/a11?page=3");
        return s.Page($"""
            <section class="search-results">{s.Each(g => $"<div class=\"lot-single\"><div class=\"lot-number\">{s.Word("lot")} {30 + s.At(g)}</div><div class=\"img-ctn\"><a href=\"{s.Link(g)}\"><img class=\"lazyload\" data-src=\"{s.Picture(g)}?w=600\" src=\"/img/spin.gif\" alt=\"lot image\"></a></div><div class=\"lot-details\"><h4><a href=\"{s.Link(g)}\">{Scene.E(g.Title)}</a></h4><dl><dt>{s.Word("bid")}</dt><dd>{s.Money(g.Price)}</dd><dt>{s.Word("estimate")}</dt><dd>{s.Money(g.Price * 2)} - {s.Money(g.Price * 3)}</dd><dt>{s.Word("place")}</dt><dd>{Scene.E(g.Place)}</dd></dl><div class=\"house\"><a href=\"/houses/{g.Seller.Length}\">{Scene.E(g.Seller)} Auctions</a></div></div></div>")}</section><ul class="pagination"><li><a href="/catalogue/id/a11?page=1" aria-label="{s.Word("previous")}">«</a></li><li><a href="/catalogue/id/a11?page=1">1</a></li><li class="active"><a>2</a></li><li><a href="/catalogue/id/a11?page=3">3</a></li><li><a href="/catalogue/id/a11?page=3" aria-label="{s.Word("next")}">»</a></li></ul>
            """, aside: s.Facets(), kilobytes: 50);
    }
}
