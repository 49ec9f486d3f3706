using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Extraction.Benchmarks.Generated;

/// <summary>Pages of one advert, product or lot.</summary>
internal static class AdvertStyles
{
    public static IReadOnlyList<Style> All { get; } =
    [
        new("detail-woocommerce", 1, Woo),
        new("detail-shopify", 1, Shopify),
        new("detail-magento2", 1, Magento),
        new("detail-prestashop", 1, Presta),
        new("detail-opencart", 1, OpenCart),
        new("detail-shopware", 1, Shopware),
        new("detail-oscommerce", 1, OsCommerce),
        new("detail-classified-hashed", 1, Hashed),
        new("detail-classified-plain", 1, PlainClassified),
        new("detail-classified-table", 1, TableClassified),
        new("detail-auction-bid", 1, AuctionBid),
        new("detail-auction-estimate", 1, AuctionEstimate),
        new("detail-big-market", 1, BigMarket),
        new("detail-split-price", 1, SplitPrice),
        new("detail-next-data", 1, NextData),
        new("detail-jsonld-only", 1, LinkedDataOnly),
        new("detail-collapsed", 1, Collapsed),
        new("detail-utility", 1, Utility),
        new("detail-on-request", 1, OnRequest),
        new("detail-microdata-old", 1, MicrodataOld),
        new("detail-property", 1, Property),
        new("detail-handmade", 1, Handmade),
        new("detail-wordpress-ad", 1, WordpressAd),
        new("detail-fashion", 1, Fashion),
        new("detail-definition-list", 1, DefinitionList),
        new("detail-redux-state", 1, ReduxState),
        new("detail-buy-box", 1, BuyBox),
        new("detail-free-item", 1, FreeItem),
        new("detail-news-like", 1, NewsLike),
        new("detail-variants", 1, Variants),
    ];

