namespace Extraction.Benchmarks.Generated;

/// <summary>Result pages of large marketplaces and classifieds sites, each in the manner of one kind of them.</summary>
internal static class MarketStyles
{
    public static IReadOnlyList<Style> All { get; } =
    [
        new("auction-list-with-placeholder", 50, AuctionList),
        new("department-grid", 48, DepartmentGrid),
        new("hashed-cards", 30, HashedCards),
        new("plain-list", 100, PlainList),
        new("gallery-list", 60, GalleryList),
        new("card-is-link", 35, CardIsLink),
        new("utility-grid", 24, UtilityGrid),
        new("fashion-grid", 40, FashionGrid),
        new("two-views", 20, TwoViews),
        new("rows-in-table", 25, RowsInTable),
        new("split-rows", 20, SplitRows),
        new("text-board", 20, TextBoard),
        new("definition-list", 15, DefinitionList),
        new("bootstrap-media", 18, BootstrapMedia),
        new("article-list", 22, ArticleList),
        new("wordpress-classifieds", 12, WordpressClassifieds),
        new("osclass-table", 15, Osclass),
        new("free-and-swap", 28, FreeAndSwap),
        new("property-on-request", 14, OnRequest),
        new("buttons-and-spans", 26, ButtonsAndSpans),
        new("background-images", 20, BackgroundImages),
        new("split-price", 32, SplitPrice),
        new("price-comparison", 20, PriceComparison),
        new("two-hundred", 200, TwoHundred),
        new("single-result", 1, SingleResult),
        new("two-results", 2, TwoResults),
        new("nothing-but-recommendations", 0, Nothing),
        new("pictures-only", 40, PicturesOnly),
        new("seller-page", 16, SellerPage),
        new("widget-columns", 12, WidgetColumns),
    ];

    private static string AuctionList(Scene s)
    {
        s.Address = "/sch/i.html?_nkw=a&_pgn=2";
        s.Link = g => $"{s.Host}/itm/{12345000000 + g.Number}?hash=item{g.Number:x}";
        s.Picture = g => $"https://i.pics.example/images/g/{g.Number}AAOSw/s-l500.jpg";
        s.Place = _ => null;
        s.Sponsored = _ => false;
        s.NextIs("/sch/i.html?_nkw=a&_pgn=3");
        string Card(Good g, string link, string picture) => $"""
            <li class="s-item s-item__pl-on-bottom" data-viewport="x" id="item{g.Number:x}"><div class="s-item__wrapper clearfix"><div class="s-item__image-section"><div class="s-item__image"><a data-interactions='[]' _sp="p2351460.m1686.l7400" href="{link}" target="_blank" aria-hidden="true" tabindex="-1"><div class="s-item__image-wrapper image-treatment"><img src="{picture}" alt="{Scene.E(g.Title)}" loading="eager"></div></a></div></div>
            <div class="s-item__info clearfix"><a class="s-item__link" href="{link}" target="_blank"><div class="s-item__title"><span role="heading" aria-level="3">{Scene.E(g.Title)}</span></div></a><div class="s-item__subtitle"><span class="SECONDARY_INFO">{s.Word("used")}</span> · <span>{g.Brand}</span></div><div class="s-item__details clearfix"><div class="s-item__details-section--primary"><div class="s-item__detail s-item__detail--primary"><span class="s-item__price">{s.Money(g.Price)}</span></div>
            {(g.Bids % 3 == 0 ? $"<div class=\"s-item__detail\"><span class=\"s-item__bids s-item__bidCount\">{g.Bids} {s.Word("bids")}</span></div><div class=\"s-item__detail\"><span class=\"s-item__time\"><span class=\"s-item__time-left\">2d 3h</span><span class=\"s-item__time-end\">({s.Word("today")} 21:04)</span></span></div>" : $"<div class=\"s-item__detail\"><span class=\"s-item__purchase-options\">{s.Word("negotiable")}</span></div>")}
            <div class="s-item__detail"><span class="s-item__shipping s-item__logisticsCost">+ {s.Money(4 * s.Tongue.Scale)} {s.Word("delivery")}</span></div><div class="s-item__detail"><span class="s-item__location s-item__itemLocation">{Scene.E(g.Place)}</span></div></div><div class="s-item__details-section--secondary"><span class="s-item__seller-info"><span class="s-item__seller-info-text">{Scene.E(g.Seller)} (1,204) 99.8%</span></span></div></div></div></div></li>
            """;
        return s.Page($"""
            <div class="srp-river-main"><h1 class="srp-controls__count-heading"><span class="BOLD">1.200+</span> {s.Word("results")}</h1><ul class="srp-results srp-list clearfix">{s.Each(g => Card(g, s.Link(g)!, s.Picture(g)!))}</ul>
            <nav class="pagination" aria-label="Pagination"><a class="pagination__previous icon-link" href="{s.Host}/sch/i.html?_nkw=a&_pgn=1" aria-label="{s.Word("previous")}">{Surroundings.Icon(s)}</a><ol class="pagination__items"><li><a class="pagination__item" href="{s.Host}/sch/i.html?_nkw=a&_pgn=1">1</a></li><li><a class="pagination__item" aria-current="page" href="{s.Host}/sch/i.html?_nkw=a&_pgn=2">2</a></li><li><a class="pagination__item" href="{s.Host}/sch/i.html?_nkw=a&_pgn=3">3</a></li></ol><a class="pagination__next icon-link" href="{s.Host}/sch/i.html?_nkw=a&_pgn=3" aria-label="{s.Word("next")}">{Surroundings.Icon(s)}</a></nav></div>
            {s.Carousel("recent", g => $"<li class=\"m-card\"><a href=\"{s.Host}/itm/{g.Number}\"><img src=\"https://i.pics.example/{g.Number}/s-l225.jpg\" alt=\"\"><p>{Scene.E(g.Title)}</p><span class=\"price\">{s.Money(g.Price)}</span></a></li>")}
            """, aside: s.Facets(), kilobytes: 300);
    }

