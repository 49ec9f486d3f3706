using System.Globalization;

namespace Extraction.Benchmarks.Generated;

/// <summary>Result pages as the common shop engines print them.</summary>
internal static class ShopStyles
{
    public static IReadOnlyList<Style> All { get; } =
    [
        new("woocommerce-classic", 16, WooClassic),
        new("woocommerce-blocks", 12, WooBlocks),
        new("shopify-dawn", 24, ShopifyDawn),
        new("shopify-debut", 20, ShopifyDebut),
        new("magento1-grid", 12, MagentoOne),
        new("magento2-list", 15, MagentoTwo),
        new("prestashop16", 18, PrestaOld),
        new("prestashop17", 24, PrestaNew),
        new("opencart", 15, OpenCart),
        new("shopware5", 12, ShopwareFive),
        new("shopware6", 24, ShopwareSix),
        new("oscommerce-table", 10, OsCommerce),
        new("bigcommerce", 20, BigCommerce),
        new("shoptet-like", 21, Shoptet),
        new("xtc-list", 14, Xtc),
        new("squarespace-like", 18, Squarespace),
        new("lightspeed-like", 24, Lightspeed),
        new("zencart-columns", 12, ZenCart),
    ];

    private static string WooPrice(Scene s, decimal amount)
    {
        string sign = $"<span class=\"woocommerce-Price-currencySymbol\">{s.Tongue.Sign}</span>", digits = s.Tongue.Digits(amount);
        return $"<span class=\"woocommerce-Price-amount amount\"><bdi>{(s.Tongue.SignLeads ? sign + "&nbsp;" + digits : digits + "&nbsp;" + sign)}</bdi></span>";
    }