    private static void Is(Scene s, bool priced = true, string? seller = null, string? place = null, DateOnly? posted = null, int? images = null)
    {
        var advert = s.Advert;
        s.Detail = new JsonObject { ["title"] = advert.Title, ["price"] = priced ? advert.Price : null, ["currency"] = priced ? s.Tongue.Currency : null, ["description_startswith"] = advert.Text[..Math.Min(40, advert.Text.Length)], ["images_count"] = images, ["seller"] = seller, ["location"] = place, ["postedAt"] = posted?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        s.Unlabelled("id");
        foreach (var (field, known) in new[] { ("seller", seller is not null), ("location", place is not null), ("postedAt", posted is not null), ("images_count", images is not null), ("images", images is not null) })
        {
            if (!known)
            {
                s.Unlabelled(field);
            }
        }
    }

    private static string Paragraphs(Good g) => string.Concat(g.Sentences.Select(t => $"<p>{Scene.E(t)}</p>"));

    private static string Related(Scene s, string word = "similar") => s.Carousel(word, g => $"<div class=\"item card\"><a href=\"/x/{g.Number}\"><img src=\"/thumbs/{g.Number}.jpg\" alt=\"{Scene.E(g.Title)}\"><span class=\"name\">{Scene.E(g.Title)}</span></a><span class=\"price\">{s.Money(g.Price)}</span></div>");

    private static string Gallery(Good g, int count, string address) => string.Concat(Enumerable.Range(1, count).Select(n => $"<a href=\"{address}/{g.Number}-{n}-large.jpg\"><img src=\"{address}/{g.Number}-{n}-thumb.jpg\" alt=\"{n}\"></a>"));

    private static string Product(Scene s, bool text = true, bool price = true) => $"<script type=\"application/ld+json\">{JsonSerializer.Serialize(new Dictionary<string, object?> { ["@context"] = "https://schema.org/", ["@type"] = "Product", ["name"] = s.Advert.Title, ["image"] = $"{s.Host}/media/{s.Advert.Number}-1-large.jpg", ["description"] = text ? s.Advert.Text : s.Advert.Sentences[0][..20] + "...", ["sku"] = "A" + s.Advert.Number, ["offers"] = price ? new Dictionary<string, object> { ["@type"] = "Offer", ["price"] = s.Advert.Plain, ["priceCurrency"] = s.Tongue.Currency } : null })}</script>";

    private static string OpenGraph(Scene s) => $"<meta property=\"og:type\" content=\"product\"><meta property=\"og:title\" content=\"{Scene.E(s.Advert.Title)} | {s.Host[12..]}\"><meta property=\"og:description\" content=\"{Scene.E(s.Advert.Sentences[0])}\"><meta property=\"og:image\" content=\"{s.Host}/media/{s.Advert.Number}-1-large.jpg\"><meta name=\"description\" content=\"{Scene.E(s.Advert.Title)} {s.Word("shipping")}\">";

    private static string Woo(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/product/{g.Slug}/";
        Is(s);
        string Price(decimal amount) => $"<span class=\"woocommerce-Price-amount amount\"><bdi>{s.Money(amount)}</bdi></span>";
        return s.Page($"""
            <div id="product-{g.Number}" class="product type-product"><div class="woocommerce-product-gallery images"><div class="woocommerce-product-gallery__wrapper">{string.Concat(Enumerable.Range(1, 3).Select(n => $"<div data-thumb=\"/u/{g.Number}-{n}-100x100.jpg\" class=\"woocommerce-product-gallery__image\"><a href=\"/u/{g.Number}-{n}.jpg\"><img width=\"600\" src=\"/u/{g.Number}-{n}-600x600.jpg\" class=\"wp-post-image\" data-large_image=\"/u/{g.Number}-{n}.jpg\"></a></div>"))}</div></div>
            <div class="summary entry-summary"><h1 class="product_title entry-title">{Scene.E(g.Title)}</h1><p class="price">{(g.OldPrice is { } old ? $"<del aria-hidden=\"true\">{Price(old)}</del> <ins>{Price(g.Price)}</ins>" : Price(g.Price))}</p><div class="woocommerce-product-details__short-description"><p>{Scene.E(g.Brand)} – {s.Word("new")}</p></div><p class="stock in-stock">3</p><form class="cart"><input type="number" name="quantity" value="1"><button type="submit" name="add-to-cart" value="{g.Number}" class="single_add_to_cart_button button alt">{s.Word("cart")}</button></form><div class="product_meta"><span class="sku_wrapper">SKU: <span class="sku">W{g.Number}</span></span> <span class="posted_in">{s.Word("category")}: <a href="/product-category/x/" rel="tag">{Scene.E(g.Category)}</a></span></div></div>
            <div class="woocommerce-tabs wc-tabs-wrapper"><ul class="tabs wc-tabs"><li class="description_tab"><a href="#tab-description">{s.Word("description")}</a></li><li class="reviews_tab"><a href="#tab-reviews">{s.Word("reviews")} (0)</a></li></ul><div class="woocommerce-Tabs-panel panel entry-content wc-tab" id="tab-description"><h2>{s.Word("description")}</h2>{Paragraphs(g)}</div><div class="panel wc-tab" id="tab-reviews"><p>0 {s.Word("reviews")}</p></div></div>
            <section class="related products"><h2>{s.Word("similar")}</h2><ul class="products columns-4">{s.Each(s.Others.Take(4), o => $"<li class=\"product\"><a href=\"/product/{o.Slug}/\"><img src=\"/u/{o.Number}-300x300.jpg\"><h2 class=\"woocommerce-loop-product__title\">{Scene.E(o.Title)}</h2><span class=\"price\">{Price(o.Price)}</span></a></li>")}</ul></section></div>
            """, head: OpenGraph(s), kilobytes: 90);
    }

    private static string Shopify(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/products/{g.Slug}";
        Is(s);
        return s.Page($"""
            <section class="product"><div class="product__media-wrapper"><ul class="product__media-list">{string.Concat(Enumerable.Range(1, 3).Select(n => $"<li class=\"product__media-item\"><img srcset=\"//cdn.shop.example/f/{g.Number}-{n}.jpg?width=493 493w, //cdn.shop.example/f/{g.Number}-{n}.jpg?width=1445 1445w\" src=\"//cdn.shop.example/f/{g.Number}-{n}.jpg?width=1445\" alt=\"\"></li>"))}</ul></div><div class="product__info-wrapper"><p class="product__text caption-with-letter-spacing">{g.Brand}</p><div class="product__title"><h1>{Scene.E(g.Title)}</h1><a href="/products/{g.Slug}" class="product__title"><h2 class="h1">{Scene.E(g.Title)}</h2></a></div>
            <div class="price price--large{(g.OldPrice is null ? "" : " price--on-sale")}"><div class="price__container"><div class="price__regular"><span class="visually-hidden">Regular price</span><span class="price-item price-item--regular">{s.Money(g.OldPrice ?? g.Price)}</span></div><div class="price__sale"><s class="price-item price-item--regular">{(g.OldPrice is { } old ? s.Money(old) : "")}</s><span class="price-item price-item--sale price-item--last">{s.Money(g.Price)}</span></div></div></div><div class="product__tax caption rte">{s.Word("vat")} <a href="/policies/shipping-policy">{s.Word("delivery")}</a></div><shop-pay-terms><p>{s.Word("instalments")} {s.Money(decimal.Round(g.Price / 3, s.Tongue.Decimals))}</p></shop-pay-terms><product-form><button type="submit" name="add"><span>{s.Word("cart")}</span></button></product-form><div class="product__description rte quick-add-hidden">{Paragraphs(g)}</div><div class="product__accordion accordion"><details><summary><h2 class="h4">{s.Word("delivery")}</h2></summary><div class="accordion__content rte"><p>{s.Word("shipping")}</p></div></details></div></div></section>{Related(s)}
            """, head: OpenGraph(s) + Product(s), kilobytes: 150);
    }

    private static string Magento(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/{g.Slug}.html";
        Is(s);
        return s.Page($"""
            <div class="page-title-wrapper product"><h1 class="page-title"><span class="base" data-ui-id="page-title-wrapper" itemprop="name">{Scene.E(g.Title)}</span></h1></div><div class="columns"><div class="column main"><div class="product-info-main"><div class="product-info-price"><div class="price-box price-final_price" data-product-id="{g.Number}"><span class="price-container price-final_price tax weee"><span id="product-price-{g.Number}" data-price-amount="{g.Plain}" data-price-type="finalPrice" class="price-wrapper"><span class="price">{s.Money(g.Price)}</span></span><meta itemprop="price" content="{g.Plain}"></span></div><div class="product-info-stock-sku"><div class="stock available"><span>In stock</span></div><div class="product attribute sku"><strong class="type">SKU</strong><div class="value" itemprop="sku">M-{g.Number}</div></div></div></div><div class="product attribute overview"><div class="value" itemprop="description">{Scene.E(g.Text)}</div></div></div>
            <div class="product media"><div class="gallery-placeholder"><img alt="main product photo" class="gallery-placeholder__image" src="/media/catalog/product/cache/a/{g.Number}.jpg"></div></div><div class="product info detailed"><div class="product data items"><div class="data item title"><a class="data switch">{s.Word("specs")}</a></div><div class="data item content"><table class="data table additional-attributes"><tbody><tr><th class="col label">{s.Word("brand")}</th><td class="col data">{g.Brand}</td></tr><tr><th class="col label">Weight</th><td class="col data">2.5 kg</td></tr></tbody></table></div></div></div><div class="block upsell"><div class="block-title title"><strong>{s.Word("similar")}</strong></div><ol class="products list items">{s.Each(s.Others.Take(4), o => $"<li class=\"item product product-item\"><strong class=\"product-item-name\"><a href=\"/{o.Slug}.html\">{Scene.E(o.Title)}</a></strong><span data-price-amount=\"{o.Plain}\" class=\"price-wrapper\"><span class=\"price\">{s.Money(o.Price)}</span></span></li>")}</ol></div></div></div>
            """, head: OpenGraph(s), kilobytes: 200);
    }

    private static string Presta(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/art/{g.Number}-{g.Slug}.html";
        Is(s, images: 3);
        return s.Page($"""
            <section id="main"><div class="row product-container"><div class="col-md-6"><div class="images-container"><div class="product-cover"><img class="js-qv-product-cover img-fluid" src="{s.Host}/{g.Number + 1}-large_default/{g.Slug}.jpg" alt="{Scene.E(g.Title)}"></div><ul class="product-images">{string.Concat(Enumerable.Range(1, 3).Select(n => $"<li class=\"thumb-container\"><img class=\"thumb js-thumb\" data-image-medium-src=\"{s.Host}/{g.Number + n}-medium_default/{g.Slug}.jpg\" data-image-large-src=\"{s.Host}/{g.Number + n}-large_default/{g.Slug}.jpg\" src=\"{s.Host}/{g.Number + n}-small_default/{g.Slug}.jpg\"></li>"))}</ul></div></div><div class="col-md-6"><h1 class="h1">{Scene.E(g.Title)}</h1><div class="product-prices js-product-prices">{(g.OldPrice is { } old ? $"<div class=\"product-discount\"><span class=\"regular-price\">{s.Money(old)}</span></div>" : "")}<div class="product-price h5"><div class="current-price"><span class="current-price-value" content="{g.Plain}">{s.Money(g.Price)}</span></div></div><div class="tax-shipping-delivery-label">{s.Word("vat")} <span class="delivery-information">3-4</span></div></div><div class="product-information"><div id="product-description-short-{g.Number}" class="product-description">{Scene.E(g.Category)}</div><div class="product-actions"><form action="/panier"><button class="btn btn-primary add-to-cart">{s.Word("cart")}</button></form></div></div><div class="tabs"><ul class="nav nav-tabs"><li class="nav-item"><a class="nav-link active" href="#description">{s.Word("description")}</a></li></ul><div class="tab-content"><div class="tab-pane fade in active" id="description"><div class="product-description">{Paragraphs(g)}</div></div><div class="tab-pane" id="product-details"><div class="product-reference"><label class="label">Ref </label><span>{g.Number}</span></div></div></div></div></div></div></section>{Related(s)}
            """, head: OpenGraph(s), kilobytes: 60);
    }

    private static string OpenCart(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/index.php?route=product/product&product_id={g.Number}";
        Is(s);
        return s.Page($"""
            <div id="content" class="col-sm-12"><div class="row"><div class="col-sm-8"><ul class="thumbnails">{Gallery(g, 4, "/image/cache")}</ul><ul class="nav nav-tabs"><li class="active"><a href="#tab-description">{s.Word("description")}</a></li><li><a href="#tab-specification">{s.Word("specs")}</a></li></ul><div class="tab-content"><div class="tab-pane active" id="tab-description">{Paragraphs(g)}</div><div class="tab-pane" id="tab-specification"><table class="table table-bordered"><tr><td>{s.Word("brand")}</td><td>{g.Brand}</td></tr></table></div></div></div><div class="col-sm-4"><h1>{Scene.E(g.Title)}</h1><ul class="list-unstyled"><li>{s.Word("brand")}: <a href="/brand">{g.Brand}</a></li><li>Product Code: P{g.Number}</li></ul><ul class="list-unstyled">{(g.OldPrice is { } old ? $"<li><span style=\"text-decoration: line-through;\">{s.Money(old)}</span></li>" : "")}<li><h2>{s.Money(g.Price)}</h2></li><li>Ex Tax: {s.Money(decimal.Round(g.Price / 1.2m, s.Tongue.Decimals))}</li><li>Price in reward points: 400</li><li>10 or more {s.Money(decimal.Round(g.Price * 0.9m, s.Tongue.Decimals))}</li></ul><div id="product"><button id="button-cart" class="btn btn-primary btn-lg btn-block">{s.Word("cart")}</button></div></div></div></div>
            """, kilobytes: 25);
    }

    private static string Shopware(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/detail/{g.Number:x}";
        Is(s);
        return s.Page($"""
            <div class="product-detail" itemscope itemtype="https://schema.org/Product"><div class="product-detail-header"><h1 class="product-detail-name" itemprop="name"> {Scene.E(g.Title)} </h1></div><div class="gallery-slider">{string.Concat(Enumerable.Range(1, 3).Select(n => $"<div class=\"gallery-slider-item\"><img src=\"/media/{g.Number}-{n}.jpg\" itemprop=\"image\"></div>"))}</div><div class="product-detail-buy"><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="priceCurrency" content="{s.Tongue.Currency}"><div class="product-detail-price-container"><meta itemprop="price" content="{g.Plain}"><p class="product-detail-price">{s.Money(g.Price)}*</p>{(g.OldPrice is { } old ? $"<span class=\"list-price-price\">{s.Money(old)}*</span>" : "")}</div><div class="product-detail-tax-container"><p>{s.Word("vat")} {s.Word("delivery")}</p></div></div><button class="btn btn-primary btn-buy">{s.Word("cart")}</button><div class="product-detail-ordernumber-container"><span>Nr:</span><span itemprop="sku">SW{g.Number}</span></div></div><div class="product-detail-tabs"><div class="tab-pane"><div class="product-detail-description tab-pane-container"><div class="h2 product-detail-description-title">{s.Word("description")} "{Scene.E(g.Title)}"</div><div class="product-detail-description-text" itemprop="description">{string.Join("<br>", g.Sentences.Select(Scene.E))}</div></div></div></div></div>{Related(s)}
            """, kilobytes: 40);
    }

    private static string OsCommerce(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/product_info.php?products_id={g.Number}";
        Is(s);
        return s.Page($"""
            <form name="cart_quantity"><table border="0" width="100%"><tr><td class="pageHeading" valign="top">{Scene.E(g.Title)}<br><span class="smallText">[{g.Brand}-{g.Number}]</span></td><td class="pageHeading" align="right" valign="top">{(g.OldPrice is { } old ? $"<s>{s.Money(old)}</s> <span class=\"productSpecialPrice\">{s.Money(g.Price)}</span>" : s.Money(g.Price))}</td></tr></table><table><tr><td class="main"><table align="right"><tr><td class="smallText"><a href="popup_image.php?pID={g.Number}"><img src="images/{g.Number}.jpg" alt="{Scene.E(g.Title)}"><br>Click to enlarge</a></td></tr></table><p>{Scene.E(g.Text)}</p></td></tr><tr><td class="smallText">This product was added to our catalog on Monday 01 June, 2009.</td></tr></table><table><tr><td><a href="product_reviews.php"><img src="button_reviews.gif" alt="{s.Word("reviews")}"></a></td><td><input type="image" src="button_in_cart.gif" alt="{s.Word("cart")}"></td></tr></table><table class="infoBox"><tr><td class="infoBoxHeading">{s.Word("similar")}</td></tr><tr>{s.Each(s.Others.Take(3), o => $"<td align=\"center\" class=\"smallText\"><a href=\"product_info.php?products_id={o.Number}\"><img src=\"images/{o.Number}.jpg\"></a><br><a href=\"product_info.php?products_id={o.Number}\">{Scene.E(o.Title)}</a></td>")}</tr></table></form>
            """, shell: "tables", kilobytes: 3);
    }

    private static string Hashed(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/d/oferta/{g.Slug}-ID{g.Number:x}.html";
        Is(s, seller: g.Seller, place: g.Place);
        s.Unlabelled("location");
        return s.Page($"""
            <div class="css-50cyfj"><div data-testid="image-galery-container"><div class="swiper-wrapper">{string.Concat(Enumerable.Range(1, 4).Select(n => $"<div class=\"swiper-slide css-1915wzc\"><div class=\"swiper-zoom-container\"><img src=\"https://ap.example/v1/files/{g.Number}{n}/image;s=1000x700\" alt=\"{Scene.E(g.Title)} - {n}\" class=\"css-1bmvjcs\"></div></div>"))}</div></div><div data-cy="ad-posted-at" class="css-19yf5ek">{s.Word("posted")} <span>{g.Posted.Day} {s.Tongue.List("months")[g.Posted.Month - 1]} {g.Posted.Year}</span></div><div data-cy="ad_title"><h4 class="css-1kc83jo">{Scene.E(g.Title)}</h4></div><div data-testid="ad-price-container" class="css-e2ir3r"><h3 class="css-fqcbii">{s.Money(g.Price)}</h3><p class="css-1h">{s.Word("negotiable")}</p></div><ul class="css-rn93um"><li><p class="css-b5m1rv">{s.Word("brand")}: {g.Brand}</p></li><li><p>{s.Word("used")}</p></li></ul><div data-cy="ad_description"><h3 class="css-6p">{s.Word("description")}</h3><div class="css-bgzo2k">{string.Join("<br>\n", g.Sentences.Select(Scene.E))}</div></div><div class="css-cgp8kk"><span class="css-12hdxwj">ID: {g.Number}</span><span data-testid="page-view-text">321</span></div></div><div class="css-1q7h1ph"><div data-testid="user-profile-link"><h4 class="css-lyp0yk">{Scene.E(g.Seller)}</h4><p>na platformie od 2014</p></div><button>{s.Word("message")}</button></div><div class="css-map"><p class="css-1cju8pu">{s.Word("place")}</p><p class="css-b5m1rv">{Scene.E(g.Place)}</p></div>{Related(s)}
            """, shell: "soup", kilobytes: 200);
    }

    private static string PlainClassified(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/mod/d/{g.Slug}/7{g.Number}.html";
        Is(s);
        return s.Page($"""
            <section class="body"><h2 class="postingtitle"><span class="postingtitletext"><span id="titletextonly">{Scene.E(g.Title)}</span> - <span class="price">{s.Money(g.Price)}</span><small> ({Scene.E(g.Place)})</small></span></h2><section class="userbody"><figure class="iw multiimage"><div class="gallery"><div class="slide"><img src="https://images.pl.example/{g.Number}_1_600x450.jpg" title="1" alt="1"></div></div><div id="thumbs"><a class="thumb" data-imgid="1" href="https://images.pl.example/{g.Number}_1_600x450.jpg"><img src="https://images.pl.example/{g.Number}_1_50x50c.jpg" alt="1"></a><a class="thumb" href="https://images.pl.example/{g.Number}_2_600x450.jpg"><img src="https://images.pl.example/{g.Number}_2_50x50c.jpg" alt="2"></a></div></figure><div class="mapAndAttrs"><p class="attrgroup"><span>condition: <b>like new</b></span><br><span>make: <b>{g.Brand}</b></span></p></div><section id="postingbody"><div class="print-information print-qrcode-container"><p class="print-qrcode-label">QR Code Link to This Post</p></div>{string.Join("<br>\n", g.Sentences.Select(Scene.E))}</section><ul class="notices"><li>do NOT contact me with unsolicited services or offers</li></ul><div class="postinginfos"><p class="postinginfo">post id: 7{g.Number}</p><p class="postinginfo reveal">posted: <time class="date timeago" datetime="{g.Posted:yyyy-MM-dd}T11:47:00-0700">{g.Posted:yyyy-MM-dd} 11:47</time></p></div></section></section>
            """, kilobytes: 5);
    }

    private static string TableClassified(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/inzerat/{g.Number}/{g.Slug}.php";
        Is(s, seller: g.Seller);
        return s.Page($"""
            <div class="inzeratydetnadpis"><span class="velikost10">[{g.Posted:d.M. yyyy}]</span><h1 class="nadpisdetail">{Scene.E(g.Title)}</h1></div><div class="carousel">{string.Concat(Enumerable.Range(1, 3).Select(n => $"<div class=\"carousel-cell\"><img src=\"/img/{n}/{g.Number}.jpg\" class=\"carousel-cell-image\" alt=\"\"></div>"))}</div><div class="popisdetail">{string.Join("<br>", g.Sentences.Select(Scene.E))}</div><table width="100%"><tr><td class="listadvlevo"><table><tr><td>{s.Word("seller")}:</td><td colspan="2"><b><a href="/uzivatel/{g.Bids}">{Scene.E(g.Seller)}</a></b></td></tr><tr><td>Telefon:</td><td colspan="2"><span class="teldetail">602...</span></td></tr><tr><td>{s.Word("place")}:</td><td></td><td><a href="/mapa">{Scene.E(g.Place)}</a></td></tr><tr><td>{s.Word("price")}:</td><td colspan="2"><b><span translate="no">{s.Money(g.Price)}</span></b></td></tr></table></td></tr></table>{Related(s)}
            """, kilobytes: 10);
    }

    private static string AuctionBid(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/en/l/{g.Number}-{g.Slug}";
        Is(s);
        return s.Page($"""
            <div class="lot-page"><div class="lot-gallery">{Gallery(g, 5, "https://assets.cw.example")}</div><div class="lot-header"><span>{s.Word("lot")} {g.Number}</span><h1>{Scene.E(g.Title)}</h1></div><div class="bid-panel"><div class="time">{s.Word("ends")} <b>02:11:09</b></div><div class="cur"><div class="lbl">{s.Word("bid")}</div><div class="amt">{s.Money(g.Price)}</div><div class="reserve">No reserve price</div></div><div class="quick"><button>{s.Money(g.Price + (5 * s.Tongue.Scale))}</button><button>{s.Money(g.Price + (10 * s.Tongue.Scale))}</button></div><p>{s.Word("delivery")}: {s.Money(20 * s.Tongue.Scale)}</p><div class="expert">{s.Word("estimate")} {s.Money(decimal.Round(g.Price * 2, s.Tongue.Decimals))} - {s.Money(decimal.Round(g.Price * 3, s.Tongue.Decimals))}</div></div><div class="lot-desc"><h2>{s.Word("description")}</h2><div>{Paragraphs(g)}</div></div><div class="seller-box"><a href="/en/u/{g.Bids}">{Scene.E(g.Seller)}</a><span>99.2% ({g.Bids * 9} {s.Word("reviews")})</span></div><table class="bids">{string.Concat(Enumerable.Range(0, 5).Select(n => $"<tr><td>Bidder {n}</td><td>{s.Money(decimal.Round(g.Price * (1 - (n * 0.1m)), s.Tongue.Decimals))}</td><td>{n} h</td></tr>"))}</table></div>{Related(s)}
            """, head: OpenGraph(s), kilobytes: 120);
    }

    private static string AuctionEstimate(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/auktion/los/{g.Number}";
        Is(s);
        return s.Page($"""
            <div class="los"><div class="losnr">{s.Word("lot")} 214</div><h1>{Scene.E(g.Title)}</h1><div class="bild">{Gallery(g, 2, "/bilder")}</div><dl class="preise"><dt>{s.Word("start")}</dt><dd>{s.Money(g.Price)}</dd></dl><div class="beschreibung">{Scene.E(g.Text)}</div><p><a href="/auktion/los/{g.Number - 1}">&laquo; {s.Word("previous")}</a> <a href="/auktion/los/{g.Number + 1}">{s.Word("next")} &raquo;</a></p></div>
            """, kilobytes: 12);
    }

    private static string BigMarket(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/itm/{g.Number}";
        Is(s, seller: g.Seller);
        return s.Page($"""
            <div id="CenterPanelInternal"><div class="ux-image-carousel">{string.Concat(Enumerable.Range(1, 4).Select(n => $"<div class=\"ux-image-carousel-item\"><img data-zoom-src=\"https://i.pics.example/{g.Number}{n}/s-l1600.jpg\" src=\"https://i.pics.example/{g.Number}{n}/s-l500.jpg\" alt=\"\"></div>"))}</div><div class="vim x-item-title"><h1 class="x-item-title__mainTitle"><span class="ux-textspans ux-textspans--BOLD">{Scene.E(g.Title)}</span></h1></div><div class="x-sellercard-atf"><a href="/str/x"><span class="ux-textspans--BOLD">{Scene.E(g.Seller)}</span></a> <span>(1204)</span> <span>99.7% positive</span></div><div class="x-price-section"><div class="x-bin-price"><div class="x-price-primary"><span class="ux-textspans">{s.Money(g.Price)}</span></div></div></div><div class="x-item-condition"><span>{s.Word("used")}</span></div><div class="ux-labels-values__labels"><span>{s.Word("delivery")}:</span></div><div class="ux-labels-values__values"><span>{s.Money(9 * s.Tongue.Scale)}</span></div><div class="ux-layout-section-evo">{s.Each(new[] { ("brand", g.Brand), ("place", g.Place), ("category", g.Category) }, f => $"<dl class=\"ux-labels-values\"><dt class=\"ux-labels-values__labels\">{s.Word(f.Item1)}</dt><dd class=\"ux-labels-values__values\">{Scene.E(f.Item2)}</dd></dl>")}</div><div class="x-item-description"><h2>{s.Word("description")}</h2><div class="desc-in">{Paragraphs(g)}</div></div></div>{Related(s)}{Related(s, "recent")}
            """, head: OpenGraph(s) + Product(s, text: false), kilobytes: 300);
    }

    private static string SplitPrice(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/p/{g.Slug}/{g.Number}/";
        Is(s);
        decimal whole = decimal.Truncate(g.Price);
        int cents = (int)((g.Price - whole) * 100);
        string sup = s.Tongue.Decimals == 0 ? "" : $"<sup>{cents:00}</sup>", number = $"<span class=\"int\">{s.Tongue.Digits(whole, 0)}</span>{(sup.Length == 0 ? "" : $"<span class=\"sep\">{s.Tongue.Point}</span>{sup}")}", sign = $"<span class=\"cur\">{s.Tongue.Sign}</span>";
        return s.Page($"""
            <div class="pdp"><div class="left">{Gallery(g, 3, "/img")}</div><div class="right"><a class="brandlink" href="/b/{g.Brand}">{g.Brand}</a><h1 class="pdp-title">{Scene.E(g.Title)}</h1><div class="rating">4,5 ({g.Bids})</div><div class="pricebox"><div class="now">{(s.Tongue.SignLeads ? sign + number : number + sign)}</div>{(g.OldPrice is { } old ? $"<div class=\"before\">{s.Word("was")} <del>{s.Money(old)}</del></div>" : "")}<div class="inst">{s.Word("instalments")} {s.Money(decimal.Round(g.Price / 3, s.Tongue.Decimals))}</div></div><button>{s.Word("cart")}</button><ul class="usps"><li>{s.Word("shipping")}</li></ul></div><div class="tabs"><section><h2>{s.Word("description")}</h2><div class="copy">{Paragraphs(g)}</div></section><section><h2>{s.Word("specs")}</h2><table>{s.Each(["brand", "category", "place"], w => $"<tr><th>{s.Word(w)}</th><td>{g.Brand}</td></tr>")}</table></section></div></div>{Related(s)}
            """, kilobytes: 100);
    }

    private static string NextData(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/a/{g.Number}";
        Is(s, seller: g.Seller, place: g.Place, posted: g.Posted);
        string state = JsonSerializer.Serialize(new { props = new { pageProps = new { advert = new { id = g.Number, title = g.Title, description = g.Text, price = new { value = g.Price, currency = s.Tongue.Currency }, location = new { city = g.Place }, seller = new { name = g.Seller }, createdAt = $"{g.Posted:yyyy-MM-dd}T12:00:00Z", images = new[] { $"{s.Host}/i/{g.Number}-1.jpg", $"{s.Host}/i/{g.Number}-2.jpg" } }, similar = s.Others.Select(o => new { id = o.Number, title = o.Title, price = new { value = o.Price, currency = s.Tongue.Currency } }) } }, page = "/a/[id]" });
        return s.Page($"<div id=\"__next\"></div><script id=\"__NEXT_DATA__\" type=\"application/json\">{state}</script>", head: OpenGraph(s), shell: "bare", kilobytes: 30);
    }

    private static string LinkedDataOnly(Scene s)
    {
        s.Address = $"/artikel/{s.Advert.Number}";
        Is(s);
        return s.Page("<div id=\"app\"></div>", head: Product(s) + OpenGraph(s), shell: "bare", kilobytes: 30);
    }

    private static string Collapsed(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/annonce/{g.Number}";
        Is(s, place: g.Place);
        return s.Page($"""
            <article><div class="slider">{Gallery(g, 3, "/photos")}</div><h1 data-qa="title">{Scene.E(g.Title)}</h1><div data-qa="price"><p>{s.Money(g.Price)}</p></div><p data-qa="date">{g.Posted.Day} {s.Tongue.List("months")[g.Posted.Month - 1]} {g.Posted.Year}</p><div><h2>{s.Word("description")}</h2><div class="clamp" style="max-height:96px;overflow:hidden"><p>{string.Join("<br>", g.Sentences.Select(Scene.E))}</p></div><button aria-expanded="false">{s.Word("more")}</button></div><div><h2>{s.Word("specs")}</h2><div class="crit"><p>{s.Word("category")}</p><p>{Scene.E(g.Category)}</p></div><div class="crit"><p>{s.Word("brand")}</p><p>{g.Brand}</p></div></div><div><h2>{s.Word("place")}</h2><p data-qa="location">{Scene.E(g.Place)}</p></div><aside><a href="/profile/{g.Bids}">{Scene.E(g.Seller)}</a><p>12 {s.Word("results")}</p><button>{s.Word("message")}</button></aside></article>{Related(s)}
            """, shell: "soup", kilobytes: 120);
    }

    private static string Utility(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/listings/{g.Number}";
        Is(s);
        return s.Page($"""
            <div class="mx-auto max-w-7xl lg:grid lg:grid-cols-2 lg:gap-x-8"><div class="flex flex-col-reverse">{string.Concat(Enumerable.Range(1, 3).Select(n => $"<img class=\"h-full w-full object-cover\" src=\"/uploads/{g.Number}-{n}.webp\" alt=\"\">"))}</div><div class="mt-10 px-4"><h1 class="text-3xl font-bold tracking-tight text-gray-900">{Scene.E(g.Title)}</h1><div class="mt-3"><h2 class="sr-only">Product information</h2><p class="text-3xl tracking-tight text-gray-900">{s.Money(g.Price)}</p></div><div class="mt-6"><h3 class="sr-only">{s.Word("description")}</h3><div class="space-y-6 text-base text-gray-700"><p>{Scene.E(g.Text)}</p></div></div><form class="mt-6"><button class="flex max-w-xs items-center bg-indigo-600">{s.Word("cart")}</button></form><section class="mt-12"><div class="divide-y divide-gray-200 border-t"><div><h3><button><span>{s.Word("delivery")}</span></button></h3><ul role="list"><li>{s.Word("shipping")}</li></ul></div></div></section></div></div><section class="mt-10 border-t"><h2 class="text-xl font-bold">{s.Word("similar")}</h2><div class="grid grid-cols-4">{s.Each(s.Others.Take(4), o => $"<div><a href=\"/listings/{o.Number}\"><img src=\"/uploads/{o.Number}.webp\"><h3>{Scene.E(o.Title)}</h3><p class=\"text-lg font-semibold\">{s.Money(o.Price)}</p></a></div>")}</div></section>
            """, shell: "soup", kilobytes: 60);
    }

    private static string OnRequest(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/furniture/id-{g.Number}/";
        Is(s, priced: false);
        return s.Page($"""
            <div class="item-page"><h1>{Scene.E(g.Title)}</h1><div class="photos">{Gallery(g, 4, "/ph")}</div><div class="cta"><div class="ask">{s.Word("request")}</div><button>{s.Word("message")}</button></div><div class="about"><h2>{s.Word("description")}</h2><p>{Scene.E(g.Text)}</p></div><table class="facts"><tr><th>{s.Word("brand")}</th><td>{g.Brand}</td></tr><tr><th>{s.Word("place")}</th><td>{Scene.E(g.Place)}</td></tr></table></div>{Related(s)}
            """, head: OpenGraph(s), kilobytes: 50);
    }

    private static string MicrodataOld(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/i/{g.Number}.html";
        Is(s);
        return s.Page($"""
            <div itemscope itemtype="http://data-vocabulary.org/Product"><div itemscope itemtype="http://schema.org/Product"><h1><span itemprop="name">{Scene.E(g.Title)}</span></h1><img itemprop="image" src="/static/{g.Number}.jpg"><span itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price">{s.Tongue.Digits(g.Price)}</span> <span itemprop="priceCurrency">{s.Tongue.Currency}</span></span><div itemprop="description">{Paragraphs(g)}</div><div itemprop="aggregateRating" itemscope itemtype="http://schema.org/AggregateRating"><span itemprop="ratingValue">4.2</span>/5 (<span itemprop="reviewCount">{g.Bids}</span>)</div></div></div>{Related(s)}
            """, kilobytes: 20);
    }

    private static string Property(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/object/{g.Number}";
        Is(s, place: g.Place);
        return s.Page($"""
            <div class="obj"><div class="top"><h1 class="obj-title">{Scene.E(g.Title)}</h1><div class="obj-address">{Scene.E(g.Place)}</div></div><ul class="keyfacts"><li><strong>{s.Word("price")}</strong><span>{s.Money(g.Price)}</span></li><li><strong>m²</strong><span>84</span></li><li><strong>{s.Word("category")}</strong><span>{Scene.E(g.Category)}</span></li></ul><div class="costs"><div>{s.Word("delivery")} <span>{s.Money(25 * s.Tongue.Scale)}</span></div><div>{s.Word("vat")}</div></div><div class="obj-text">{Paragraphs(g)}</div><div class="contactbox"><h3>{s.Word("contact")}</h3><p>{Scene.E(g.Seller)}</p><button>{s.Word("message")}</button></div></div>{Related(s)}
            """, kilobytes: 80);
    }

    private static string Handmade(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/listing/{g.Number}/{g.Slug}";
        Is(s);
        return s.Page($"""
            <div class="listing-page"><div class="carousel">{string.Concat(Enumerable.Range(1, 5).Select(n => $"<li><img src=\"https://i.ets.example/{g.Number}{n}/il_794xN.jpg\" data-src-zoom-image=\"https://i.ets.example/{g.Number}{n}/il_fullxfull.jpg\"></li>"))}</div><div class="buy"><div data-buy-box-region="price"><p class="wt-text-title-larger"><span class="wt-screen-reader-only">{s.Word("price")}:</span> {s.Money(g.Price)}{(s.Random.Next(2) == 0 ? "+" : "")}</p>{(g.OldPrice is { } old ? $"<p class=\"wt-text-strikethrough\"><span class=\"wt-screen-reader-only\">{s.Word("was")}:</span>{s.Money(old)}</p>" : "")}<p>{s.Word("vat")}</p></div><h1 data-buy-box-listing-title="true">{Scene.E(g.Title)}</h1><p><a href="/shop/{g.Seller.Length}">{Scene.E(g.Seller)}</a></p><button>{s.Word("cart")}</button></div><div class="details"><h2>{s.Word("specs")}</h2><ul><li>{s.Word("new")}</li></ul><h2>{s.Word("description")}</h2><div data-id="description-text"><p class="break-word">{string.Join("<br>", g.Sentences.Select(Scene.E))}</p></div></div><div class="shipping"><div>{s.Word("delivery")}</div><div>{s.Money(6 * s.Tongue.Scale)}</div></div><div class="reviews">{s.Each(s.Others.Take(4), o => $"<div class=\"review\"><p>{Scene.E(o.Sentences[0])}</p><a href=\"/people/{o.Bids}\">{Scene.E(o.Seller)}</a> {o.Posted:d MMM, yyyy}</div>")}</div></div>{Related(s)}
            """, head: OpenGraph(s) + Product(s), kilobytes: 250);
    }

    private static string WordpressAd(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/ads/{g.Slug}/";
        Is(s, seller: g.Seller);
        return s.Page($"""
            <div class="content_left"><div class="shadowblock"><div class="price-wrap"><p class="post-price">{s.Money(g.Price)}</p></div><h1 class="single-listing"><a href="/ads/{g.Slug}/" title="{Scene.E(g.Title)}">{Scene.E(g.Title)}</a></h1><div class="bigright"><ul><li id="cp_city"><span>{s.Word("place")}:</span> {Scene.E(g.Place)}</li><li id="cp_listed"><span>{s.Word("posted")}:</span> {g.Posted.Day} {s.Tongue.List("months")[g.Posted.Month - 1]} {g.Posted.Year}</li></ul></div><div class="bigleft"><div id="main-pic"><a href="/u/{g.Number}.jpg" class="img-main" rel="colorbox"><img src="/u/{g.Number}-250x200.jpg"></a></div></div><div class="single-main"><h3 class="description-area">{s.Word("description")}</h3>{Paragraphs(g)}</div><div class="note"><strong>ID:</strong> {g.Number:x}</div></div></div><div class="content_right"><div class="tabprice"><div id="priceblock2"><p>{s.Word("seller")}: <a href="/author/{g.Bids}">{Scene.E(g.Seller)}</a></p></div></div><h2>{s.Word("similar")}</h2><ul>{s.Each(s.Others, o => $"<li><a href=\"/ads/{o.Slug}/\">{Scene.E(o.Title)}</a> {s.Money(o.Price)}</li>")}</ul></div>
            """, kilobytes: 60);
    }

    private static string Fashion(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/items/{g.Number}-{g.Slug}";
        Is(s, seller: g.Seller);
        return s.Page($"""
            <div class="item-page"><section class="item-photos">{string.Concat(Enumerable.Range(1, 4).Select(n => $"<figure class=\"item-photo--{n}\"><button><img src=\"https://images1.fash.example/t/{g.Number}{n}/f800/1.jpeg\" alt=\"{Scene.E(g.Title)} {n}\"></button></figure>"))}</section><aside class="item-page-sidebar"><div class="item-page-sidebar-content"><div class="summary"><span class="web_ui__Text__title"><h1>{Scene.E(g.Title)}</h1></span><p>M / 38 · <span>{s.Word("used")}</span> · <a href="/brand/{g.Brand}">{g.Brand}</a></p></div><div class="pricing"><p class="web_ui__Text__subtitle">{s.Money(g.Price)}</p><button><div class="web_ui__Text__title">{s.Money(decimal.Round((g.Price * 1.05m) + (0.7m * s.Tongue.Scale), s.Tongue.Decimals))}</div><span>incl. protection</span></button></div><div class="item-description"><div itemprop="description"><span>{string.Join("<br>", g.Sentences.Select(Scene.E))}</span></div></div><div class="details-list__item"><div>{s.Word("posted")}</div><div><span>2 h</span></div></div><div class="shipping">{s.Word("delivery")} {s.Word("from")} {s.Money(3 * s.Tongue.Scale)}</div></div><div class="seller"><a href="/member/{g.Bids}"><span data-testid="profile-username">{Scene.E(g.Seller)}</span></a></div></aside></div>{Related(s)}
            """, head: OpenGraph(s) + Product(s), kilobytes: 200);
    }

    private static string DefinitionList(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/kleinanzeige/{g.Number}";
        Is(s, seller: g.Seller, place: g.Place, posted: g.Posted);
        return s.Page($"""
            <h1>{Scene.E(g.Title)}</h1><dl><dt>{s.Word("price")}</dt><dd>{s.Money(g.Price)}</dd><dt>{s.Word("place")}</dt><dd>{Scene.E(g.Place)}</dd><dt>{s.Word("seller")}</dt><dd>{Scene.E(g.Seller)}</dd><dt>{s.Word("posted")}</dt><dd>{g.Posted:dd.MM.yyyy}</dd><dt>{s.Word("description")}</dt><dd>{Scene.E(g.Text)}</dd></dl><img src="/bild/{g.Number}.jpg" alt="">
            """, kilobytes: 6);
    }

    private static string ReduxState(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/venta/{g.Number}.htm";
        Is(s);
        string state = JsonSerializer.Serialize(new { detail = new { ad = new { id = g.Number, title = g.Title, body = g.Text, price = new { cashPrice = new { value = g.Price, currency = s.Tongue.Currency } }, images = new[] { $"{s.Host}/{g.Number}.jpg" } }, related = s.Others.Select(o => new { o.Number, o.Title, price = o.Price }) } });
        return s.Page($"<div class=\"page\"><h1 class=\"h-{Surroundings.Hash(s)}\">{Scene.E(g.Title)}</h1><span class=\"p-{Surroundings.Hash(s)}\">{s.Money(g.Price)}</span><div class=\"skeleton\"></div></div><script>window.__INITIAL_STATE__ = {state};</script>", shell: "soup", kilobytes: 60);
    }

    private static string BuyBox(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/{g.Slug}/dp/B0{g.Number:X8}";
        Is(s);
        string Price(decimal amount) => $"<span class=\"a-price\"><span class=\"a-offscreen\">{s.Money(amount)}</span><span aria-hidden=\"true\">{s.Money(amount)}</span></span>";
        return s.Page($"""
            <div id="dp-container"><div id="imgTagWrapperId"><img id="landingImage" src="https://m.media.example/I/{g.Number}._AC_SX300_.jpg" data-old-hires="https://m.media.example/I/{g.Number}._AC_SL1500_.jpg" alt="{Scene.E(g.Title)}"></div><div id="centerCol"><h1 id="title" class="a-size-large a-spacing-none"><span id="productTitle" class="a-size-large product-title-word-break">        {Scene.E(g.Title)}       </span></h1><a id="bylineInfo" href="/stores/x">{g.Brand}</a><span class="a-icon-alt">4.5 out of 5 stars</span><div id="corePriceDisplay_desktop_feature_div">{(g.OldPrice is null ? "" : "<span class=\"savingsPercentage\">-20%</span>")}{Price(g.Price)}{(g.OldPrice is { } old ? $"<span class=\"basisPrice\">{s.Word("was")}: <span class=\"a-price a-text-price\" data-a-strike=\"true\"><span class=\"a-offscreen\">{s.Money(old)}</span></span></span>" : "")}</div><div id="feature-bullets"><h2>About this item</h2><ul class="a-unordered-list">{string.Concat(g.Sentences.Select(t => $"<li class=\"a-spacing-mini\"><span class=\"a-list-item\">{Scene.E(t)}</span></li>"))}</ul></div></div><div id="buybox"><div id="price_inside_buybox">{s.Money(g.Price)}</div><div>{s.Word("delivery")} {s.Money(4 * s.Tongue.Scale)}</div><input type="submit" value="{s.Word("cart")}"></div><div id="sims"><h2>{s.Word("similar")}</h2>{s.Each(s.Others, o => $"<li class=\"a-carousel-card\"><a href=\"/dp/{o.Number}\"><img src=\"https://m.media.example/I/{o.Number}.jpg\"><div>{Scene.E(o.Title)}</div></a>{Price(o.Price)}</li>")}</div></div>
            """, kilobytes: 300);
    }

    private static string FreeItem(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/gratis/{g.Number}";
        Is(s, priced: false, place: g.Place);
        s.Unlabelled("price");
        return s.Page($"""
            <div class="ad"><h1>{Scene.E(g.Title)}</h1><p class="ad-price">{s.Word("free")}</p><p class="ad-place"><span>{s.Word("place")}:</span> <span>{Scene.E(g.Place)}</span></p><div class="ad-body">{Paragraphs(g)}</div></div>{Related(s)}
            """, kilobytes: 20);
    }

    private static string NewsLike(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/{g.Posted:yyyy/MM}/{g.Slug}/";
        Is(s);
        return s.Page($"""
            <article class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">{Scene.E(g.Title)}</h1><div class="entry-meta"><time class="entry-date" datetime="{g.Posted:yyyy-MM-dd}T08:00:00+00:00">{g.Posted:d MMMM yyyy}</time> <span class="byline"><a href="/author/{g.Bids}">{Scene.E(g.Seller)}</a></span></div></header><div class="entry-content">{Paragraphs(g)}<p><strong>{s.Word("price")}: {s.Money(g.Price)}</strong></p><p><img src="/wp-content/uploads/{g.Number}.jpg"></p></div><footer><a href="/tag/x" rel="tag">{Scene.E(g.Category)}</a></footer></article><div id="comments"><h2>{s.Word("reviews")}</h2><ol>{s.Each(s.Others.Take(3), o => $"<li><b>{Scene.E(o.Seller)}</b><p>{Scene.E(o.Sentences[0])}</p></li>")}</ol></div>
            """, aside: $"<h3>{s.Word("recent")}</h3><ul>{s.Each(s.Others, o => $"<li><a href=\"/{o.Slug}/\">{Scene.E(o.Title)}</a></li>")}</ul>", kilobytes: 50);
    }

    private static string Variants(Scene s)
    {
        var g = s.Advert;
        s.Address = $"/produkt/{g.Slug}";
        Is(s);
        return s.Page($"""
            <div class="product-page"><div class="gal">{Gallery(g, 4, "/g")}</div><h1>{Scene.E(g.Title)}</h1><select name="variant"><option value="1" selected>S - {s.Money(g.Price)}</option><option value="2">M - {s.Money(decimal.Round(g.Price * 1.2m, s.Tongue.Decimals))}</option></select><div class="preis"><span class="aktuell">{s.Money(g.Price)}</span> <span class="grund">({s.Money(decimal.Round(g.Price * 4, s.Tongue.Decimals))} / kg)</span></div><p class="hinweis">{s.Word("vat")}, {s.Word("delivery")} {s.Money(5 * s.Tongue.Scale)}</p><button>{s.Word("cart")}</button><div class="accordion"><h3>{s.Word("description")}</h3><div hidden>{Paragraphs(g)}</div><h3>{s.Word("delivery")}</h3><div hidden><p>{s.Word("shipping")}</p></div></div></div>{Related(s)}
            """, kilobytes: 40);
    }
}
