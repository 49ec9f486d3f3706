using System.Text.Json;
using System.Text.Json.Nodes;

namespace Extraction.Benchmarks.Generated;

/// <summary>Result pages whose rows stand (also, or only) in data meant for the page's own scripts.</summary>
internal static class ScriptStyles
{
    public static IReadOnlyList<Style> All { get; } =
    [
        new("next-data-only", 30, NextDataOnly),
        new("next-flight", 24, NextFlight),
        new("nuxt2-function", 20, NuxtState),
        new("nuxt3-payload", 20, NuxtPayload),
        new("apollo-refs", 22, ApolloRefs),
        new("redux-escaped", 25, ReduxEscaped),
        new("angular-transfer-state", 18, AngularTransfer),
        new("remix-context", 20, RemixContext),
        new("json-in-attribute", 24, JsonInAttribute),
        new("jsonld-itemlist", 16, ItemListWithProducts),
        new("jsonld-behind-cards", 20, LinkedDataBehindCards),
        new("microdata-cards", 20, MicrodataCards),
        new("rdfa-list", 12, Rdfa),
        new("json-answer", 25, JsonAnswer) { Extension = ".json" },
        new("json-answer-hits", 20, JsonHits) { Extension = ".json" },
        new("json-answer-graph", 20, JsonEdges) { Extension = ".json" },
        new("data-layer-and-cards", 20, DataLayerAndCards),
        new("custom-elements", 18, CustomElements),
    ];

    private static string Shell(Scene s, string script) => s.Page($"<div id=\"__next\"><div class=\"loader\"><span></span></div></div>{script}", shell: "bare", kilobytes: 40);

    private static string NextDataOnly(Scene s)
    {
        s.Address = "/s?query=a";
        s.Link = g => $"/a/{g.Slug}/{g.Number}";
        s.Picture = g => $"https://cache.wh.example/mmo/{g.Number}.jpg";
        s.Place = g => g.Place;
        var state = new { props = new { pageProps = new { user = (object?)null, searchResult = new { rowsFound = 300, pageRequested = 1, navigators = s.Tongue.List("categories").Select((c, i) => new { label = c, hits = i * 9, url = $"/c/{i}" }), adverts = s.Goods.Select(g => new { id = $"{g.Number}", title = g.Title, url = s.Link(g), price = g.Price, currency = s.Tongue.Currency, location = g.Place, images = new[] { new { main = s.Picture(g) } }, publishedAt = $"{g.Posted:yyyy-MM-dd}T09:00:00Z", seller = new { name = g.Seller } }) } } }, page = "/s", buildId = "x" };
        return Shell(s, $"<script id=\"__NEXT_DATA__\" type=\"application/json\">{JsonSerializer.Serialize(state)}</script>");
    }