    private static string WooClassic(Scene s)
    {
        s.Address = $"/page/2/?s={s.Query.Length}&post_type=product";
        s.Link = g => $"/product/{g.Slug}/";
        s.Picture = g => $"/wp-content/uploads/2024/05/{g.Slug}-300x300.jpg";
        s.NextIs("/page/3/?s=k&post_type=product");
        string Card(Good g) => $"""
            <li class="product type-product post-{g.Number} status-publish instock product_cat-{g.Category.Length} has-post-thumbnail {(g.OldPrice is null ? "" : "sale ")}purchasable product-type-simple">
            <a href="{s.Link(g)}" class="woocommerce-LoopProduct-link woocommerce-loop-product__link">{(g.OldPrice is null ? "" : "<span class=\"onsale\">Sale!</span>")}<img width="300" height="300" src="{s.Picture(g)}" class="attachment-woocommerce_thumbnail" alt="" decoding="async" loading="lazy" srcset="{s.Picture(g)} 300w, {s.Picture(g)}?w=150 150w" sizes="(max-width: 300px) 100vw, 300px"><h2 class="woocommerce-loop-product__title">{Scene.E(g.Title)}</h2>
            <span class="price">{(g.OldPrice is { } old ? $"<del aria-hidden=\"true\">{WooPrice(s, old)}</del> <span class=\"screen-reader-text\">Original price was: {s.Money(old)}.</span><ins>{WooPrice(s, g.Price)}</ins>" : WooPrice(s, g.Price))}</span></a>
            <a href="?add-to-cart={g.Number}" data-quantity="1" class="button product_type_simple add_to_cart_button ajax_add_to_cart" data-product_id="{g.Number}" rel="nofollow">{s.Word("cart")}</a></li>
            """;
        string widget = $"<div class=\"widget woocommerce widget_top_rated_products\"><h2 class=\"widgettitle\">{s.Word("recent")}</h2><ul class=\"product_list_widget\">{s.Each(s.Others.Take(5), g => $"<li><a href=\"/product/{g.Slug}/\"><img src=\"/wp-content/uploads/{g.Number}-100x100.jpg\" alt=\"\"><span class=\"product-title\">{Scene.E(g.Title)}</span></a> {WooPrice(s, g.Price)}</li>")}</ul></div>";
        return s.Page($"""
            <h1 class="page-title">{s.Word("search")}: {s.Query}</h1><p class="woocommerce-result-count">17–32 / 84 {s.Word("results")}</p><form class="woocommerce-ordering"><select><option>{s.Word("sort")}</option></select></form>
            <ul class="products columns-4">{s.Each(Card)}</ul>
            <nav class="woocommerce-pagination"><ul class="page-numbers"><li><a class="prev page-numbers" href="/?s=k&post_type=product">&larr;</a></li><li><a class="page-numbers" href="/?s=k&post_type=product">1</a></li><li><span aria-current="page" class="page-numbers current">2</span></li><li><a class="page-numbers" href="/page/3/?s=k&amp;post_type=product">3</a></li><li><a class="next page-numbers" href="/page/3/?s=k&amp;post_type=product">&rarr;</a></li></ul></nav>
            """, aside: widget + s.Facets(), kilobytes: 90);
    }

    private static string WooBlocks(Scene s)
    {
        s.Address = "/shop/?query-0-page=1";
        s.Link = g => $"{s.Host}/produkt/{g.Slug}/";
        s.Picture = g => $"https://i0.wp.com/cdn.example/{g.Number}.png";
        s.NextIs("/shop/?query-0-page=2");
        return s.Page($"""
            <div data-block-name="woocommerce/product-collection" class="wp-block-woocommerce-product-collection"><ul class="is-flex-container columns-3 wc-block-product-template">{s.Each(g => $"""
            <li class="wc-block-product post-{g.Number}" data-wp-key="product-item-{g.Number}"><div class="wc-block-components-product-image wc-block-grid__product-image"><a href="{s.Link(g)}" style=""><img src="{s.Picture(g)}?resize=300" alt="{Scene.E(g.Title)}" data-testid="product-image" style="object-fit:cover"></a></div>
            <h2 class="has-text-align-center wp-block-post-title"><a href="{s.Link(g)}" target="_self">{Scene.E(g.Title)}</a></h2><div class="wp-block-woocommerce-product-price"><div class="wc-block-components-product-price wc-block-grid__product-price">{WooPrice(s, g.Price)}</div></div>
            <div class="wp-block-button wc-block-components-product-button"><button class="wp-block-button__link" data-product_id="{g.Number}">{s.Word("cart")}</button></div></li>
            """)}</ul><nav class="wp-block-query-pagination"><div class="wp-block-query-pagination-numbers"><span aria-current="page" class="page-numbers current">1</span> <a class="page-numbers" href="/shop/?query-0-page=2">2</a> <span class="page-numbers dots">…</span> <a class="page-numbers" href="/shop/?query-0-page=9">9</a></div><a href="/shop/?query-0-page=2" class="wp-block-query-pagination-next">{s.Word("next")}<span class="wp-block-query-pagination-next-arrow" aria-hidden="true">→</span></a></nav></div>
            """, kilobytes: 120);
    }

    private static string ShopifyDawn(Scene s)
    {
        s.Address = "/collections/all?page=1";
        s.Link = g => $"/products/{g.Slug}";
        s.Picture = g => $"//cdn.shop.example/s/files/1/0{s.Host.Length}/products/{g.Slug}.jpg";
        s.NextIs("/collections/all?page=2");
        string Card(Good g) => $"""
            <li class="grid__item scroll-trigger animate--slide-in" data-cascade><div class="card-wrapper product-card-wrapper underline-links-hover"><div class="card card--standard card--media" style="--ratio-percent: 100%;"><div class="card__inner color-scheme-2 gradient ratio"><div class="card__media"><div class="media media--transparent media--hover-effect">
            <img srcset="{s.Picture(g)}?v=1&width=165 165w,{s.Picture(g)}?v=1&width=360 360w,{s.Picture(g)}?v=1&width=533 533w" src="{s.Picture(g)}?v=1&width=533" sizes="(min-width: 1200px) 267px" alt="{Scene.E(g.Title)}" class="motion-reduce" loading="lazy" width="900" height="900"><img src="//cdn.shop.example/s/files/1/second/{g.Slug}-back.jpg?width=533" alt="" class="motion-reduce" loading="lazy"></div></div>
            <div class="card__content"><div class="card__information"><h3 class="card__heading"><a href="{s.Link(g)}" class="full-unstyled-link">{Scene.E(g.Title)}</a></h3></div></div></div>
            <div class="card__content"><div class="card__information"><h3 class="card__heading h5" id="title-{g.Number}"><a href="{s.Link(g)}" id="CardLink-{g.Number}" class="full-unstyled-link">{Scene.E(g.Title)}</a></h3><div class="card-information"><span class="caption-large light"></span>
            <div class="price {(g.OldPrice is null ? "" : "price--on-sale")}"><div class="price__container"><div class="price__regular"><span class="visually-hidden visually-hidden--inline">Regular price</span><span class="price-item price-item--regular">{s.Money(g.OldPrice ?? g.Price)}</span></div><div class="price__sale"><span class="visually-hidden">Regular price</span><span><s class="price-item price-item--regular">{(g.OldPrice is { } old ? s.Money(old) : "")}</s></span><span class="visually-hidden">Sale price</span><span class="price-item price-item--sale price-item--last">{s.Money(g.Price)}</span></div></div></div></div></div></div></div></div></li>
            """;
        return s.Page($"""
            <div id="ProductGridContainer"><div class="collection page-width"><ul id="product-grid" class="grid product-grid grid--2-col-tablet-down grid--4-col-desktop">{s.Each(Card)}</ul>
            <div class="pagination-wrapper"><nav class="pagination" role="navigation" aria-label="Pagination"><ul class="pagination__list list-unstyled" role="list"><li><a role="link" aria-disabled="true" class="pagination__item pagination__item--current light" aria-current="page" aria-label="Page 1">1</a></li><li><a href="/collections/all?page=2" class="pagination__item link" aria-label="Page 2">2</a></li><li><a href="/collections/all?page=2" class="pagination__item pagination__item--prev pagination__item-arrow link motion-reduce" aria-label="Next page">{Surroundings.Icon(s)}</a></li></ul></nav></div></div></div>
            """, aside: s.Facets(), kilobytes: 160);
    }

    private static string ShopifyDebut(Scene s)
    {
        s.Address = "/search?q=a&type=product";
        s.Link = g => $"/products/{g.Slug}?_pos={g.Number % 9}&_sid=a{g.Number}";
        s.Picture = g => $"https://cdn.shop.example/products/{g.Number}_{{w}}x.jpg".Replace("{w}", "1080", StringComparison.Ordinal);
        s.NextIs("/search?page=2&q=a&type=product");
        return s.Page($"""
            <div id="shopify-section-search"><ul class="list-view-items">{s.Each(g => $"""
            <li class="list-view-item"><a class="full-width-link" href="{s.Link(g)}"><span class="visually-hidden">{Scene.E(g.Title)}</span></a><div class="list-view-item__link"><div class="list-view-item__image-column"><div class="list-view-item__image-wrapper"><img class="list-view-item__image lazyload" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="https://cdn.shop.example/products/{g.Number}_1080x.jpg?v=15" data-widths="[180, 360, 540, 720, 900, 1080]" data-sizes="auto" alt=""><noscript><img src="https://cdn.shop.example/products/{g.Number}_1080x.jpg?v=15" alt=""></noscript></div></div>
            <div class="list-view-item__title-column"><div class="list-view-item__title"><span class="product-card__title">{Scene.E(g.Title)}</span></div><div class="list-view-item__vendor-column list-view-item__vendor">{g.Brand}</div></div><div class="list-view-item__price-column"><dl class="price" data-price><div class="price__regular"><dt><span class="visually-hidden">Regular price</span></dt><dd><span class="price-item">{s.Money(g.Price)}</span></dd></div></dl></div></div></li>
            """)}</ul></div><ul class="list--inline pagination"><li><button disabled class="btn btn--tertiary btn--narrow">{Surroundings.Icon(s)}<span class="icon__fallback-text">{s.Word("previous")}</span></button></li><li class="pagination__text">1 / 4</li><li><a href="/search?page=2&q=a&type=product" class="btn btn--tertiary btn--narrow">{Surroundings.Icon(s)}<span class="icon__fallback-text">{s.Word("next")}</span></a></li></ul>
            """, kilobytes: 100);
    }

    private static string MagentoOne(Scene s)
    {
        s.Address = "/catalogsearch/result/?q=a";
        s.Link = g => $"{s.Host}/{g.Slug}.html";
        s.Picture = g => $"/media/catalog/product/cache/1/small_image/210x/9df78eab33525d08d6e5fb8d27136e95/{g.Slug[0]}/{g.Number}.jpg";
        s.NextIs("/catalogsearch/result/index/?p=2&q=a");
        string Card(Good g) => $"""
            <li class="item{(s.At(g) % 3 == 2 ? " last" : "")}"><a href="{s.Link(g)}" title="{Scene.E(g.Title)}" class="product-image"><img id="product-collection-image-{g.Number}" src="{s.Picture(g)}" alt="{Scene.E(g.Title)}"></a><div class="product-info"><h2 class="product-name"><a href="{s.Link(g)}" title="{Scene.E(g.Title)}">{Scene.E(g.Title)}</a></h2><div class="price-box">{(g.OldPrice is { } old ? $"<p class=\"old-price\"><span class=\"price-label\">{s.Word("was")}:</span> <span class=\"price\" id=\"old-price-{g.Number}\">{s.Money(old)}</span></p><p class=\"special-price\"><span class=\"price-label\">Special Price</span> <span class=\"price\" id=\"product-price-{g.Number}\">{s.Money(g.Price)}</span></p>" : $"<span class=\"regular-price\" id=\"product-price-{g.Number}\"><span class=\"price\">{s.Money(g.Price)}</span></span>")}</div>
            <div class="ratings"><div class="rating-box"><div class="rating" style="width:80%"></div></div><span class="amount"><a href="#">({g.Bids})</a></span></div><div class="actions"><button type="button" title="{s.Word("cart")}" class="button btn-cart"><span><span>{s.Word("cart")}</span></span></button><ul class="add-to-links"><li><a href="{s.Host}/wishlist/index/add/product/{g.Number}/" class="link-wishlist">{s.Word("save")}</a></li><li><a href="{s.Host}/catalog/product_compare/add/product/{g.Number}/" class="link-compare">Compare</a></li></ul></div></div></li>
            """;
        string toolbar = $"<div class=\"toolbar\"><div class=\"pager\"><p class=\"amount\">1-12 / 60</p><div class=\"pages\"><ol><li class=\"current\">1</li><li><a href=\"{s.Host}/catalogsearch/result/index/?p=2&amp;q=a\">2</a></li><li><a href=\"{s.Host}/catalogsearch/result/index/?p=3&amp;q=a\">3</a></li><li><a class=\"next i-next\" href=\"{s.Host}/catalogsearch/result/index/?p=2&amp;q=a\" title=\"{s.Word("next")}\">{s.Word("next")}</a></li></ol></div></div></div>";
        string rows = string.Join('\n', s.Goods.Chunk(3).Select(row => $"<ul class=\"products-grid\">{s.Each(row, Card)}</ul>"));
        return s.Page($"<div class=\"category-products\">{toolbar}{rows}{toolbar}</div>", aside: s.Facets(), kilobytes: 60);
    }

    private static string MagentoTwo(Scene s)
    {
        s.Address = "/catalogsearch/result/?q=vaas&product_list_mode=list";
        s.Link = g => $"{s.Host}/{g.Slug}-{g.Number}";
        s.Picture = g => $"{s.Host}/media/catalog/product/cache/af1{g.Number}/{g.Slug}.jpg";
        s.NextIs("/catalogsearch/result/?p=2&q=vaas&product_list_mode=list");
        string Price(decimal amount, string type) => $"<span class=\"price-container price-final_price tax weee\"><span id=\"p{s.Random.Next(9999)}\" data-price-amount=\"{amount.ToString(CultureInfo.InvariantCulture)}\" data-price-type=\"{type}\" class=\"price-wrapper\"><span class=\"price\">{s.Money(amount)}</span></span></span>";
        return s.Page($$"""
            <div class="search results"><div class="products wrapper list products-list"><ol class="products list items product-items">{{s.Each(g => $"""
            <li class="item product product-item"><div class="product-item-info" data-container="product-list"><a href="{s.Link(g)}" class="product photo product-item-photo" tabindex="-1"><span class="product-image-container" style="width:240px"><span class="product-image-wrapper" style="padding-bottom:125%"><img class="product-image-photo" src="{s.Picture(g)}" loading="lazy" width="240" height="300" alt="{Scene.E(g.Title)}"></span></span></a>
            <div class="product details product-item-details"><strong class="product name product-item-name"><a class="product-item-link" href="{s.Link(g)}"> {Scene.E(g.Title)} </a></strong><div class="product-reviews-summary short"><div class="rating-summary"><span class="label"><span>Rating:</span></span><div class="rating-result" title="80%"><span style="width:80%"><span>80%</span></span></div></div><div class="reviews-actions"><a class="action view" href="{s.Link(g)}#reviews">{g.Bids}&nbsp;<span>{s.Word("reviews")}</span></a></div></div>
            <div class="price-box price-final_price" data-role="priceBox" data-product-id="{g.Number}">{(g.OldPrice is { } old ? $"<span class=\"special-price\">{Price(g.Price, "finalPrice")}</span><span class=\"old-price\">{Price(old, "oldPrice")}</span>" : Price(g.Price, "finalPrice"))}</div>
            <div class="product description product-item-description">{Scene.E(g.Text)} <a href="{s.Link(g)}" title="{Scene.E(g.Title)}" class="action more">{s.Word("details")}</a></div><div class="product actions"><form method="post" action="{s.Host}/checkout/cart/add/product/{g.Number}/"><button type="submit" class="action tocart primary"><span>{s.Word("cart")}</span></button></form></div></div></div></li>
            """)}}</ol></div><div class="toolbar toolbar-products"><div class="pages"><strong class="label pages-label">Page</strong><ul class="items pages-items"><li class="item current"><strong class="page"><span class="label">You're currently reading page</span><span>1</span></strong></li><li class="item"><a href="{{s.Host}}/catalogsearch/result/?p=2&amp;q=vaas&amp;product_list_mode=list" class="page"><span class="label">Page</span><span>2</span></a></li><li class="item pages-item-next"><a class="action next" href="{{s.Host}}/catalogsearch/result/?p=2&amp;q=vaas&amp;product_list_mode=list" title="{{s.Word("next")}}"><span class="label">Page</span><span>{{s.Word("next")}}</span></a></li></ul></div></div></div>
            <script type="text/x-magento-init">{"*":{"Magento_Ui/js/core/app":[] } }</script>
            """, aside: s.Facets(), kilobytes: 200);
    }

    private static string PrestaOld(Scene s)
    {
        s.Address = "/recherche?controller=search&search_query=a";
        s.Link = g => $"{s.Host}/{g.Category.Length}-cat/{g.Number}-{g.Slug}.html";
        s.Picture = g => $"{s.Host}/{g.Number + 7}-home_default/{g.Slug}.jpg";
        s.NextIs("/recherche?controller=search&search_query=a&p=2");
        return s.Page($"""
            <h1 class="page-heading">{s.Word("search")} <span class="heading-counter">86 {s.Word("results")}</span></h1><ul class="product_list grid row">{s.Each(g => $"""
            <li class="ajax_block_product col-xs-12 col-sm-6 col-md-4"><div class="product-container" itemscope itemtype="https://schema.org/Product"><div class="left-block"><div class="product-image-container"><a class="product_img_link" href="{s.Link(g)}" title="{Scene.E(g.Title)}" itemprop="url"><img class="replace-2x img-responsive" src="{s.Picture(g)}" alt="{Scene.E(g.Title)}" itemprop="image"></a><div class="content_price" itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price" class="price product-price">{s.Money(g.Price)}</span><meta itemprop="priceCurrency" content="{s.Tongue.Currency}">{(g.OldPrice is { } old ? $"<span class=\"old-price product-price\">{s.Money(old)}</span><span class=\"price-percent-reduction\">-20%</span>" : "")}</div></div></div>
            <div class="right-block"><h5 itemprop="name"><a class="product-name" href="{s.Link(g)}" title="{Scene.E(g.Title)}" itemprop="url">{Scene.E(g.Title)}</a></h5><p class="product-desc" itemprop="description">{Scene.E(g.Sentences[0])}</p><div class="content_price"><span class="price product-price">{s.Money(g.Price)}</span>{(g.OldPrice is { } was ? $"<span class=\"old-price product-price\">{s.Money(was)}</span>" : "")}</div><div class="button-container"><a class="button ajax_add_to_cart_button" href="{s.Host}/panier?add=1&amp;id_product={g.Number}" rel="nofollow"><span>{s.Word("cart")}</span></a><a class="button lnk_view" href="{s.Link(g)}"><span>{s.Word("details")}</span></a></div></div></div></li>
            """)}</ul><div id="pagination" class="pagination clearfix"><ul class="pagination"><li id="pagination_previous" class="disabled pagination_previous"><span><i class="icon-chevron-left"></i> <b>{s.Word("previous")}</b></span></li><li class="active current"><span><span>1</span></span></li><li><a href="/recherche?controller=search&search_query=a&p=2"><span>2</span></a></li><li id="pagination_next" class="pagination_next"><a href="/recherche?controller=search&search_query=a&p=2"><b>{s.Word("next")}</b> <i class="icon-chevron-right"></i></a></li></ul></div>
            """, aside: s.Facets() + $"<div id=\"viewed-products_block_left\" class=\"block\"><p class=\"title_block\">{s.Word("recent")}</p><ul>{s.Each(s.Others.Take(4), g => $"<li class=\"clearfix\"><a href=\"/{g.Number}.html\"><img src=\"/{g.Number}-small_default.jpg\" alt=\"\"></a><h5><a href=\"/{g.Number}.html\">{Scene.E(g.Title)}</a></h5></li>")}</ul></div>");
    }

    private static string PrestaNew(Scene s)
    {
        s.Address = "/3-art?q=Merk";
        s.Link = g => $"{s.Host}/home/{g.Number}-{g.Slug}.html#/1-size-s";
        s.Picture = g => $"{s.Host}/img/p/{g.Number}-home_default.jpg";
        s.NextIs("/3-art?q=Merk&page=2");
        return s.Page($$"""
            <section id="products"><div id="js-product-list-top" class="row products-selection"><p>Er zijn 34 {{s.Word("results")}}</p></div><div id="js-product-list"><div class="products row">{{s.Each(g => $"""
            <div class="js-product product col-xs-12 col-sm-6 col-xl-4"><article class="product-miniature js-product-miniature" data-id-product="{g.Number}" data-id-product-attribute="0"><div class="thumbnail-container"><div class="thumbnail-top"><a href="{s.Link(g)}" class="thumbnail product-thumbnail"><picture><source srcset="{s.Picture(g)}" type="image/webp"><img src="{s.Picture(g)}" alt="{Scene.E(g.Title)}" loading="lazy" data-full-size-image-url="{s.Host}/img/p/{g.Number}-home_default.jpg" width="250" height="250"></picture></a><div class="highlighted-informations no-variants"><a class="quick-view js-quick-view" href="#" data-link-action="quickview"><i class="material-icons search">&#xE8B6;</i> {s.Word("details")}</a></div></div>
            <div class="product-description"><h2 class="h3 product-title"><a href="{s.Link(g)}" content="{s.Link(g)}">{Scene.E(g.Title.Length > 30 ? g.Title[..30] + "..." : g.Title)}</a></h2><div class="product-price-and-shipping">{(g.OldPrice is { } old ? $"<span class=\"regular-price\" aria-label=\"{s.Word("was")}\">{s.Money(old)}</span><span class=\"discount-percentage discount-product\">-20%</span>" : "")}<span class="price" aria-label="{s.Word("price")}">{s.Money(g.Price)}</span></div><div class="product-list-reviews"></div></div><ul class="product-flags js-product-flags"><li class="product-flag new">{s.Word("new")}</li></ul></div></article></div>
            """)}}</div><nav class="pagination"><div class="col-md-4">1-24 / 34</div><div class="col-md-6"><ul class="page-list clearfix text-sm-center"><li class="current"><a rel="nofollow" href="{{s.Host}}/3-art?q=Merk" class="disabled js-search-link">1</a></li><li><a rel="nofollow" href="{{s.Host}}/3-art?q=Merk&page=2" class="js-search-link">2</a></li><li><a rel="next" href="{{s.Host}}/3-art?q=Merk&page=2" class="next js-search-link">{{s.Word("next")}}<i class="material-icons">&#xE315;</i></a></li></ul></div></nav></div></section>
            """, aside: s.Facets(), kilobytes: 80, head: $$"""<script type="application/ld+json">{"@context":"https://schema.org","@type":"ItemList","itemListElement":[{{string.Join(',', s.Goods.Select((g, i) => $$"""{"@type":"ListItem","position":{{i + 1}},"name":{{Scene.Json(g.Title)}},"url":"{{s.Host}}/home/{{g.Number}}-{{g.Slug}}.html"}"""))}}]}</script>""");
    }

    private static string OpenCart(Scene s)
    {
        s.Address = "/index.php?route=product/search&search=a";
        s.Link = g => $"{s.Host}/{g.Slug}-n{g.Number}?search=a";
        s.Picture = g => $"{s.Host}/image/cache/catalog/demo/{g.Slug}-228x228.jpg";
        s.NextIs("/index.php?route=product/search&search=a&page=2");
        return s.Page($"""
            <div id="content" class="col-sm-9"><h1>{s.Word("search")} - a</h1><div class="row">{s.Each(g => $"""
            <div class="product-layout product-list col-xs-12"><div class="product-thumb"><div class="image"><a href="{s.Link(g)}"><img src="{s.Picture(g)}" alt="{Scene.E(g.Title)}" title="{Scene.E(g.Title)}" class="img-responsive"></a></div><div><div class="caption"><h4><a href="{s.Link(g)}">{Scene.E(g.Title)}</a></h4><p>{Scene.E(g.Sentences[0])}..</p><p class="price">{(g.OldPrice is { } old ? $"<span class=\"price-new\">{s.Money(g.Price)}</span> <span class=\"price-old\">{s.Money(old)}</span>" : s.Money(g.Price))} <span class="price-tax">Ex Tax: {s.Money(decimal.Round(g.Price / 1.21m, s.Tongue.Decimals))}</span></p></div>
            <div class="button-group"><button type="button" onclick="cart.add('{g.Number}', '1');"><i class="fa fa-shopping-cart"></i> <span class="hidden-xs hidden-sm hidden-md">{s.Word("cart")}</span></button><button type="button" data-toggle="tooltip" title="{s.Word("save")}" onclick="wishlist.add('{g.Number}');"><i class="fa fa-heart"></i></button></div></div></div></div>
            """)}</div><div class="row"><div class="col-sm-6 text-left"><ul class="pagination"><li class="active"><span>1</span></li><li><a href="{s.Host}/index.php?route=product/search&amp;search=a&amp;page=2">2</a></li><li><a href="{s.Host}/index.php?route=product/search&amp;search=a&amp;page=2">&gt;</a></li><li><a href="{s.Host}/index.php?route=product/search&amp;search=a&amp;page=5">&gt;|</a></li></ul></div><div class="col-sm-6 text-right">Showing 1 to 15 of 66 (5 Pages)</div></div></div>
            """, aside: s.Facets(), kilobytes: 30);
    }

    private static string ShopwareFive(Scene s)
    {
        s.Address = "/search?sSearch=a";
        s.Link = g => $"{s.Host}/{g.Slug}?c={g.Number % 90}";
        s.Picture = g => $"{s.Host}/media/image/ab/cd/{g.Number}_600x600.jpg";
        s.NextIs("/search?sSearch=a&p=2");
        return s.Page($"""
            <div class="listing--wrapper"><div class="listing--container"><div class="listing" data-ajax-wishlist="true">{s.Each(g => $"""
            <div class="product--box box--basic" data-page-index="1" data-ordernumber="SW{g.Number}"><div class="box--content is--rounded"><div class="product--badges">{(g.OldPrice is null ? "" : "<div class=\"product--badge badge--discount\"><i class=\"icon--percent2\"></i></div>")}</div><div class="product--info"><a href="{s.Link(g)}" title="{Scene.E(g.Title)}" class="product--image"><span class="image--element"><span class="image--media"><img srcset="{s.Host}/media/image/ab/cd/{g.Number}_200x200.jpg, {s.Picture(g)} 2x" src="{s.Host}/media/image/ab/cd/{g.Number}_200x200.jpg" alt="{Scene.E(g.Title)}"></span></span></a>
            <a href="{s.Link(g)}" class="product--title" title="{Scene.E(g.Title)}">{Scene.E(g.Title)}</a><div class="product--description">{Scene.E(g.Text)}</div><div class="product--price-info"><div class="price--unit" title="Inhalt"><span class="price--label label--purchase-unit is--bold is--nowrap">Inhalt</span> <span class="is--nowrap">0.5 Liter</span> <span class="is--nowrap">({s.Money(g.Price * 2)} * / 1 Liter)</span></div><div class="product--price"><span class="price--default is--nowrap{(g.OldPrice is null ? "" : " is--discount")}">{s.Money(g.Price)} * </span>{(g.OldPrice is { } old ? $"<span class=\"price--pseudo\"><span class=\"price--discount is--nowrap\">{s.Money(old)} *</span></span>" : "")}</div></div>
            <div class="product--actions"><a href="{s.Host}/note/add/ordernumber/SW{g.Number}" class="product--action action--note" rel="nofollow"><i class="icon--heart"></i> <span class="action--text">{s.Word("save")}</span></a></div></div></div></div>
            """)}</div></div><div class="listing--bottom-paging"><div class="listing--paging panel--paging"><a title="1" class="paging--link is--active">1</a><a href="/search?sSearch=a&p=2" title="{s.Word("next")}" class="paging--link paging--next"><i class="icon--arrow-right"></i></a><a href="/search?sSearch=a&p=7" class="paging--link paging--next"><i class="icon--arrow-right"></i><i class="icon--arrow-right"></i></a><span class="paging--display">von <strong>7</strong></span></div></div></div>
            """, aside: s.Facets(), kilobytes: 50);
    }

    private static string ShopwareSix(Scene s)
    {
        s.Address = "/search?search=a";
        s.Link = g => $"{s.Host}/{g.Slug}/SW{g.Number}";
        s.Picture = g => $"{s.Host}/media/8d/3f/{g.Number}/{g.Slug}.jpg";
        s.NextIs(null);
        s.Unlabelled("nextPage");
        return s.Page($"""
            <div class="cms-element-product-listing-wrapper"><div class="row cms-listing-row js-listing-wrapper" role="list">{s.Each(g => $"""
            <div class="cms-listing-col col-sm-6 col-lg-4" role="listitem"><div class="card product-box box-standard" data-product-information='{Scene.E(Scene.Json(new { id = $"{g.Number:x8}", name = g.Title }))}'><div class="card-body"><div class="product-badges"></div><div class="product-image-wrapper"><a href="{s.Link(g)}" title="{Scene.E(g.Title)}" class="product-image-link is-standard"><img src="{s.Picture(g)}" srcset="{s.Host}/thumbnail/8d/3f/{g.Number}/{g.Slug}_1920x1920.jpg 1920w, {s.Host}/thumbnail/8d/3f/{g.Number}/{g.Slug}_800x800.jpg 800w, {s.Host}/thumbnail/8d/3f/{g.Number}/{g.Slug}_400x400.jpg 400w" sizes="(min-width: 1200px) 284px" class="product-image is-standard" alt="{Scene.E(g.Title)}" loading="lazy"></a></div>
            <div class="product-info"><div class="product-rating"></div><a href="{s.Link(g)}" class="product-name" title="{Scene.E(g.Title)}"> {Scene.E(g.Title)} </a><div class="product-variant-characteristics"></div><div class="product-description"> {Scene.E(g.Text)} </div><div class="product-price-info"><p class="product-price-unit"></p><div class="product-price-wrapper"><div class="product-cheapest-price"></div><span class="product-price{(g.OldPrice is null ? "" : " with-list-price")}"> {s.Money(g.Price)}* {(g.OldPrice is { } old ? $"<span class=\"list-price\"><span class=\"list-price-price\">{s.Money(old)}*</span><span class=\"list-price-percentage\">(20% gespart)</span></span>" : "")}</span></div></div><div class="product-action"><form action="/checkout/line-item/add" method="post" class="buy-widget"><button class="btn btn-buy">{s.Word("cart")}</button></form></div></div></div></div></div>
            """)}</div><nav aria-label="pagination" class="pagination-nav"><ul class="pagination"><li class="page-item page-next"><input type="radio" name="p" id="p-next" value="2" class="d-none"><label class="page-link" for="p-next">{Surroundings.Icon(s)}</label></li></ul></nav></div>
            """, aside: s.Facets(), kilobytes: 40).Replace($"srcset=\"{s.Host}/thumbnail", "srcset=\"/thumbnail", StringComparison.Ordinal).Replace("/thumbnail/8d", "/media/8d", StringComparison.Ordinal).Replace("_1920x1920.jpg 1920w", ".jpg 1920w", StringComparison.Ordinal);
    }

    private static string OsCommerce(Scene s)
    {
        s.Address = "/advanced_search_result.php?keywords=a&osCsid=4f2";
        s.Base = $"{s.Host}/";
        s.Link = g => $"product_info.php/{g.Number}/{g.Slug}.html";
        s.Picture = g => $"images/{g.Number}.gif";
        s.NextIs("advanced_search_result.php?keywords=a&page=2&sort=2a");
        return s.Page($"""
            <table border="0" width="100%"><tr><td class="pageHeading">{s.Word("results")}</td></tr><tr><td><table border="0" width="100%" cellspacing="0" cellpadding="2" class="productListing"><tr><td align="center" class="productListing-heading">&nbsp;</td><td class="productListing-heading"><a href="?sort=2d" class="productListing-heading">{s.Word("category")}+</a>&nbsp;</td><td align="right" class="productListing-heading"><a href="?sort=3a" class="productListing-heading">{s.Word("price")}</a></td><td align="center" class="productListing-heading">&nbsp;</td></tr>
            {s.Each(g => $"""<tr class="productListing-{(s.At(g) % 2 == 0 ? "odd" : "even")}"><td align="center" class="productListing-data">&nbsp;<a href="{s.Link(g)}"><img src="{s.Picture(g)}" border="0" alt="{Scene.E(g.Title)}" title=" {Scene.E(g.Title)} " width="100" height="80"></a>&nbsp;</td><td class="productListing-data">&nbsp;<a href="{s.Link(g)}">{Scene.E(g.Title)}</a>&nbsp;</td><td align="right" class="productListing-data">&nbsp;{(g.OldPrice is { } old ? $"<s>{s.Money(old)}</s>&nbsp;&nbsp;<span class=\"productSpecialPrice\">{s.Money(g.Price)}</span>" : s.Money(g.Price))}&nbsp;</td><td align="center" class="productListing-data"><a href="advanced_search_result.php?action=buy_now&amp;products_id={g.Number}"><img src="includes/languages/images/buttons/button_buy_now.gif" border="0" alt="{s.Word("cart")}"></a>&nbsp;</td></tr>""")}
            </table><table border="0" width="100%"><tr><td class="smallText">Displaying <b>1</b> to <b>10</b> (of <b>36</b> products)</td><td class="smallText" align="right">Result Pages: &nbsp;<b>1</b>&nbsp;&nbsp;<a href="advanced_search_result.php?keywords=a&amp;page=2&amp;sort=2a" class="pageResults" title=" Page 2 "><u>2</u></a>&nbsp;&nbsp;<a href="advanced_search_result.php?keywords=a&amp;page=3&amp;sort=2a" class="pageResults" title=" Page 3 "><u>3</u></a>&nbsp;<a href="advanced_search_result.php?keywords=a&amp;page=2&amp;sort=2a" class="pageResults" title=" Next Page "><u>[{s.Word("next")}&nbsp;&gt;&gt;]</u></a>&nbsp;</td></tr></table></td></tr></table>
            """, shell: "tables", kilobytes: 4);
    }

    private static string BigCommerce(Scene s)
    {
        s.Address = "/search.php?search_query=a";
        s.Link = g => $"{s.Host}/{g.Slug}/";
        s.Picture = g => $"https://cdn11.bc.example/s-x/images/stencil/500x659/products/{g.Number}/9/{g.Slug}.jpg";
        s.NextIs("/search.php?search_query=a&page=2&section=product");
        return s.Page($$"""
            <div id="product-listing-container"><ul class="productGrid">{{s.Each(g => $"""
            <li class="product"><article class="card" data-test="card-{g.Number}" data-entity-id="{g.Number}" data-name="{Scene.E(g.Title)}" data-product-category="" data-product-price="{g.Plain}"><figure class="card-figure"><a href="{s.Link(g)}" class="card-figure__link" aria-label="{Scene.E(g.Title)}, {s.Money(g.Price)}"><div class="card-img-container"><img src="{s.Picture(g)}?c=2" alt="{Scene.E(g.Title)}" title="{Scene.E(g.Title)}" data-sizes="auto" srcset="https://cdn11.bc.example/s-x/images/stencil/80w/products/{g.Number}/9/{g.Slug}.jpg?c=2" data-srcset="https://cdn11.bc.example/s-x/images/stencil/80w/products/{g.Number}/9/{g.Slug}.jpg?c=2 80w, {s.Picture(g)}?c=2 500w" class="lazyload card-image"></div></a><figcaption class="card-figcaption"><div class="card-figcaption-body"><a href="#" class="button button--small card-figcaption-button quickview" data-product-id="{g.Number}">{s.Word("details")}</a><a href="{s.Host}/cart.php?action=add&product_id={g.Number}" class="button button--small card-figcaption-button">{s.Word("cart")}</a></div></figcaption></figure>
            <div class="card-body"><p class="card-text" data-test-info-type="brandName">{g.Brand}</p><h3 class="card-title"><a aria-label="{Scene.E(g.Title)}, {s.Money(g.Price)}" href="{s.Link(g)}">{Scene.E(g.Title)}</a></h3><div class="card-text" data-test-info-type="price"><div class="price-section price-section--withoutTax rrp-price--withoutTax" style="display: none;">MSRP: <span data-product-rrp-price-without-tax class="price price--rrp"></span></div><div class="price-section price-section--withoutTax non-sale-price--withoutTax" {(g.OldPrice is null ? "style=\"display: none;\"" : "")}>{s.Word("was")}: <span class="price price--non-sale">{(g.OldPrice is { } old ? s.Money(old) : "")}</span></div><div class="price-section price-section--withoutTax"><span class="price-label"></span> <span data-product-price-without-tax class="price price--withoutTax">{s.Money(g.Price)}</span></div></div></div></article></li>
            """)}}</ul><nav class="pagination" aria-label="pagination"><ul class="pagination-list"><li class="pagination-item pagination-item--current"><a class="pagination-link" href="/search.php?search_query=a&page=1&section=product" aria-current="page">1</a></li><li class="pagination-item"><a class="pagination-link" href="/search.php?search_query=a&page=2&section=product">2</a></li><li class="pagination-item pagination-item--next"><a class="pagination-link" href="/search.php?search_query=a&page=2&section=product" aria-label="{{s.Word("next")}}">{{s.Word("next")}} {{Surroundings.Icon(s)}}</a></li></ul></nav></div>
            """, aside: s.Facets(), kilobytes: 110);
    }

    private static string Shoptet(Scene s)
    {
        s.Address = "/vyhledavani/?string=a";
        s.Link = g => $"/{g.Slug}/";
        s.Picture = g => $"https://cdn.myshop.example/usr/detail/{g.Number}.jpg";
        s.NextIs("/vyhledavani/strana-2/?string=a");
        return s.Page($"""
            <div class="products products-block products-page">{s.Each(g => $"""
            <div class="product"><div class="p" data-micro="product" data-micro-product-id="{g.Number}" data-testid="productItem"><a href="{s.Link(g)}" class="image"><img src="data:image/svg+xml,%3Csvg%20width%3D%22290%22%20height%3D%22290%22%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%3E%3C%2Fsvg%3E" alt="{Scene.E(g.Title)}" data-src="{s.Picture(g)}?6" width="290" height="218"><div class="flags flags-default"><span class="flag flag-new">{s.Word("new")}</span></div></a><div class="p-in"><div class="p-in-in"><a href="{s.Link(g)}" class="name" data-micro="url"><span data-micro="name" data-testid="productCardName">{Scene.E(g.Title)}</span></a><div class="ratings-wrapper"><div class="stars-wrapper"></div><div class="availability"><span style="color:#009901">Skladem</span> <span class="availability-amount">(&gt;5&nbsp;ks)</span></div></div></div><div class="p-bottom"><div data-micro="offer" data-micro-price="{g.Plain}" data-micro-price-currency="{s.Tongue.Currency}"><div class="prices">{(g.OldPrice is { } old ? $"<span class=\"price-standard\"><span>{s.Money(old)}</span></span><span class=\"price-save\">&ndash;20 %</span>" : "")}<div class="price price-final" data-testid="productCardPrice"><strong>{s.Money(g.Price)}</strong></div></div><div class="p-tools"><form action="/action/Cart/addCartItem/" method="post"><button type="submit" class="btn btn-cart">{s.Word("cart")}</button></form></div></div></div></div></div></div>
            """)}</div><div class="listingControls"><div class="pagination"><strong class="current">1</strong><a href="/vyhledavani/strana-2/?string=a">2</a><a href="/vyhledavani/strana-5/?string=a" class="last">5</a><a href="/vyhledavani/strana-2/?string=a" class="next pagination-link" title="{s.Word("next")}"></a></div><span class="itemsTotal"><strong>101</strong> {s.Word("results")}</span></div>
            """, aside: s.Facets());
    }

    private static string Xtc(Scene s)
    {
        s.Address = "/advanced_search_result.php?keywords=a";
        s.Base = s.Host + "/";
        s.Link = g => $"{s.Host}/{g.Slug}--{g.Number}.html";
        s.Picture = g => $"images/product_images/thumbnail_images/{g.Number}_0.jpg";
        s.NextIs($"{s.Host}/advanced_search_result.php?keywords=a&page=2");
        return s.Page($"""
            <h1>{s.Word("results")}</h1><div class="navigation"><div class="navleft">1 - 14 (60)</div><div class="navright">Seiten: <strong class="pageResults">1</strong> | <a href="{s.Host}/advanced_search_result.php?keywords=a&amp;page=2" class="pageResults" title=" Seite 2 ">2</a> | <a href="{s.Host}/advanced_search_result.php?keywords=a&amp;page=2" class="pageResults" title=" nächste Seite ">[&raquo;]</a></div></div>
            <div class="productlist">{s.Each(g => $"""
            <div class="listingrow cf"><div class="lr_image"><a href="{s.Link(g)}"><img src="{s.Picture(g)}" alt="{Scene.E(g.Title)}"></a></div><div class="lr_content"><div class="lr_title"><h2><a href="{s.Link(g)}">{Scene.E(g.Title)}</a></h2></div><div class="lr_desc">{Scene.E(g.Text)}<br>Lieferzeit: 3-4 Tage</div></div><div class="lr_price"><span class="small_price">{(g.OldPrice is { } old ? $"<span class=\"old\">Bisher {s.Money(old)}</span> <span class=\"new\">{s.Word("from")} {s.Money(g.Price)}</span>" : s.Money(g.Price))}</span><div class="tax">{s.Word("vat")} zzgl. <a rel="nofollow" href="{s.Host}/popup_content.php?coID=1">{s.Word("delivery")}</a></div><div class="vpe">{s.Money(g.Price / 2)} pro kg</div></div><div class="lr_buttons"><a href="{s.Host}/advanced_search_result.php?action=buy_now&amp;BUYproducts_id={g.Number}"><span class="css_button">1 x {s.Word("cart")}</span></a> <a href="{s.Link(g)}"><span class="css_button">{s.Word("details")}</span></a></div></div>
            """)}</div>
            """, aside: s.Facets(), kilobytes: 10);
    }

    private static string Squarespace(Scene s)
    {
        s.Address = "/shop?tag=a";
        s.Link = g => $"/shop/p/{g.Slug}";
        s.Picture = g => $"https://images.sq-cdn.example/content/v1/5e/{g.Number}/{g.Slug}.jpg";
        s.NextIs("/shop?page=2&tag=a");
        return s.Page($"""
            <section class="products-flex-container"><div class="list-grid">{s.Each(g => $"""
            <div class="grid-item" id="thumb-{g.Slug}" data-item-id="{g.Number:x}"><a href="{s.Link(g)}" class="grid-item-link" aria-label="{Scene.E(g.Title)}"></a><figure class="grid-image"><div class="grid-image-inner-wrapper"><div class="grid-image-wrapper"><img data-src="{s.Picture(g)}" data-image="{s.Picture(g)}" data-image-dimensions="1500x1500" alt="" class="grid-item-image grid-image-cover" data-load="false"></div></div></figure><section class="grid-meta-container"><div class="grid-main-meta"><div class="grid-title">{Scene.E(g.Title)}</div><div class="grid-prices"><div class="product-price">{(g.OldPrice is { } old ? $"<span class=\"visually-hidden v6-visually-hidden\">Sale Price:</span>{s.Money(g.Price)} <span class=\"visually-hidden v6-visually-hidden\">Original Price:</span><span class=\"original-price\">{s.Money(old)}</span>" : s.Money(g.Price))}</div></div></div><div class="grid-meta-status"></div></section></div>
            """)}</div><div class="list-pagination"><a class="list-pagination-next" href="/shop?page=2&tag=a"><div class="list-pagination-link-label">{s.Word("next")}</div></a></div></section>
            """, kilobytes: 180);
    }

    private static string Lightspeed(Scene s)
    {
        s.Address = "/search/vaas/";
        s.Link = g => $"{s.Host}/{g.Slug}.html";
        s.Picture = g => $"https://cdn.websop.example/shops/2/files/{g.Number}/300x250x2/{g.Slug}.jpg";
        s.NextIs($"{s.Host}/search/vaas/page2.html");
        return s.Page($"""
            <div class="products row">{s.Each(g => $"""
            <div class="product col-xs-6 col-sm-3 col-md-3"><div class="image-wrap"><a href="{s.Link(g)}" title="{Scene.E(g.Brand)} {Scene.E(g.Title)}"><img src="{s.Picture(g)}" width="262" height="236" alt="{Scene.E(g.Title)}" title="{Scene.E(g.Title)}"></a><div class="description text-center"><a href="{s.Link(g)}" title="{Scene.E(g.Title)}"><div class="text"><div class="ratings"></div>{Scene.E(g.Sentences[0])}</div></a><a href="{s.Host}/cart/add/{g.Number}/" class="cart">{s.Word("cart")}</a></div></div><div class="info"><a href="{s.Link(g)}" title="{Scene.E(g.Title)}" class="title">{Scene.E(g.Title)}</a><div class="left">{(g.OldPrice is { } old ? $"<span class=\"old-price\">{s.Money(old)}</span> " : "")}{s.Money(g.Price)} <br><span class="unit-price">Stukprijs: {s.Money(g.Price)} / {s.Word("piece")}</span></div></div></div>
            """)}</div><div class="pager row"><div class="left">Pagina 1 van 4</div><div class="right"><ul><li class="number active"><a href="{s.Host}/search/vaas/">1</a></li><li class="number"><a href="{s.Host}/search/vaas/page2.html">2</a></li><li class="number"><a href="{s.Host}/search/vaas/page3.html">3</a></li><li class="next enabled"><a href="{s.Host}/search/vaas/page2.html" title="{s.Word("next")}">{s.Word("next")}</a></li></ul></div></div>
            """, aside: s.Facets());
    }

    private static string ZenCart(Scene s)
    {
        s.Address = "/index.php?main_page=index&cPath=4&sort=20a&page=2";
        s.Link = g => $"{s.Host}/index.php?main_page=product_info&cPath=4&products_id={g.Number}";
        s.Picture = g => $"{s.Host}/images/{g.Slug}.jpg";
        s.Unlabelled("url");
        s.NextIs("/index.php?main_page=index&cPath=4&sort=20a&page=3");
        return s.Page($"""
            <div class="centerColumn" id="indexProductList"><h1 id="productListHeading">{Scene.E(s.Query)}</h1><div id="productsListingListingTopLinks" class="navSplitPagesLinks">&nbsp;<a href="{s.Host}/index.php?main_page=index&amp;cPath=4&amp;sort=20a&amp;page=1" title=" Previous Page ">[&lt;&lt;&nbsp;{s.Word("previous")}]</a>&nbsp;<a href="{s.Host}/index.php?main_page=index&amp;cPath=4&amp;sort=20a&amp;page=1">1</a>&nbsp;<strong class="current">2</strong>&nbsp;<a href="{s.Host}/index.php?main_page=index&amp;cPath=4&amp;sort=20a&amp;page=3">3</a>&nbsp;<a href="{s.Host}/index.php?main_page=index&amp;cPath=4&amp;sort=20a&amp;page=3" title=" Next Page ">[{s.Word("next")}&nbsp;&gt;&gt;]</a>&nbsp;</div>
            {string.Join('\n', s.Goods.Chunk(3).Select(r => $"<div class=\"row_w\">{s.Each(r, g => $"<div class=\"centerBoxContentsProducts centeredContent back\" style=\"width:33%;\"><a href=\"{Scene.E(s.Link(g)!)}\"><img src=\"{s.Picture(g)}\" title=\"{Scene.E(g.Title)}\" alt=\"{Scene.E(g.Title)}\" width=\"200\" height=\"150\" class=\"listingProductImage\"></a><br><h3 class=\"itemTitle\"><a href=\"{Scene.E(s.Link(g)!)}\">{Scene.E(g.Title)}</a></h3><div class=\"listingDescription\">{Scene.E(g.Sentences[0])}...</div><br>{(g.OldPrice is { } old ? $"<span class=\"normalprice\">{s.Money(old)} </span>&nbsp;<span class=\"productSpecialPrice\">{s.Money(g.Price)}</span>" : s.Money(g.Price))}<br><a href=\"{s.Host}/index.php?main_page=index&amp;action=buy_now&amp;products_id={g.Number}\"><img src=\"includes/templates/buttons/buy_now.gif\" alt=\"{s.Word("cart")}\"></a><br></div>")}<br class=\"clearBoth\"></div>"))}
            </div>
            """, aside: s.Facets(), kilobytes: 10);
    }
}