    private static string DepartmentGrid(Scene s)
    {
        s.Address = "/s?k=a&ref=nb_sb";
        s.Link = g => $"/{g.Slug}/dp/B0{g.Number:X8}/ref=sr_1_{s.At(g)}?keywords=a";
        s.Picture = g => $"https://m.media.example/images/I/{g.Number}L._AC_UL320_.jpg";
        s.Sponsored = g => s.At(g) % 12 < 2;
        s.NextIs("/s?k=a&page=2&ref=sr_pg_1");
        string Price(decimal amount)
        {
            decimal whole = decimal.Truncate(amount);
            string cents = s.Tongue.Decimals == 0 ? "" : $"<span class=\"a-price-fraction\">{((int)((amount - whole) * 100)).ToString("00", System.Globalization.CultureInfo.InvariantCulture)}</span>";
            string number = $"<span class=\"a-price-whole\">{s.Tongue.Digits(whole, 0)}{(cents.Length == 0 ? "" : $"<span class=\"a-price-decimal\">{s.Tongue.Point}</span>")}</span>{cents}", sign = $"<span class=\"a-price-symbol\">{s.Tongue.Sign}</span>";
            return $"<span class=\"a-price\" data-a-size=\"xl\" data-a-color=\"base\"><span class=\"a-offscreen\">{s.Money(amount)}</span><span aria-hidden=\"true\">{(s.Tongue.SignLeads ? sign + number : number + sign)}</span></span>";
        }

        return s.Page($"""
            <div class="s-main-slot s-result-list s-search-results sg-row">{s.Each(g => $"""
            <div data-asin="B0{g.Number:X8}" data-index="{s.At(g)}" data-uuid="{Surroundings.Hash(s)}" data-component-type="s-search-result" class="sg-col-4-of-24 sg-col-4-of-12 s-result-item s-asin {(s.Sponsored(g) ? "AdHolder " : "")}sg-col s-widget-spacing-small"><div class="sg-col-inner"><div class="s-widget-container s-spacing-small"><div class="a-section a-spacing-base">
            <div class="s-product-image-container"><span class="rush-component" data-component-type="s-product-image"><a class="a-link-normal s-no-outline" tabindex="-1" href="{s.Link(g)}"><div class="a-section aok-relative s-image-square-aspect"><img class="s-image" src="{s.Picture(g)}" srcset="{s.Picture(g)} 1x, {s.Picture(g)}?2 2x" alt="{Scene.E(g.Title)}" data-image-index="{s.At(g)}"></div></a></span></div>
            <div class="a-section a-spacing-small puis-padding-left-small">{(s.Sponsored(g) ? $"<div class=\"a-row a-spacing-micro\"><span class=\"a-declarative\"><a href=\"javascript:void(0)\" class=\"puis-label-popover puis-sponsored-label-text\"><span class=\"puis-label-popover-default\"><span class=\"a-color-secondary\">{s.Word("sponsored")}</span></span></a></span></div>" : "")}<div class="a-row a-color-secondary"><h2 class="a-size-mini s-line-clamp-1"><span class="a-size-base-plus a-color-base">{g.Brand}</span></h2></div><a class="a-link-normal s-line-clamp-4 s-link-style a-text-normal" href="{s.Link(g)}"><h2 aria-label="{Scene.E(g.Title)}" class="a-size-base-plus a-spacing-none a-color-base a-text-normal"><span>{Scene.E(g.Title)}</span></h2></a>
            <div class="a-row a-size-small"><span aria-label="4.5 out of 5 stars"><i class="a-icon a-icon-star-small"><span class="a-icon-alt">4.5 out of 5 stars</span></i></span><a class="a-link-normal s-underline-text" href="{s.Link(g)}#customerReviews"><span class="a-size-base s-underline-text">1,{s.Random.Next(100, 999)}</span></a></div><div class="a-row a-size-base a-color-base"><a class="a-link-normal s-no-hover s-underline-text s-underline-link-text s-link-style a-text-normal" href="{s.Link(g)}">{Price(g.Price)}{(g.OldPrice is { } old ? $" <div style=\"display: inline-block\"><span class=\"a-size-base a-color-secondary\">{s.Word("was")}: </span><span class=\"a-price a-text-price\" data-a-strike=\"true\"><span class=\"a-offscreen\">{s.Money(old)}</span><span aria-hidden=\"true\">{s.Money(old)}</span></span></div>" : "")}</a></div><div class="a-row a-size-base a-color-secondary s-align-children-center"><span aria-label="delivery"><span class="a-color-base">{s.Word("shipping")}</span></span></div></div></div></div></div></div>
            """)}<div class="a-section a-text-center s-pagination-container" role="navigation"><span class="s-pagination-strip"><span class="s-pagination-item s-pagination-previous s-pagination-disabled" aria-disabled="true">{s.Word("previous")}</span><span class="s-pagination-item s-pagination-selected" aria-label="Current page, page 1">1</span><a href="/s?k=a&page=2&ref=sr_pg_1" aria-label="Go to page 2" class="s-pagination-item s-pagination-button">2</a><span class="s-pagination-item s-pagination-ellipsis">...</span><span class="s-pagination-item s-pagination-disabled">20</span><a href="/s?k=a&page=2&ref=sr_pg_1" aria-label="Go to next page, page 2" class="s-pagination-item s-pagination-next s-pagination-button s-pagination-separator">{s.Word("next")}{Surroundings.Icon(s)}</a></span></div></div>
            """, aside: s.Facets(), kilobytes: 250);
    }

    private static string HashedCards(Scene s)
    {
        s.Address = "/oferty/q-a/";
        s.Link = g => $"/d/oferta/{g.Slug}-CID87-ID{g.Number:x}.html";
        s.Picture = g => s.At(g) % 11 == 7 ? null : $"https://ireland.apollo.example/v1/files/{g.Number}eyJ-PL/image";
        s.Amount = g => s.At(g) % 9 == 4 ? null : g.Price;
        s.Place = g => g.Place;
        s.NextIs("/oferty/q-a/?page=2");
        return s.Page($$"""
            <style data-emotion="css 1sw7q4x">.css-1sw7q4x{display:flex}</style><div data-testid="listing-grid" class="css-j0t2x2"><div class="css-1hsp6h9"><span data-testid="total-count">Znaleźliśmy ponad 1000 ogłoszeń</span></div>{{s.Each(g => $"""
            <div data-cy="l-card" data-testid="l-card" id="{g.Number}" class="css-1sw7q4x"><div type="list" class="css-qfzx1y"><div class="css-1venxj6"><div class="css-2zq3c9"><a class="css-1tqlkj0" href="{s.Link(g)}"><div type="list" class="css-gl6djm">{(s.Picture(g) is { } picture ? $"<img src=\"{picture};s=200x0;q=50\" srcset=\"{picture};s=216x152;q=50 1x, {picture};s=432x304 2x\" sizes=\"216px\" alt=\"{Scene.E(g.Title)}\" class=\"css-8wsg1m\">" : "<img src=\"/app/static/media/no_thumbnail.svg\" alt=\"\" class=\"css-gwhqbt\">")}</div></a></div><div class="css-13aawz3"><div data-cy="ad-card-title" class="css-u2ayx9"><a class="css-1tqlkj0" href="{s.Link(g)}"><h4 class="css-1g61gc2">{Scene.E(g.Title)}</h4></a><p data-testid="ad-price" class="css-uj7mm0">{(s.Amount(g) is { } amount ? s.Money(amount) + (s.At(g) % 4 == 0 ? $"<span class=\"css-e2218f\">{s.Word("negotiable")}</span>" : "") : s.Word("negotiable"))}</p></div><div class="css-odp1qd"><div class="css-10g6f5w"><span class="css-up4xui" title="{s.Word("used")}"><span>{s.Word("used")}</span></span></div><p data-testid="location-date" class="css-vbz67q">{Scene.E(g.Place)} - {s.Word("today")} 10:{s.At(g):00}</p></div><div color="text-global-secondary" class="css-1kfqt7f"><span data-testid="adAddToFavorites" class="css-1h7">{Surroundings.Icon(s)}</span></div></div></div></div></div>
            """)}}</div><div data-testid="pagination-wrapper"><ul data-testid="pagination-list" class="pagination-list css-1vdlgt7"><li data-testid="pagination-list-item" aria-label="Page 1" class="pagination-item pagination-item__active css-1bz7"><span>1</span></li><li data-testid="pagination-list-item" aria-label="Page 2" class="pagination-item css-ps94ux"><a data-testid="pagination-link-2" class="css-b6tdh7" href="/oferty/q-a/?page=2">2</a></li><a data-testid="pagination-forward" data-cy="pagination-forward" class="css-pyu9k9" href="/oferty/q-a/?page=2">{{Surroundings.Icon(s)}}</a></ul></div>
            """, shell: "soup", aside: s.Facets(), kilobytes: 150);
    }

    private static string PlainList(Scene s)
    {
        s.Address = "/search/sss?query=a&s=0";
        s.Link = g => $"{s.Host}/mod/d/{g.Slug}/7{g.Number}.html";
        s.Picture = g => null;
        s.Place = g => g.Place;
        s.Amount = g => s.At(g) % 13 == 5 ? null : decimal.Truncate(g.Price);
        s.NextIs("/search/sss?s=120&query=a");
        return s.Page($"""
            <section class="page-container"><form id="searchform"><div class="search-legend"><div class="paginator buttongroup firstpage"><span class="buttons"><span class="button first">|&lt;</span><span class="button prev">&lt; prev</span><span class="button pagenum"><span class="range"><span class="rangeFrom">1</span> - <span class="rangeTo">120</span></span> / <span class="totalcount">1500</span></span><a href="/search/sss?s=120&amp;query=a" class="button next" title="next page">next &gt; </a></span></div></div>
            <ul class="rows">{s.Each(g => $"""
            <li class="result-row" data-pid="7{g.Number}"><a href="{s.Link(g)}" class="result-image gallery empty"></a><p class="result-info"><span class="icon icon-star" role="button"><span class="screen-reader-text">favorite this post</span></span><time class="result-date" datetime="{g.Posted:yyyy-MM-dd} 09:31" title="x">{g.Posted.Day} {s.Tongue.List("months")[g.Posted.Month - 1]}</time><a href="{s.Link(g)}" data-id="7{g.Number}" class="result-title hdrlnk">{Scene.E(g.Title)}</a><span class="result-meta">{(s.Amount(g) is { } amount ? $"<span class=\"result-price\">{s.Tongue.Money(amount, 0)}</span>" : "")}<span class="result-hood"> ({Scene.E(g.Place)})</span><span class="result-tags">pic <span class="maptag" data-pid="7{g.Number}">map</span></span><span class="banish icon icon-trash" role="button"><span class="screen-reader-text">hide this posting</span></span></span></p></li>
            """)}</ul></form></section>
            """, kilobytes: 5, shell: "bare");
    }

    private static string GalleryList(Scene s)
    {
        s.Address = "/for-sale/a";
        s.Link = g => $"/ad/{g.Slug}-{g.Number}";
        s.Picture = g => $"https://img.class.example/api/v1/images/{g.Number}";
        s.Place = g => g.Place;
        s.Sponsored = g => s.At(g) < 4;
        s.NextIs("/for-sale/a/page-2");
        return s.Page($"""
            <ol class="results-grid" data-q="search-results">{s.Each(g => $"""
            <li class="result-cell{(s.Sponsored(g) ? " promoted" : "")}"><div class="tile"><a class="tile-anchor" href="{s.Link(g)}" data-q="tile-link"><figure><div class="ratio"><img class="lazy" alt="" src="/static/placeholder.png" data-lazy="{s.Picture(g)}?rule=gallery-300"><span class="photo-count">{g.Bids % 9 + 1}</span></div></figure><div class="tile-info">{(s.Sponsored(g) ? $"<span class=\"badge\">{s.Word("sponsored")}</span>" : "")}<div class="tile-title">{Scene.E(g.Title)}</div><div class="tile-description">{Scene.E(g.Text)}</div><div class="tile-location">{Scene.E(g.Place)}</div><div class="tile-price">{s.Money(g.Price)}</div><div class="tile-age">{s.At(g) % 20 + 1} h</div></div></a><button class="fav" aria-label="{s.Word("save")}">{Surroundings.Icon(s)}</button></div></li>
            {(s.At(g) == 9 ? "<li class=\"result-cell advert\"><div class=\"ad-slot\" id=\"div-gpt-ad-9\"></div></li>" : "")}
            """)}</ol><div class="pager"><a class="load-more" href="/for-sale/a/page-2" rel="nofollow">{s.Word("more")}</a></div>{s.Carousel("similar", g => $"<div class=\"tile\"><a class=\"tile-anchor\" href=\"/ad/{g.Slug}-{g.Number}\"><div class=\"tile-title\">{Scene.E(g.Title)}</div><div class=\"tile-price\">{s.Money(g.Price)}</div></a></div>")}
            """, aside: s.Facets(), kilobytes: 120);
    }

    private static string CardIsLink(Scene s)
    {
        s.Address = "/recherche?text=a";
        s.Link = g => $"/ad/collection/{2600000000 + g.Number}";
        s.Picture = g => $"https://img.coin.example/api/v1/lbcpb1/images/{g.Number}.jpg";
        s.Place = g => g.Place;
        s.NextIs("/recherche?text=a&page=2");
        return s.Page($"""
            <h1>"a" : 1 245 {s.Word("results")}</h1><div class="mb-lg">{s.Each(g => $"""
            <div class="styles_adCard__{Surroundings.Hash(s)[..4]}"><a data-test-id="ad" data-qa-id="aditem_container" class="adcard_{s.Host.Length} grid relative" href="{s.Link(g)}"><div class="adcard-img"><picture><source type="image/webp" srcset="{s.Picture(g)}?rule=ad-large"><img src="{s.Picture(g)}?rule=ad-large" alt="{Scene.E(g.Title)}" loading="lazy"></picture></div><div class="flex flex-col"><div><p data-qa-id="aditem_title" class="text-body-1" title="{Scene.E(g.Title)}">{Scene.E(g.Title)}</p><div class="price-box"><span data-qa-id="aditem_price" aria-label="{s.Word("price")}: {s.Money(g.Price)}"><span>{s.Money(g.Price)}</span></span></div></div><div class="mt-auto"><p aria-label="{s.Word("category")}: {Scene.E(g.Category)}" class="text-caption">{Scene.E(g.Category)}</p><p aria-label="{s.Word("place")}: {Scene.E(g.Place)}." class="text-caption">{Scene.E(g.Place)}</p><p class="text-caption" title="x">{s.Word("today")}, 14:{s.At(g):00}</p></div></div></a><button aria-label="{s.Word("save")}">{Surroundings.Icon(s)}</button></div>
            """)}</div><nav aria-label="pagination"><a aria-disabled="true" aria-label="{s.Word("previous")}">{Surroundings.Icon(s)}</a><a aria-current="true" href="/recherche?text=a">1</a><a href="/recherche?text=a&amp;page=2">2</a><a href="/recherche?text=a&amp;page=3">3</a><a href="/recherche?text=a&amp;page=2" aria-label="{s.Word("next")}">{Surroundings.Icon(s)}</a></nav>
            """, shell: "soup", kilobytes: 90);
    }

    private static string UtilityGrid(Scene s)
    {
        s.Address = "/listings?search=a";
        s.Link = g => $"/listings/{g.Number}";
        s.Picture = g => $"/_next/image?url=%2Fuploads%2F{g.Number}.webp&w=1080&q=75";
        s.Unlabelled("image");
        s.Place = g => g.Place;
        s.NextIs("/listings?search=a&page=2");
        return s.Page($$"""
            <div class="grid grid-cols-1 gap-6 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">{{s.Each(g => $"""
            <div class="group relative flex flex-col overflow-hidden rounded-2xl border border-gray-200 bg-white shadow-sm hover:shadow-md"><div class="aspect-h-4 aspect-w-3 bg-gray-200 sm:aspect-none group-hover:opacity-75"><img alt="" loading="lazy" width="384" height="288" decoding="async" data-nimg="1" class="h-full w-full object-cover object-center" style="color:transparent" srcset="/_next/image?url=%2Fuploads%2F{g.Number}.webp&amp;w=640&amp;q=75 1x, /_next/image?url=%2Fuploads%2F{g.Number}.webp&amp;w=1080&amp;q=75 2x" src="/_next/image?url=%2Fuploads%2F{g.Number}.webp&amp;w=1080&amp;q=75"></div><div class="flex flex-1 flex-col space-y-2 p-4"><h3 class="text-sm font-medium text-gray-900"><a href="{s.Link(g)}"><span aria-hidden="true" class="absolute inset-0"></span>{Scene.E(g.Title)}</a></h3><p class="text-sm text-gray-500 line-clamp-2">{Scene.E(g.Text)}</p><div class="flex flex-1 flex-col justify-end"><p class="text-sm italic text-gray-500">{Scene.E(g.Place)}</p><p class="text-base font-semibold text-gray-900">{s.Money(g.Price)}</p></div></div></div>
            """)}}</div><div class="mt-10 flex items-center justify-between border-t border-gray-200 px-4 py-3 sm:px-6"><div class="flex flex-1 justify-between sm:hidden"><a href="#" class="relative inline-flex items-center rounded-md">{{s.Word("previous")}}</a><a href="/listings?search=a&page=2" class="relative ml-3 inline-flex items-center rounded-md">{{s.Word("next")}}</a></div></div>
            """, shell: "soup", aside: s.Facets(), kilobytes: 70);
    }

    private static string FashionGrid(Scene s)
    {
        s.Address = "/catalog?search_text=a";
        s.Link = g => $"{s.Host}/items/{4000000000 + g.Number}-{g.Slug}?referrer=catalog";
        s.Picture = g => $"https://images1.fash.example/t/01_{g.Number}/f800/{g.Number}.jpeg";
        s.NextIs("/catalog?page=2&search_text=a");
        return s.Page($"""
            <div class="feed-grid">{s.Each(g => $"""
            <div data-testid="grid-item" class="feed-grid__item"><div class="feed-grid__item-content"><div class="new-item-box__container" data-testid="product-item-id-{g.Number}"><div class="u-ui-padding"><a class="web_ui__Cell" href="{s.Host}/member/{g.Bids + 100}-{g.Seller.Length}"><div class="web_ui__Image circle"><img src="https://images1.fash.example/avatars/{g.Bids}.jpeg" class="web_ui__Image__content" alt="{Scene.E(g.Seller)}"></div><span class="web_ui__Text__caption">{Scene.E(g.Seller)}</span></a></div><div class="u-position-relative"><div class="new-item-box__image-container"><div class="new-item-box__image web_ui__Image__cover"><img class="web_ui__Image__content" src="{s.Picture(g)}?s=abc" alt="{Scene.E(g.Title)}, {s.Word("brand")}: {g.Brand}, {s.Money(g.Price)}" data-testid="product-item-id-{g.Number}--image--img"></div></div><a class="new-item-box__overlay new-item-box__overlay--clickable" href="{s.Link(g)}" title="{Scene.E(g.Title)}" data-testid="product-item-id-{g.Number}--overlay-link"></a><button class="u-fav">{Surroundings.Icon(s)}<span>{g.Bids}</span></button></div><div class="new-item-box__summary"><div class="web_ui__Text" data-testid="product-item-id-{g.Number}--description-title"><p>{g.Brand}</p></div><p class="sub">M / 38 · {s.Word("used")}</p><div class="title-content"><p class="web_ui__Text__muted">{s.Money(g.Price)}</p><button><span>{s.Money(decimal.Round(g.Price * 1.05m + (0.7m * s.Tongue.Scale), s.Tongue.Decimals))}</span> incl.</button></div></div></div></div></div>
            """)}</div><ul class="web_ui__Pagination"><li><a class="is-active" href="/catalog?search_text=a">1</a></li><li><a href="/catalog?page=2&search_text=a">2</a></li><li><a href="/catalog?page=3&search_text=a">3</a></li><li><a class="web_ui__Pagination__next" href="/catalog?page=2&search_text=a">{s.Word("next")}</a></li></ul>
            """, kilobytes: 200);
    }

    private static string TwoViews(Scene s)
    {
        s.Address = "/zoeken?q=a";
        s.Link = g => $"/advert/{g.Number}";
        s.Picture = g => $"/photos/{g.Number}/large.jpg";
        s.NextIs("/zoeken?q=a&p=2");
        return s.Page($"""
            <div class="results d-none d-md-block"><table class="table">{s.Each(g => $"<tr class=\"res\"><td><a href=\"{s.Link(g)}\"><img src=\"{s.Picture(g)}\" alt=\"\"></a></td><td><a class=\"t\" href=\"{s.Link(g)}\">{Scene.E(g.Title)}</a><br><small>{Scene.E(g.Text)}</small></td><td class=\"text-right\"><b>{s.Money(g.Price)}</b></td></tr>")}</table></div>
            <div class="results d-block d-md-none">{s.Each(g => $"<div class=\"m-res\"><a href=\"{s.Link(g)}\"><img src=\"{s.Picture(g)}\" alt=\"\"><span>{Scene.E(g.Title)}</span><em>{s.Money(g.Price)}</em></a></div>")}</div>
            <p class="pages">{s.Numbers(1, 6, n => $"/zoeken?q=a&amp;p={n}", n => $"<strong>{n}</strong>")} <a href="/zoeken?q=a&amp;p=2">»</a></p>
            """, aside: s.Facets(), kilobytes: 20);
    }

    private static string RowsInTable(Scene s)
    {
        s.Address = "/list.asp?kat=7";
        s.Link = g => $"show.asp?id={g.Number}";
        s.Picture = g => $"thumbs/{g.Number}.jpg";
        s.Unlabelled("url");
        s.NextIs("list.asp?kat=7&seite=2");
        return s.Page($"""
            <table border="1" cellpadding="3"><thead><tr><th>Nr.</th><th></th><th>{s.Word("description")}</th><th>{s.Word("posted")}</th><th>{s.Word("place")}</th><th>{s.Word("price")}</th></tr></thead><tbody>{s.Each(g => $"""
            <tr bgcolor="{(s.At(g) % 2 == 0 ? "#eeeeee" : "#ffffff")}"><td>{g.Number}</td><td><a href="{s.Link(g)}"><img src="{s.Picture(g)}" width="60"></a></td><td><a href="{s.Link(g)}"><b>{Scene.E(g.Title)}</b></a><br><font size="-1">{Scene.E(g.Sentences[0])}</font></td><td nowrap>{g.Posted:dd.MM.yyyy}</td><td>{Scene.E(g.Place)}</td><td align="right" nowrap>{s.Tongue.Digits(g.Price)}&nbsp;{s.Tongue.Sign}</td></tr>
            """)}</tbody></table><p align="center">{s.Word("previous")} | 1 | <a href="list.asp?kat=7&amp;seite=2">2</a> | <a href="list.asp?kat=7&amp;seite=3">3</a> | <a href="list.asp?kat=7&amp;seite=2">{s.Word("next")} &gt;</a></p>
            """, shell: "tables", kilobytes: 3);
    }

    private static string SplitRows(Scene s)
    {
        s.Address = "/anzeigen/suche.php?q=a&start=20";
        s.Link = g => $"/anzeigen/anzeige.php/{g.Number}";
        s.Picture = g => s.At(g) % 3 == 0 ? null : $"/anzeigen/bild/{g.Number}_k.jpg";
        s.NextIs("/anzeigen/suche.php?q=a&start=40");
        return s.Page($"""
            <table class="liste" width="100%">{s.Each(g => $"""
            <tr class="kopf"><td colspan="2"><a href="{s.Link(g)}"><b>{Scene.E(g.Title)}</b></a></td><td align="right"><b>{s.Money(g.Price)}</b></td></tr>
            <tr class="text"><td width="100">{(s.Picture(g) is { } picture ? $"<a href=\"{s.Link(g)}\"><img src=\"{picture}\" border=\"0\"></a>" : "&nbsp;")}</td><td>{Scene.E(g.Text)}</td><td align="right">{g.Posted:dd.MM.yy}<br>{Scene.E(g.Seller)}</td></tr>
            """)}</table><div align="right"><a href="/anzeigen/suche.php?q=a&amp;start=0">&laquo; {s.Word("previous")}</a> [<a href="/anzeigen/suche.php?q=a&amp;start=0">1</a>] [2] [<a href="/anzeigen/suche.php?q=a&amp;start=40">3</a>] <a href="/anzeigen/suche.php?q=a&amp;start=40">{s.Word("next")} &raquo;</a></div>
            """, shell: "tables", kilobytes: 6);
    }

    private static string TextBoard(Scene s)
    {
        s.Address = "/hledat.php?hledat=a";
        s.Link = g => $"{s.Host}/inzerat/{1900000 + g.Number}/{g.Slug}.php";
        s.Picture = g => $"{s.Host}/img/1t/{g.Number % 1000}/{g.Number}.jpg";
        s.Place = g => g.Place;
        s.Unlabelled("location");
        s.NextIs("/hledat.php?hledat=a&crz=20");
        return s.Page($"""
            <div class="maincontent">{s.Each(g => $"""
            <div class="inzeraty inzeratyflex"><div class="inzeratynadpis"><a href="{s.Link(g)}"><img src="{s.Picture(g)}" class="obrazek" alt="{Scene.E(g.Title)}"></a><h2 class=nadpis><a href="{s.Link(g)}">{Scene.E(g.Title)}</a></h2> <span class=velikost10>- <span title="TOP" class="ztop">TOP</span> [{g.Posted:d.M. yyyy}]</span><br><div class=popis>{Scene.E(g.Text)}</div><br><br></div><div class="inzeratycena"><b><span translate="no">  {s.Money(g.Price)}</span></b></div><div class="inzeratylok">{Scene.E(g.Place)}<br>460 01</div><div class="inzeratyview">{s.Random.Next(10, 999)} x</div><div class="inzeratyakce"><span onclick="odeslatakci('spam','{g.Number}');" class="akce">Označit špatný inzerát</span></div></div>
            """)}<div class="strankovani"><b>Stránky:</b> <span class="cisla">1</span> <a href="/hledat.php?hledat=a&crz=20">2</a> <a href="/hledat.php?hledat=a&crz=40">3</a> <a href="/hledat.php?hledat=a&crz=20"><b>{s.Word("next")}</b></a></div></div>
            """, kilobytes: 8);
    }

    private static string DefinitionList(Scene s)
    {
        s.Address = "/annonces/?q=a";
        s.Link = g => $"/annonces/{g.Number}-{g.Slug}.htm";
        s.Picture = g => $"/vignettes/{g.Number}.jpg";
        s.NextIs("/annonces/?q=a&o=2");
        return s.Page($"""
            <dl class="annonces">{s.Each(g => $"<dt><a href=\"{s.Link(g)}\">{Scene.E(g.Title)}</a></dt><dd><img src=\"{s.Picture(g)}\" alt=\"\"> {Scene.E(g.Text)} <strong>{s.Money(g.Price)}</strong> <em>{g.Posted:dd/MM/yyyy}</em></dd>")}</dl>
            <p><b>1</b> - <a href="/annonces/?q=a&amp;o=2">2</a> - <a href="/annonces/?q=a&amp;o=3">3</a> - <a href="/annonces/?q=a&amp;o=2">Page {s.Tongue["next"].ToLowerInvariant()}</a></p>
            """, aside: s.Facets(), kilobytes: 12);
    }

    private static string BootstrapMedia(Scene s)
    {
        s.Address = "/ads?keyword=a&page=3";
        s.Link = g => $"{s.Host}/ads/{g.Number}/{g.Slug}";
        s.Picture = g => $"{s.Host}/storage/ads/{g.Number}.webp";
        s.Place = g => g.Place;
        s.NextIs(null);
        return s.Page($"""
            <div class="row"><div class="col-lg-9">{s.Each(g => $"""
            <div class="card mb-3"><div class="row g-0"><div class="col-md-4"><a href="{s.Link(g)}"><img src="{s.Picture(g)}" class="img-fluid rounded-start" alt="..."></a></div><div class="col-md-8"><div class="card-body"><a class="badge bg-secondary" href="{s.Host}/cat/{g.Category.Length}">{Scene.E(g.Category)}</a><h5 class="card-title"><a href="{s.Link(g)}" class="text-decoration-none">{Scene.E(g.Title)}</a></h5><p class="card-text">{Scene.E(g.Text)}</p><p class="card-text"><small class="text-muted"><i class="bi bi-geo-alt"></i> {Scene.E(g.Place)} · <a href="{s.Host}/user/{g.Seller.Length}">{Scene.E(g.Seller)}</a></small></p><span class="h4 text-success">{s.Money(g.Price)}</span></div></div></div></div>
            """)}<nav><ul class="pagination justify-content-center"><li class="page-item"><a class="page-link" href="{s.Host}/ads?keyword=a&amp;page=2" rel="prev" aria-label="&laquo; {s.Word("previous")}">&lsaquo;</a></li><li class="page-item"><a class="page-link" href="{s.Host}/ads?keyword=a&amp;page=1">1</a></li><li class="page-item"><a class="page-link" href="{s.Host}/ads?keyword=a&amp;page=2">2</a></li><li class="page-item active" aria-current="page"><span class="page-link">3</span></li><li class="page-item disabled" aria-disabled="true"><span class="page-link" aria-hidden="true">&rsaquo;</span></li></ul></nav></div></div>
            """, aside: s.Facets(), kilobytes: 45);
    }

    private static string ArticleList(Scene s)
    {
        s.Address = "/annunci/?q=a";
        s.Link = g => $"/vendita/{g.Slug}-{g.Number}.htm";
        s.Picture = g => $"https://images.sb.example/{g.Number}?rule=card";
        s.Place = g => g.Place;
        s.Amount = g => s.At(g) % 7 == 3 ? null : g.Price;
        s.NextIs("/annunci/?q=a&o=2");
        return s.Page($"""
            <div class="items__listing">{s.Each(g => $"""
            <article class="SmallCard-module_card__3hfzu items__item"><a class="SmallCard-module_link__hOkzY" href="{s.Link(g)}"><div class="SmallCard-module_picture-group__asLo2"><figure class="card-picture"><img class="CardImage" src="{s.Picture(g)}" alt="{Scene.E(g.Title)}"></figure></div><div class="SmallCard-module_item-key-data__fcbjY"><h2 class="ItemTitle-module_item-title__VuKDo">{Scene.E(g.Title)}</h2><div class="PostingTimeAndPlace-module_date-location__1Owcv"><span class="index-module_town__2H3jy">{Scene.E(g.Place)}</span><span class="index-module_date__Fmf-4">{s.Word("yesterday")} 18:22</span></div>{(s.Amount(g) is { } amount ? $"<p class=\"index-module_price__N7M2x SmallCard-module_price__yERv7\">{s.Money(amount)}<span class=\"shipping-badge\">{s.Word("delivery")}</span></p>" : "")}</div></a></article>
            """)}</div><nav class="pagination"><button disabled aria-label="{s.Word("previous")}"></button><a class="current" href="/annunci/?q=a&o=1">1</a><a href="/annunci/?q=a&o=2">2</a><a href="/annunci/?q=a&o=2" aria-label="{s.Word("next")}">{Surroundings.Icon(s)}</a></nav>
            """, shell: "soup", kilobytes: 140);
    }

    private static string WordpressClassifieds(Scene s)
    {
        s.Address = "/ad-category/antiek/";
        s.Link = g => $"{s.Host}/ads/{g.Slug}/";
        s.Picture = g => $"{s.Host}/wp-content/uploads/2026/03/{g.Number}.jpg";
        s.NextIs($"{s.Host}/ad-category/antiek/page/2/");
        return s.Page($"""
            <div class="content_left">{s.Each(g => $"""
            <div class="post-block-out"><div class="post-block"><div class="post-left"><a href="{s.Link(g)}" title="{Scene.E(g.Title)}" class="preview" data-rel="{s.Picture(g)}"><img width="150" height="150" src="{s.Picture(g)}" class="attachment-ad-thumb" alt=""></a></div><div class="post-right"><div class="price-wrap"><span class="tag-head">&nbsp;</span><p class="post-price">{s.Money(g.Price)}</p></div><h3><a href="{s.Link(g)}">{Scene.E(g.Title)}</a></h3><div class="clr"></div><p class="post-meta"><span class="dashicons-before folder"><a href="{s.Host}/ad-category/{g.Category.Length}/" rel="tag">{Scene.E(g.Category)}</a></span> <span class="owner"><a href="{s.Host}/author/{g.Seller.Length}/">{Scene.E(g.Seller)}</a></span> <span class="clock"><span>{g.Posted:dd/MM/yyyy}</span></span></p><div class="clr"></div><p class="post-desc">{Scene.E(g.Text)}</p><p class="stats">{s.Random.Next(20, 400)} total views, 2 today</p></div><div class="clr"></div></div></div>
            """)}<div class="paging"><div class="pages"><span class="total">Page 1 of 5</span><span class="current">1</span><a class="page-numbers" href="{s.Host}/ad-category/antiek/page/2/">2</a><a class="page-numbers" href="{s.Host}/ad-category/antiek/page/3/">3</a><a class="next page-numbers" href="{s.Host}/ad-category/antiek/page/2/">&rsaquo;&rsaquo;</a></div></div></div>
            """, aside: $"<div class=\"widget\"><h2>{s.Word("recent")}</h2><ul>{s.Each(s.Others, g => $"<li><a href=\"/ads/{g.Slug}/\">{Scene.E(g.Title)}</a></li>")}</ul></div>", kilobytes: 60);
    }

    private static string Osclass(Scene s)
    {
        s.Address = "/index.php?page=search&sPattern=a";
        s.Link = g => $"{s.Host}/antiques/{g.Slug}_i{g.Number}";
        s.Picture = g => $"{s.Host}/oc-content/uploads/12/{g.Number}_thumbnail.jpg";
        s.NextIs($"{s.Host}/search/pattern,a/iPage,2");
        return s.Page($"""
            <div id="list_head"><div class="inner"><h1><strong>{s.Word("results")}</strong></h1><p class="see_by">{s.Word("sort")}: <a href="?sOrder=dt_pub_date">{s.Word("posted")}</a> <span>|</span> <a href="?sOrder=i_price">{s.Word("price")}</a></p></div></div><ul class="listing-card-list listing-grid" id="listing-card-list">{s.Each(g => $"""
            <li class="listing-card"><a class="listing-thumb" href="{s.Link(g)}" title="{Scene.E(g.Title)}"><img src="{s.Picture(g)}" title="" alt="{Scene.E(g.Title)}" width="240" height="200"></a><div class="listing-detail"><div class="listing-cell"><div class="listing-data"><div class="listing-basicinfo"><a href="{s.Link(g)}" class="title" title="{Scene.E(g.Title)}">{Scene.E(g.Title)}</a><div class="listing-attributes"><span class="category">{Scene.E(g.Category)}</span> - <span class="location">{Scene.E(g.Place)}</span> <span class="g-hide">-</span> {g.Posted:MMMM d, yyyy} <span class="currency-value">{s.Money(g.Price)}</span></div><p>{Scene.E(g.Sentences[0])} ...</p></div></div></div></div></li>
            """)}</ul><div class="paginate"><ul class="searchPaginationList"><li><span class="searchPaginationSelected list-first">1</span></li><li><a class="searchPaginationNonSelected" href="{s.Host}/search/pattern,a/iPage,2">2</a></li><li><a class="searchPaginationNext list-last" href="{s.Host}/search/pattern,a/iPage,2">&gt;</a></li></ul></div>
            """, aside: s.Facets(), kilobytes: 25);
    }

    private static string FreeAndSwap(Scene s)
    {
        s.Address = "/l/antiek/q/a/";
        s.Link = g => $"/v/antiek/{(char)('a' + g.Bids % 20)}/m{2100000000 + g.Number}-{g.Slug}";
        s.Picture = g => $"https://images.mp.example/api/v1/listing/{g.Number}/{g.Number:x}.jpg";
        s.Amount = g => s.At(g) % 4 == 1 ? null : g.Price;
        s.Place = g => g.Place;
        s.Sponsored = g => s.At(g) % 10 == 0;
        s.NextIs("/l/antiek/q/a/p/2/");
        string Price(Good g) => s.Amount(g) is { } amount ? s.Money(amount) : s.Word(s.At(g) % 8 == 1 ? "negotiable" : "request");
        return s.Page($"""
            <ul class="hz-Listings hz-Listings--list-view">{s.Each(g => $"""
            <li class="hz-Listing hz-Listing--list-item{(s.Sponsored(g) ? " hz-Listing--other-seller" : "")}"><div class="hz-Listing-listview-content"><div class="hz-Listing-item-wrapper"><a class="hz-Link hz-Link--block hz-Listing-coverLink" href="{s.Link(g)}"><figure class="hz-Listing-image-container"><div class="hz-Listing-image-item hz-Listing-image-item--main"><img title="{Scene.E(g.Title)}" alt="{Scene.E(g.Title)}" src="{s.Picture(g)}?rule=ecg_mp_eps$_82.jpg" loading="lazy"></div></figure><div class="hz-Listing-group"><div class="hz-Listing-group--title-description-attributes"><h3 class="hz-Listing-title">{Scene.E(g.Title)}</h3><div class="hz-Listing-price-extended-details"><p class="hz-Listing-price hz-text-price-label">{Price(g)}</p><p class="hz-Listing-attributes"><span class="hz-Attribute hz-Attribute--default">{s.Word("used")}</span></p></div><p class="hz-Listing-description hz-text-paragraph">{Scene.E(g.Text)}</p></div></div></a></div><div class="hz-Listing-group--price-date-feature"><span class="hz-Listing-date">{s.Word(s.At(g) % 2 == 0 ? "today" : "yesterday")}</span>{(s.Sponsored(g) ? $"<span class=\"hz-Listing-priority\"><span>{s.Word("sponsored")}</span></span>" : "")}</div><div class="hz-Listing--sellerInfo"><span class="hz-Listing-seller-name-container"><a class="hz-Link hz-TextLink" href="/u/{g.Seller.Length}/{g.Bids}/"><span class="hz-Listing-seller-name">{Scene.E(g.Seller)}</span></a></span><span class="hz-Listing-location"><span class="hz-Listing-distance-label">{Scene.E(g.Place)}</span></span></div></div></li>
            """)}</ul><nav class="hz-PaginationControls"><span class="hz-PaginationControls-pagination"><span class="hz-PaginationControls-pagination-pageList"><span class="hz-is-active">1</span><a class="hz-Link" href="/l/antiek/q/a/p/2/">2</a><span>...</span><a class="hz-Link" href="/l/antiek/q/a/p/49/">49</a></span><a class="hz-Link" href="/l/antiek/q/a/p/2/" aria-label="{s.Word("next")}"><i class="hz-SvgIcon"></i></a></span></nav>
            """, aside: s.Facets(), kilobytes: 180);
    }

    private static string OnRequest(Scene s)
    {
        s.Address = "/inventory/furniture/";
        s.Link = g => $"/furniture/{g.Slug}/id-f_{g.Number}/";
        s.Picture = g => $"https://a.dealers.example/{g.Number}/f_{g.Number}_master.jpg";
        s.Amount = g => s.At(g) % 2 == 0 ? null : g.Price;
        s.NextIs("/inventory/furniture/?page=2");
        return s.Page($"""
            <div class="inventory">{s.Each(g => $"""
            <div class="piece"><a class="piece-photo" href="{s.Link(g)}"><div class="ph"><img data-original="{s.Picture(g)}" src="/blank.gif" alt="{Scene.E(g.Title)}"></div></a><div class="piece-body"><a class="piece-name" href="{s.Link(g)}">{Scene.E(g.Title)}</a><div class="piece-dealer"><a href="/dealers/{g.Seller.Length}/">{Scene.E(g.Seller)}</a></div><div class="piece-origin">{s.Word("place")}: {Scene.E(g.Place)}</div><div class="piece-price">{(s.Amount(g) is { } amount ? s.Money(amount) : s.Word("request"))}</div></div></div>
            """)}</div><link rel="next" href="/inventory/furniture/?page=2">
            """, kilobytes: 60);
    }

    private static string ButtonsAndSpans(Scene s)
    {
        s.Address = "/app/search?keywords=a";
        s.Link = g => $"/item/{g.Slug}-{g.Number}";
        s.Picture = g => $"https://cdn.wpop.example/images/10420/{g.Number}/c10420p{g.Number}i.jpg";
        s.Title = g => g.Title;
        s.NextIs(null);
        return s.Page($"""
            <tsl-public-search><div class="public-list">{s.Each(g => $"""
            <a class="ItemCardList__item ng-star-inserted" href="{s.Link(g)}" title="{Scene.E(g.Title)}"><tsl-public-item-card><div class="ItemCard card"><tsl-item-card-images-carousel><div class="ItemCardImagesCarousel"><img class="w-100" src="{s.Picture(g)}?pictureSize=W320" alt="{Scene.E(g.Title)}"></div></tsl-item-card-images-carousel><div class="ItemCard__data ItemCard__data--with-description"><div class="d-flex justify-content-between"><span class="ItemCard__price ItemCard__price--bold"> {s.Money(g.Price)} </span><tsl-svg-icon class="ItemCard__icon">{Surroundings.Icon(s)}</tsl-svg-icon></div><p class="ItemCard__title my-1">{Scene.E(g.Title)}</p><p class="ItemCard__description">{Scene.E(g.Text)}</p></div></div></tsl-public-item-card></a>
            """)}</div><div class="text-center"><button class="load-more btn" type="button">{s.Word("more")}</button></div></tsl-public-search>
            """, shell: "soup", kilobytes: 120);
    }

    private static string BackgroundImages(Scene s)
    {
        s.Address = "/ponuda?upit=a";
        s.Link = g => $"/p-{g.Number}/{g.Slug}";
        s.Picture = g => $"/slike/{g.Number}/glavna.jpg";
        s.NextIs("/ponuda?upit=a&strana=2");
        return s.Page($"""
            <div class="oglasi">{s.Each(g => $"""
            <div class="oglas-box"><div class="foto" style="background-image: url('{s.Picture(g)}'); background-size: cover"><a href="{s.Link(g)}"></a></div><div class="txt"><a class="naslov" href="{s.Link(g)}">{Scene.E(g.Title)}</a><div class="desc">{Scene.E(g.Sentences[0])}</div></div><div class="cijena">{s.Money(g.Price)}</div></div>
            """)}</div><div class="stranice"><span class="on">1</span><a href="/ponuda?upit=a&amp;strana=2">2</a><a href="/ponuda?upit=a&amp;strana=3">3</a><a href="/ponuda?upit=a&amp;strana=2">›</a></div>
            """, aside: s.Facets(), kilobytes: 35);
    }

    private static string SplitPrice(Scene s)
    {
        s.Address = "/nl/nl/s/?searchtext=a";
        s.Link = g => $"/nl/nl/p/{g.Slug}/93000{g.Number}/";
        s.Picture = g => $"https://media.s-bol.example/{g.Number}/550x550.jpg";
        s.NextIs("/nl/nl/s/?page=2&searchtext=a");
        string Price(decimal amount)
        {
            decimal whole = decimal.Truncate(amount);
            int cents = (int)((amount - whole) * 100);
            string sup = s.Tongue.Decimals == 0 ? "" : cents == 0 ? "<sup class=\"promo-price__fraction\">-</sup>" : $"<sup class=\"promo-price__fraction\">{cents:00}</sup>";
            return s.Tongue.SignLeads ? $"<span class=\"cur\">{s.Tongue.Sign}</span><span class=\"promo-price\">{s.Tongue.Digits(whole, 0)}{s.Tongue.Point}{sup}</span>" : $"<span class=\"promo-price\">{s.Tongue.Digits(whole, 0)}{(sup.Length == 0 ? "" : s.Tongue.Point)}{sup}</span><span class=\"cur\">{s.Tongue.Sign}</span>";
        }

        return s.Page($"""
            <ul class="list-view product-list js_multiple_basket_buttons_page" id="js_items_content">{s.Each(g => $"""
            <li class="product-item--row js_item_root" data-id="93000{g.Number}"><div class="product-item__image"><div class="h-o-hidden"><a href="{s.Link(g)}" class="product-image product-image--list px_list_page_product_click"><img src="{s.Picture(g)}" srcset="{s.Picture(g)}?1 1x, {s.Picture(g)}?2 2x" alt="{Scene.E(g.Title)}"></a></div></div><div class="product-item__info hit-area"><div class="product-item__content"><ul class="product-creator"><li><a href="/b/{g.Brand}/">{g.Brand}</a></li></ul><div class="product-title--inline"><a class="product-title px_list_page_product_click" href="{s.Link(g)}">{Scene.E(g.Title)}</a></div><div class="star-rating" title="4.2"><span class="u-hidden">4.2</span> ({g.Bids})</div><ul class="product-small-specs"><li><span>{s.Word("used")}</span></li><li><span>34 cm</span></li></ul><p class="medium--is-visible">{Scene.E(g.Text)} <a href="{s.Link(g)}">{s.Word("details")}</a></p></div><wsp-buy-block><div class="product-prices"><section class="price-block__highlight"><div class="price-block__price" aria-hidden="true">{Price(g.Price)}</div>{(g.OldPrice is { } old ? $"<div class=\"price-block__price--old\"><span class=\"h-nowrap\">{s.Word("was")} <del>{s.Money(old)}</del></span></div>" : "")}</section></div><div class="product-delivery">{s.Word("shipping")}</div><div class="product-seller">{s.Word("seller")}: <a href="/v/{g.Seller.Length}/">{Scene.E(g.Seller)}</a></div></wsp-buy-block></div></li>
            """)}</ul><ul class="pagination" role="navigation"><li class="pagination__controls pagination__controls--prev"><span class="is-disabled">{s.Word("previous")}</span></li><li class="is-active"><a aria-current="true" href="/nl/nl/s/?searchtext=a">1</a></li><li><a href="/nl/nl/s/?page=2&searchtext=a">2</a></li><li class="pagination__controls pagination__controls--next"><a class="js_pagination_item" href="/nl/nl/s/?page=2&searchtext=a" aria-label="{s.Word("next")}"></a></li></ul>
            """, aside: s.Facets(), kilobytes: 150);
    }

    private static string PriceComparison(Scene s)
    {
        s.Address = "/vyhledat/?q=a";
        s.Link = g => $"https://{g.Slug[..4].Replace('-', 'x')}.cmp.example/{g.Slug}/";
        s.Picture = g => $"https://im9.cz.example/iR/{g.Number}/350x350.jpg";
        s.NextIs("/vyhledat/?q=a&f=2");
        s.Amount = g => g.Price;
        return s.Page($"""
            <section class="c-products">{s.Each(g => $"""
            <section class="c-product"><div class="c-product__image"><a href="{s.Link(g)}"><img loading="lazy" src="{s.Picture(g)}" alt=""></a></div><div class="c-product__body"><a class="c-product__link" href="{s.Link(g)}">{Scene.E(g.Title)}</a><p class="c-product__desc">{Scene.E(g.Text)}</p><ul class="c-params"><li>{s.Word("brand")}: {g.Brand}</li><li>{s.Word("reviews")}: 92 %</li></ul></div><div class="c-product__price"><a class="c-product__shops" href="{s.Link(g)}#obchody">{g.Bids + 2} shops</a><span class="c-product__range">{s.Money(g.Price)} – {s.Money(decimal.Round(g.Price * 1.4m, s.Tongue.Decimals))}</span><a class="c-btn" href="{s.Link(g)}">{s.Word("details")}</a></div></section>
            """)}</section><div class="c-pagination"><span class="c-pagination__page is-current">1</span><a class="c-pagination__page" href="/vyhledat/?q=a&f=2">2</a><a class="c-pagination__button" href="/vyhledat/?q=a&f=2">{s.Word("next")}</a></div>
            """, aside: s.Facets(), kilobytes: 60);
    }

    private static string TwoHundred(Scene s)
    {
        s.Address = "/all";
        s.Link = g => $"/o/{g.Number}";
        s.Picture = g => $"/t/{g.Number}.jpg";
        s.NextIs(null);
        return s.Page($"<div id=\"list\">{s.Each(g => $"<div><a href=\"{s.Link(g)}\"><img src=\"{s.Picture(g)}\" width=\"80\"></a> <a href=\"{s.Link(g)}\">{Scene.E(g.Title)}</a> <span>{s.Money(g.Price)}</span></div>")}</div>", kilobytes: 6);
    }

    private static string Few(Scene s)
    {
        s.Link = g => $"/artikel/{g.Number}/{g.Slug}";
        s.Picture = g => $"/media/{g.Number}.jpg";
        s.NextIs(null);
        return s.Page($"""
            <h1>{s.Goods.Count} {s.Word("results")}: {s.Query}</h1><div class="resultlist">{s.Each(g => $"<div class=\"resultitem\"><a class=\"pic\" href=\"{s.Link(g)}\"><img src=\"{s.Picture(g)}\" alt=\"\"></a><h3><a href=\"{s.Link(g)}\">{Scene.E(g.Title)}</a></h3><p>{Scene.E(g.Text)}</p><div class=\"amount\">{s.Money(g.Price)}</div><a class=\"btn\" href=\"/basket/add/{g.Number}\">{s.Word("cart")}</a></div>")}</div>
            """, aside: s.Facets(), kilobytes: 50);
    }

    private static string SingleResult(Scene s) => Few(s);

    private static string TwoResults(Scene s) => Few(s);

    private static string Nothing(Scene s)
    {
        s.NextIs(null);
        return s.Page($"""
            <div class="search-empty"><h1>{s.Word("nothing")}</h1><p>"{s.Query}"</p></div>
            {s.Carousel("similar", g => $"<div class=\"card\"><a href=\"/artikel/{g.Number}\"><img src=\"/media/{g.Number}.jpg\" alt=\"\"><h3>{Scene.E(g.Title)}</h3></a><span class=\"price\">{s.Money(g.Price)}</span></div>")}
            """, aside: s.Facets());
    }

    private static string PicturesOnly(Scene s)
    {
        s.Address = "/gallery/?tag=a";
        s.Link = g => $"/photo/{g.Number}/";
        s.Picture = g => $"https://live.pics.example/{g.Number}_m.jpg";
        s.Amount = _ => null;
        s.NextIs("/gallery/?tag=a&page=2");
        return s.Page($"""
            <div class="photo-list">{s.Each(g => $"<div class=\"photo-view\"><a href=\"{s.Link(g)}\" title=\"{Scene.E(g.Title)}\" aria-label=\"{Scene.E(g.Title)}\"><img src=\"{s.Picture(g)}\" alt=\"{Scene.E(g.Title)}\" width=\"240\" height=\"180\"></a></div>")}</div><div class="more"><a href="/gallery/?tag=a&amp;page=2">{s.Word("next")} →</a></div>
            """, kilobytes: 30);
    }

    private static string SellerPage(Scene s)
    {
        s.Address = $"/shop/{s.Goods[0].Seller.Replace(' ', '-')}";
        s.Link = g => $"/listing/{g.Number}/{g.Slug}";
        s.Picture = g => $"https://i.ets.example/{g.Number}/il_794xN.{g.Number}.jpg";
        s.NextIs($"{s.Address}?page=2#items");
        string address = s.Address;
        return s.Page($"""
            <div class="shop-home"><div class="shop-header"><img src="https://i.ets.example/iusa/1/icon.jpg" alt=""><h1>{Scene.E(s.Goods[0].Seller)}</h1><p>{Scene.E(s.Goods[0].Place)} · 1,204 {s.Word("sold")}</p></div><div class="responsive-listing-grid wt-grid">{s.Each(g => $"""
            <div class="js-merch-stash-check-listing v2-listing-card" data-listing-id="{g.Number}" data-shop-id="17"><a class="listing-link" target="_blank" title="{Scene.E(g.Title)}" href="{s.Link(g)}" data-listing-link><div class="v2-listing-card__img"><div class="height-placeholder"><img data-listing-card-listing-image class="wt-width-full" src="https://i.ets.example/{g.Number}/il_340x270.{g.Number}.jpg" srcset="https://i.ets.example/{g.Number}/il_340x270.{g.Number}.jpg 340w, https://i.ets.example/{g.Number}/il_500x500.{g.Number}.jpg 500w, {s.Picture(g)} 794w" alt="{Scene.E(g.Title)}"></div></div><div class="v2-listing-card__info"><h3 class="wt-text-caption v2-listing-card__title">{Scene.E(g.Title)}</h3><div class="n-listing-card__price"><p class="lc-price"><span class="currency-value">{s.Tongue.Digits(g.Price)}</span> <span class="currency-symbol">{s.Tongue.Sign}</span>{(g.OldPrice is { } old ? $" <span class=\"search-collage-promotion-price\"><span class=\"wt-text-strikethrough\"><span class=\"currency-value\">{s.Tongue.Digits(old)}</span> <span class=\"currency-symbol\">{s.Tongue.Sign}</span></span><span>(20% off)</span></span>" : "")}</p></div></div></a></div>
            """)}</div><nav class="wt-action-group" aria-label="Pagination"><ul><li><a href="{address}?page=1#items" aria-current="true">1</a></li><li><a href="{address}?page=2#items">2</a></li><li><a href="{address}?page=2#items"><span class="wt-screen-reader-only">{s.Word("next")}</span>{Surroundings.Icon(s)}</a></li></ul></nav><section class="reviews"><h2>{s.Word("reviews")}</h2>{s.Each(s.Others, g => $"<div class=\"review\"><p>{Scene.E(g.Sentences[0])}</p><a href=\"/people/{g.Seller.Length}\">{Scene.E(g.Seller)}</a><a href=\"/listing/{g.Number}/x\"><img src=\"https://i.ets.example/r/{g.Number}.jpg\"> {Scene.E(g.Title)}</a></div>")}</section></div>
            """, kilobytes: 120);
    }

    private static string WidgetColumns(Scene s)
    {
        s.Address = "/kategorie/antik";
        s.Link = g => $"/detail/{g.Number}-{g.Slug}";
        s.Picture = g => $"/files/{g.Number}-thumb.jpg";
        s.NextIs("/kategorie/antik?stranka=2");
        string Box(Good g) => $"<div class=\"box\"><div class=\"box-in\"><h3><a href=\"{s.Link(g)}\" title=\"{Scene.E(g.Title)}\">{Scene.E(g.Title)}</a></h3><a href=\"{s.Link(g)}\" class=\"im\"><img src=\"{s.Picture(g)}\" alt=\"{Scene.E(g.Title)}\"></a><p class=\"dost\">✔</p><p class=\"cena\"><strong>{s.Money(g.Price)}</strong> {s.Word("vat")}</p><p class=\"cena2\">{s.Money(decimal.Round(g.Price / 1.21m, s.Tongue.Decimals))}</p></div></div>";
        string Tip(Good g) => $"<div class=\"box\"><div class=\"box-in\"><h3><a href=\"/detail/{g.Number}-{g.Slug}\">{Scene.E(g.Title)}</a></h3><a href=\"/detail/{g.Number}-{g.Slug}\" class=\"im\"><img src=\"/files/{g.Number}-thumb.jpg\" alt=\"\"></a><p class=\"cena\"><strong>{s.Money(g.Price)}</strong></p></div></div>";
        return s.Page($"""
            <h1>{Scene.E(s.Query)}</h1><div class="cols">{s.Each(Box)}</div><div class="strankovani"><a class="act" href="/kategorie/antik">1</a> <a href="/kategorie/antik?stranka=2">2</a> <a href="/kategorie/antik?stranka=2" class="dalsi">{s.Word("next")} &rarr;</a></div>
            """, aside: $"<div class=\"tip\"><h4>{s.Word("recent")}</h4>{s.Each(s.Others.Take(3), Tip)}</div>", kilobytes: 15);
    }
}