    private static string NextFlight(Scene s)
    {
        s.Address = "/search?term=a";
        s.Link = g => $"/item/{g.Number}";
        s.Picture = g => $"https://cdn.fl.example/i/{g.Number}.webp";
        string items = JsonSerializer.Serialize(s.Goods.Select(g => new { itemId = g.Number, name = g.Title, href = s.Link(g), price = new { amount = g.Price, currencyCode = s.Tongue.Currency }, imageUrl = s.Picture(g), condition = "used" }));
        string flight = $"5:[\"$\",\"$L12\",null,{{\"initialData\":{{\"total\":90,\"items\":{items}}},\"locale\":\"{s.Tongue.Code}\"}}]\n";
        int cut = flight.Length / 2;
        return Shell(s, $"<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,{JsonSerializer.Serialize("1:\"$Sreact.fragment\"\n2:I[123,[],\"\"]\n")}])</script><script>self.__next_f.push([1,{JsonSerializer.Serialize(flight[..cut])}])</script><script>self.__next_f.push([1,{JsonSerializer.Serialize(flight[cut..])}])</script>");
    }

    private static string NuxtState(Scene s)
    {
        s.Address = "/lista?q=a";
        s.Link = g => $"/anuncio/{g.Number}-{g.Slug}";
        s.Picture = g => $"https://cdn.mi.example/{g.Number}.jpg";
        s.Place = g => g.Place;
        string rows = string.Join(',', s.Goods.Select(g => $"{{id:{g.Number},title:{Scene.Json(g.Title)},price:{{value:{g.Plain},currency:a}},url:{Scene.Json(s.Link(g)!)},photo:{Scene.Json(s.Picture(g)!)},city:{Scene.Json(g.Place)},isPro:b}}"));
        return Shell(s, $"<script>window.__NUXT__=(function(a,b,c){{return {{layout:\"default\",data:[{{ads:{{total:812,list:[{rows}]}}}}],error:c,serverRendered:true}}}}(\"{s.Tongue.Currency}\",false,null));</script>");
    }

    private static string NuxtPayload(Scene s)
    {
        s.Address = "/zoek?q=a";
        s.Link = g => $"/p/{g.Number}/{g.Slug}";
        s.Picture = g => $"https://cdn.nx.example/{g.Number}.jpg";
        var flat = new List<JsonNode?>();
        int Add(JsonNode? node)
        {
            flat.Add(node);
            return flat.Count - 1;
        }

        Add(null);
        int root = Add(new JsonObject());
        var list = new JsonArray();
        foreach (var good in s.Goods)
        {
            list.Add(Add(new JsonObject { ["id"] = Add(good.Number), ["name"] = Add(good.Title), ["price"] = Add(good.Price), ["currency"] = Add(s.Tongue.Currency), ["url"] = Add(s.Link(good)), ["image"] = Add(s.Picture(good)) }));
        }

        flat[0] = new JsonArray("ShallowReactive", root);
        ((JsonObject)flat[root]!)["data"] = Add(new JsonObject { ["search"] = Add(new JsonObject { ["products"] = Add(list), ["total"] = Add(99) }) });
        ((JsonObject)flat[root]!)["serverRendered"] = Add(true);
        return Shell(s, $"<script type=\"application/json\" data-nuxt-data=\"nuxt-app\" data-ssr=\"true\" id=\"__NUXT_DATA__\">{new JsonArray([.. flat]).ToJsonString()}</script>");
    }

    private static string ApolloRefs(Scene s)
    {
        s.Address = "/marketplace?q=a";
        s.Link = g => $"/marketplace/item/{g.Number}/";
        s.Picture = g => $"https://scontent.ap.example/{g.Number}.jpg";
        var cache = new JsonObject();
        var edges = new JsonArray();
        foreach (var good in s.Goods)
        {
            cache[$"Image:{good.Number}"] = new JsonObject { ["__typename"] = "Image", ["uri"] = s.Picture(good) };
            cache[$"Listing:{good.Number}"] = new JsonObject { ["__typename"] = "Listing", ["id"] = $"{good.Number}", ["title"] = good.Title, ["url"] = s.Link(good), ["price"] = new JsonObject { ["amount"] = good.Plain, ["currency"] = s.Tongue.Currency }, ["primaryImage"] = new JsonObject { ["__ref"] = $"Image:{good.Number}" } };
            edges.Add(new JsonObject { ["node"] = new JsonObject { ["__ref"] = $"Listing:{good.Number}" } });
        }

        cache["ROOT_QUERY"] = new JsonObject { ["__typename"] = "Query", ["search({\"q\":\"a\"})"] = new JsonObject { ["edges"] = edges } };
        return Shell(s, $"<script>window.__APOLLO_STATE__={cache.ToJsonString()};window.__ENV__={{\"API\":\"https://api.example\"}}</script>");
    }

    private static string ReduxEscaped(Scene s)
    {
        s.Address = "/buscar?kw=a";
        s.Link = g => $"/venta/{g.Slug}-{g.Number}.htm";
        s.Picture = g => $"https://img.mil.example/api/v1/{g.Number}";
        s.Place = g => g.Place;
        string state = JsonSerializer.Serialize(new { adList = new { pagination = new { total = 400 }, ads = s.Goods.Select(g => new { id = g.Number, title = g.Title, url = s.Link(g), price = new { cashPrice = new { value = g.Price, currency = s.Tongue.Currency } }, location = new { city = new { name = g.Place } }, images = new[] { s.Picture(g) }, publishDate = $"{g.Posted:yyyy-MM-dd}T10:00:00Z", sellType = "supply" }) }, ui = new { open = false } });
        return Shell(s, $"<script>window.__INITIAL_PROPS__ = JSON.parse({JsonSerializer.Serialize(state)});</script>");
    }

    private static string AngularTransfer(Scene s)
    {
        s.Address = "/search;q=a";
        s.Link = g => $"/offer/{g.Number}";
        s.Picture = g => $"https://cdn.ng.example/{g.Number}.jpg";
        string state = JsonSerializer.Serialize(new Dictionary<string, object> { ["G.https://api.example/search?q=a"] = new { body = new { content = s.Goods.Select(g => new { offerId = g.Number, title = g.Title, link = s.Link(g), priceAmount = g.Price, priceCurrency = s.Tongue.Currency, thumbnail = s.Picture(g) }), totalElements = 500, last = false } } });
        return s.Page($"<app-root ng-version=\"17.0.0\"><router-outlet></router-outlet></app-root><script id=\"app-root-state\" type=\"application/json\">{(s.Random.Next(2) == 0 ? state : state.Replace("\"", "&q;", StringComparison.Ordinal))}</script>", shell: "bare", kilobytes: 30);
    }

    private static string RemixContext(Scene s)
    {
        s.Address = "/browse?q=a";
        s.Link = g => $"/listing/{g.Slug}";
        s.Picture = g => $"https://media.rx.example/{g.Number}/main.jpg";
        string state = JsonSerializer.Serialize(new { state = new { loaderData = new Dictionary<string, object?> { ["root"] = new { user = (string?)null }, ["routes/browse"] = new { results = s.Goods.Select(g => new { id = $"lst_{g.Number}", title = g.Title, path = s.Link(g), price = g.Price, currency = s.Tongue.Currency, image = new { url = s.Picture(g), width = 800 } }) } } } });
        return Shell(s, $"<script>window.__remixContext = {state};</script>");
    }

    private static string JsonInAttribute(Scene s)
    {
        s.Address = "/search/?keyword=a";
        s.Link = g => $"/en/item/{g.Number}.html";
        s.Picture = g => $"https://ae01.al.example/kf/{g.Number}.jpg";
        string state = JsonSerializer.Serialize(new { total = 1000, products = s.Goods.Select(g => new { productId = g.Number, productTitle = g.Title, productUrl = s.Link(g), salePrice = new { value = g.Price, currency = s.Tongue.Currency, formatted = s.Money(g.Price) }, image = s.Picture(g), tradeCount = g.Bids }) });
        return s.Page($"<div id=\"search-app\" data-component=\"SearchResults\" data-props=\"{Scene.E(state)}\"></div>", kilobytes: 60);
    }

    private static string ItemListWithProducts(Scene s)
    {
        s.Address = "/katalog?q=a";
        s.Link = g => $"{s.Host}/katalog/{g.Slug}";
        s.Picture = g => $"{s.Host}/bilder/{g.Number}.jpg";
        string list = JsonSerializer.Serialize(new Dictionary<string, object> { ["@context"] = "https://schema.org", ["@type"] = "ItemList", ["numberOfItems"] = s.Goods.Count, ["itemListElement"] = s.Goods.Select((g, i) => new Dictionary<string, object> { ["@type"] = "ListItem", ["position"] = i + 1, ["item"] = new Dictionary<string, object?> { ["@type"] = "Product", ["name"] = g.Title, ["url"] = s.Link(g), ["image"] = s.Picture(g), ["offers"] = new Dictionary<string, object> { ["@type"] = "Offer", ["price"] = g.Plain, ["priceCurrency"] = s.Tongue.Currency } } }) });
        return s.Page($"<div id=\"app\"><noscript>JavaScript</noscript></div>", head: $"<script type=\"application/ld+json\">{list}</script>", kilobytes: 40);
    }

    private static string LinkedDataBehindCards(Scene s)
    {
        s.Address = "/onderwerp/a";
        s.Link = g => $"{s.Host}/pr/{g.Number}/{g.Slug}.html";
        s.Picture = g => $"{s.Host}/beeld/{g.Number}.jpg";
        s.NextIs("/onderwerp/a?pagina=2");
        string list = JsonSerializer.Serialize(s.Goods.Select(g => new Dictionary<string, object?> { ["@context"] = "http://schema.org", ["@type"] = "Product", ["name"] = g.Title, ["url"] = s.Link(g), ["image"] = new[] { s.Picture(g) }, ["brand"] = new { name = g.Brand }, ["offers"] = new Dictionary<string, object> { ["@type"] = "Offer", ["price"] = g.Price, ["priceCurrency"] = s.Tongue.Currency, ["availability"] = "http://schema.org/InStock" } }));
        return s.Page($"""
            <div class="kaarten">{s.Each(g => $"<div class=\"kaart\"><a href=\"/pr/{g.Number}/{g.Slug}.html\"><span class=\"plaatje\"><img data-src=\"/beeld/{g.Number}.jpg\" class=\"lui\" alt=\"\"></span><span class=\"naam\">{Scene.E(g.Title)}</span></a><span class=\"bedrag\">{s.Tongue.Digits(g.Price)}</span></div>")}</div><a rel="next" href="/onderwerp/a?pagina=2">{s.Word("more")}</a>
            """, head: $"<script type=\"application/ld+json\">{list}</script>", kilobytes: 50);
    }

    private static string MicrodataCards(Scene s)
    {
        s.Address = "/c/antik.html";
        s.Link = g => $"/a/{g.Number}.html";
        s.Picture = g => $"/static/{g.Number}.jpg";
        s.NextIs("/c/antik.html?p=1");
        return s.Page($"""
            <div itemscope itemtype="http://schema.org/ItemList">{s.Each(g => $"<div itemprop=\"itemListElement\" itemscope itemtype=\"http://schema.org/Product\"><meta itemprop=\"sku\" content=\"{g.Number}\"><a itemprop=\"url\" href=\"{s.Link(g)}\"><img itemprop=\"image\" src=\"{s.Picture(g)}\" alt=\"\"><span itemprop=\"name\">{Scene.E(g.Title)}</span></a><div itemprop=\"offers\" itemscope itemtype=\"http://schema.org/Offer\"><meta itemprop=\"priceCurrency\" content=\"{s.Tongue.Currency}\"><span itemprop=\"price\" content=\"{g.Plain}\">{s.Money(g.Price)}</span></div></div>")}</div><div class="pg"><a href="/c/antik.html?p=1" class="nx"><img src="/i/right.gif" alt="{s.Word("next")}"></a></div>
            """, aside: s.Facets(), kilobytes: 20);
    }

    private static string Rdfa(Scene s)
    {
        s.Address = "/vente/";
        s.Link = g => $"/vente/{g.Number}";
        s.Picture = g => $"/ph/{g.Number}.jpeg";
        s.NextIs("/vente/?page=1");
        return s.Page($"""
            <div class="view-content" vocab="http://schema.org/">{s.Each(g => $"<div class=\"views-row\"><div class=\"node node-ad\" typeof=\"Product\" resource=\"{s.Link(g)}\"><h2><a href=\"{s.Link(g)}\" property=\"url\"><span property=\"name\">{Scene.E(g.Title)}</span></a></h2><div class=\"field\"><img property=\"image\" src=\"{s.Picture(g)}\" alt=\"\"></div><div class=\"field field-price\" property=\"offers\" typeof=\"Offer\"><span class=\"field-label\">{s.Word("price")}:&nbsp;</span><span property=\"price\" content=\"{g.Plain}\">{s.Money(g.Price)}</span><span property=\"priceCurrency\" content=\"{s.Tongue.Currency}\"></span></div><ul class=\"links\"><li><a href=\"{s.Link(g)}\" rel=\"tag\">{s.Word("details")}<span class=\"element-invisible\"> {Scene.E(g.Title)}</span></a></li></ul></div></div>")}</div><ul class="pager"><li class="pager-current">1</li><li class="pager-item"><a href="/vente/?page=1">2</a></li><li class="pager-next"><a href="/vente/?page=1">{s.Tongue["next"].ToLowerInvariant()} ›</a></li><li class="pager-last"><a href="/vente/?page=8">» »</a></li></ul>
            """, kilobytes: 20);
    }

    private static string JsonAnswer(Scene s)
    {
        s.Address = "/api/v2/search?q=a";
        s.Link = g => $"{s.Host}/ad/{g.Number}";
        s.Picture = g => $"https://img.api.example/{g.Number}.jpg";
        s.Place = g => g.Place;
        return JsonSerializer.Serialize(new { meta = new { total = 900, took = 12 }, filters = s.Tongue.List("categories").Select(c => new { name = c, count = c.Length }), data = s.Goods.Select(g => new { id = g.Number, type = "classified", attributes = new { title = g.Title, body = g.Text, price = new { amount = g.Price, currency = s.Tongue.Currency }, location = new { city = g.Place, lat = 51.1, lon = 4.2 }, url = s.Link(g), images = new[] { new { url = s.Picture(g), w = 800, h = 600 } }, createdAt = $"{g.Posted:yyyy-MM-dd}T12:00:00Z", user = new { id = g.Bids, nickname = g.Seller } } }) });
    }

    private static string JsonHits(Scene s)
    {
        s.Address = "/1/indexes/products/query";
        s.Link = g => $"/produkt/{g.Slug}-{g.Number}";
        s.Picture = g => $"//img.alg.example/{g.Number}/main.png";
        return JsonSerializer.Serialize(new { results = new[] { new { hits = s.Goods.Select(g => new { objectID = $"{g.Number}", name = g.Title, permalink = s.Link(g), price = g.Price, currency = s.Tongue.Currency, thumbnail_url = s.Picture(g), brand = g.Brand, _highlightResult = new { name = new { value = $"<em>{g.Title}</em>", matchLevel = "full" } } }), nbHits = 99, page = 0, facets = new { brand = new Dictionary<string, int> { ["Kienzle"] = 4, ["Vasco"] = 9 } } } } });
    }

    private static string JsonEdges(Scene s)
    {
        s.Address = "/graphql";
        s.Link = g => $"{s.Host}/listing/{g.Number}";
        s.Picture = g => $"{s.Host}/img/{g.Number}.jpg";
        return JsonSerializer.Serialize(new { data = new { search = new { edges = s.Goods.Select(g => new { cursor = "c" + g.Number, node = new { listingId = $"{g.Number}", subject = g.Title, canonicalUrl = s.Link(g), askingPrice = new { value = g.Plain, currencyCode = s.Tongue.Currency }, primaryPhoto = new { src = s.Picture(g) } } }), pageInfo = new { hasNextPage = true, endCursor = "c9" } } } });
    }

    private static string DataLayerAndCards(Scene s)
    {
        s.Address = "/pl/szukaj?szukaj=a";
        s.Link = g => $"{s.Host}/pl/p/{g.Slug}/{g.Number}";
        s.Picture = g => $"{s.Host}/userdata/public/gfx/{g.Number}.webp";
        s.NextIs($"{s.Host}/pl/szukaj/2?szukaj=a");
        return s.Page($"""
            <div class="products viewphot">{s.Each(g => $"<div class=\"product\" data-product-id=\"{g.Number}\" data-category=\"{Scene.E(g.Category)}\" data-producer=\"{g.Brand}\"><div class=\"product-inner-wrap\"><a class=\"prodimage f-row\" href=\"{s.Link(g)}\" title=\"{Scene.E(g.Title)}\"><span class=\"f-grid-12 img-wrap\"><img src=\"/public/images/1px.gif\" data-src=\"{s.Picture(g)}\" alt=\"{Scene.E(g.Title)}\"></span></a><a class=\"prodname f-row\" href=\"{s.Link(g)}\" title=\"{Scene.E(g.Title)}\"><span class=\"productname\">{Scene.E(g.Title)}</span></a><div class=\"price f-row\"><em>{s.Money(g.Price)}</em><span class=\"price-name\">{s.Word("vat")}</span></div><div class=\"buttons f-row\"><form><fieldset><button class=\"addtobasket btn btn-red\"><span>{s.Word("cart")}</span></button></fieldset></form><a href=\"{s.Link(g)}\" class=\"details\">{s.Word("details")}</a></div></div></div>")}</div><ul class="paginator"><li class="selected"><span class="current">1</span></li><li><a href="{s.Host}/pl/szukaj/2?szukaj=a">2</a></li><li class="last"><a href="{s.Host}/pl/szukaj/2?szukaj=a">&raquo;</a></li></ul>
            """, aside: s.Facets(), head: $"<script>dataLayer.push({{'event':'impressions','ecommerce':{{'impressions':{JsonSerializer.Serialize(s.Goods.Concat(s.Others).Select((g, i) => new { name = g.Title, id = g.Number, price = g.Plain, brand = g.Brand, position = i }))}}}}});</script>");
    }

    private static string CustomElements(Scene s)
    {
        s.Address = "/k/antik?keyword=a";
        s.Link = g => $"/annonce/{g.Number}";
        s.Picture = g => $"https://billeder.el.example/{g.Number}.jpg";
        s.NextIs("/k/antik?keyword=a&side=2");
        return s.Page($"""
            <search-results>{s.Each(g => $"<ad-card ad-id=\"{g.Number}\"><a slot=\"link\" href=\"{s.Link(g)}\"><ad-image><img src=\"{s.Picture(g)}\" alt=\"\"></ad-image><ad-title>{Scene.E(g.Title)}</ad-title><ad-price>{s.Money(g.Price)}</ad-price></a><ad-seller><a href=\"/bruger/{g.Seller.Length}\">{Scene.E(g.Seller)}</a></ad-seller></ad-card>")}</search-results><pager-element><a href="/k/antik?keyword=a&amp;side=2"><span>{s.Word("next")}</span></a></pager-element>
            """, shell: "soup", kilobytes: 30);
    }
}
