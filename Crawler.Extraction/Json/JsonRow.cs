using System.Text.Json;
using System.Text.RegularExpressions;
using Crawler.Contracts.Listings;
using Crawler.Extraction.Values;
using Crawler.Pages.Addresses;
using Crawler.Pages.Html;
using Crawler.Pages.Json;

namespace Crawler.Extraction.Json;

/// <summary>Reads an object as an advert, by the names that programmers give to such fields.</summary>
internal static partial class JsonRow
{
    private static readonly string[] Titles = ["publictitle", "title", "subject", "adtitle", "headline", "productname", "displaytitle", "heading", "itemtitle",
        "shorttitle", "titel", "titre", "titulo", "titolo", "tytul", "name", "naam", "nom", "nombre", "nome", "label"];
    private static readonly string[] Addresses = ["permalink", "canonicalurl", "weburl", "vipurl", "detailurl", "itemurl", "adurl", "producturl", "listingurl",
        "shareurl", "seourl", "url", "href", "link", "lien", "enlace", "friendlyurl", "uri", "pdpurl", "urlpath", "path", "relativeurl"];
    private static readonly string[] Ids = ["id", "adid", "itemid", "listingid", "listid", "productid", "anzeigeid", "advertentieid", "annonceid", "anuncioid",
        "annuncioid", "ogloszenieid", "pk", "uuid", "uid", "adnumber", "sku", "offerid", "code", "name"];
    private static readonly string[] PriceNames = ["price", "pricedisplay", "displayprice", "currentprice", "saleprice", "finalprice", "priceamount",
        "pricevalue", "askingprice", "pricetext", "formattedprice", "buynowprice", "currentbid", "rentgross", "sellingprice", "pricelabel", "preis", "prijs",
        "prix", "precio", "prezzo", "cena", "preco"];
    private static readonly string[] AmountNames = ["amount", "value", "betrag", "bedrag", "montant", "importe", "importo", "kwota", "valor", "price",
        "formatted", "displayvalue", "display", "text", "raw", "current", "major", "numeric", "sale"];
    private static readonly string[] PriceHolders = ["price", "currentprice", "prices", "pricing", "priceinfo", "offers", "offer", "pricedetails", "saleprice",
        "totalitemprice", "money", "askingprice", "preis", "prijs", "prix", "precio", "prezzo", "cena", "preco"];
    private static readonly string[] Images = ["imageurl", "image", "thumbnailurl", "thumbnail", "coverimage", "picture", "pictureurl", "photo", "photourl",
        "mainimage", "img", "imgurl", "thumb", "bild", "foto", "afbeelding", "imagen", "immagine", "zdjecie", "originalurl", "fullurl", "urllarge", "large",
        "gross", "groot", "grande", "full", "original", "urlfull", "mediaurl", "src", "url", "previewurl", "imageurls", "photourls", "pictureurls",
        "thumbnailurls", "images", "photos", "pictures", "thumbs", "bilder", "fotos", "medium", "small", "klein"];
    private static readonly string[] ImageHolders = ["image", "images", "photo", "photos", "thumbnail", "thumbnails", "picture", "pictures", "coverimage",
        "media", "mainimage", "gallery", "preview", "cover", "imagelist", "mainphoto", "photourls", "imageurls", "thumbs", "mediaattachments", "bild",
        "bilder", "foto", "fotos", "afbeelding", "afbeeldingen", "imagen", "imagenes", "immagine", "immagini", "zdjecia", "galerie"];
    private static readonly string[] Places = ["publicaddress", "locationname", "locationlabel", "cityname", "city", "locality", "location", "place",
        "address", "town", "ort", "standort", "plaats", "ville", "lieu", "ciudad", "citta", "miasto", "cidade", "region", "zipcode"];
    private static readonly string[] PlaceHolders = ["location", "address", "geo", "place", "city", "region", "ort", "plaats", "lieu", "ubicacion"];
    private static readonly string[] Dates = ["publishedat", "published", "datepublished", "createdat", "created", "creationdate", "createdutc", "dateposted",
        "postedat", "posteddate", "postdate", "listedat", "listtime", "origlisttime", "firstpublicationdate", "erstellt", "erstelltam", "geplaatst", "datum",
        "fecha", "data", "date", "insertiondate", "startdate", "timestamp", "time"];
    private static readonly string[] Sellers = ["sellername", "username", "nickname", "screenname", "displayname", "acct", "author", "seller", "shopname",
        "storename", "anbietername", "verkoper", "vendeur", "name", "naam", "nom", "login", "handle", "kennung", "owner", "user"];
    private static readonly string[] SellerHolders = ["seller", "user", "author", "owner", "shop", "account", "vendor", "member", "advertiser", "agency",
        "poster", "profile", "organization", "sellerinformation", "anbieter", "verkaeufer", "verkoper", "adverteerder", "vendeur", "annonceur", "vendedor",
        "anunciante", "venditore", "sprzedawca"];
    private static readonly string[] Snippets = ["description", "beschreibung", "omschrijving", "descripcion", "descrizione", "opis", "descricao", "body",
        "selftext", "snippet", "excerpt", "auszug", "teaser", "summary", "content", "text"];
    /// <summary>Texts that stand for a title where there is none: posts.</summary>
    private static readonly string[] PostTexts = ["content", "text", "body", "message", "caption", "selftext", "bodyhtml", "bodytext", "contenthtml",
        "texthtml", "fulltext", "posttext", "html"];

    /// <summary>Objects that only wrap the advert.</summary>
    private static readonly string[] Wrappers = ["data", "node", "item", "attributes", "listing", "ad", "advert", "product", "article", "basic", "main",
        "content", "details", "result", "hit", "source", "record", "info", "offer"];

    private static readonly string[] Currencies = ["currency", "currencycode", "pricecurrency", "currencyiso", "currencysymbol", "waehrung", "wahrung",
        "valuta", "devise", "moneda", "waluta", "moeda"];

    /// <summary>0 to 1: how much an object looks like an advert.</summary>
    public static double Likeness(JsonElement element)
    {
        var leaves = JsonLeaf.Of(element, 2);
        bool title = leaves.Exists(l => IsOwn(l) && (Titles.Contains(l.Key) || PostTexts.Contains(l.Key)) && l.Value.ValueKind == JsonValueKind.String);
        bool id = leaves.Exists(l => IsOwn(l) && Ids.AsSpan(0, 18).Contains(l.Key));
        bool url = leaves.Exists(l => l.Depth <= 1 && Addresses.Contains(l.Key) && l.Value.ValueKind == JsonValueKind.String);
        bool price = leaves.Exists(IsPrice);
        bool image = leaves.Exists(IsImage);
        bool date = leaves.Exists(l => l.Depth <= 1 && Dates.Contains(l.Key));
        return !title
            ? 0
            : JsonWeights.TitleLikeness
                + (url ? JsonWeights.UrlLikeness : 0)
                + (id ? JsonWeights.IdLikeness : 0)
                + (price ? JsonWeights.PriceLikeness : 0)
                + (image ? JsonWeights.ImageLikeness : 0)
                + (date ? JsonWeights.DateLikeness : 0);
    }

    /// <summary>Null: it has no title, or neither address nor id.</summary>
    public static RowDraft? Read(JsonElement element, string tier, PageAddress address, PriceContext prices, DateContext dates)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var leaves = JsonLeaf.Of(element, 3);
        var row = new RowDraft();
        row.WithTitle(Title(leaves) is { } title ? TitleText.Shortened(PlainText.OnOneLine(title)) : null, tier);
        row.WithUrl(Address(leaves, address), tier);
        row.WithId(Text(leaves, Ids, IsOwn), tier);
        if (row.Title is null || (row.Url is null && row.Id is null))
        {
            return null;
        }

        row.WithPrice(Price(leaves, row.Title, prices), tier).WithImage(Image(leaves, address), tier);
        row.WithLocation(PlaceText.Tidy(Text(leaves, Places, l => l.Depth == 0)
            ?? Text(leaves, [.. Places, "name", "label"], l => PlaceHolders.Contains(l.Holder))), tier);
        row.WithSeller(Text(leaves, Sellers, l => SellerHolders.Contains(l.Holder)) ?? Text(leaves, Sellers.AsSpan(0, 9), l => l.Depth <= 1), tier);
        string? posted = Text(leaves, Dates, l => l.Depth <= 1);
        row.WithPosted(posted, DateReader.Read(posted, dates), tier);
        string? snippet = Text(leaves, Snippets, l => l.Depth <= 1);
        row.WithSnippet(snippet is null ? null : TitleText.Shortened(PlainText.OnOneLine(snippet)), tier);
        row.Sponsored = leaves.Exists(l => l.Key is "sponsored" or "ispromoted" or "promoted" or "isad" or "ispaid" or "topad" or "isfeatured"
            && l.Value.ValueKind == JsonValueKind.True);
        return row;
    }

    /// <summary>In the advert's own object before objects within it; a post's text where there is no title.</summary>
    private static string? Title(List<JsonLeaf> leaves) =>
        Text(leaves, Titles, l => l.Depth == 0) ?? Text(leaves, Titles, l => l.Depth == 1 && IsOwn(l)) ?? Text(leaves, PostTexts, IsOwn);

    private static bool IsOwn(JsonLeaf leaf) => leaf.Depth == 0 || (leaf.Depth == 1 && Wrappers.Contains(leaf.Holder));

    public static PriceTag? Price(List<JsonLeaf> leaves, string title, PriceContext context)
    {
        string? currency = Text(leaves, Currencies, _ => true);
        foreach (var leaf in Ranked(leaves, PriceNames, l => l.Depth <= 2).Concat(Ranked(leaves, AmountNames, l => PriceHolders.Contains(l.Holder))))
        {
            string? text = JsonText.Scalar(leaf.Value);
            if (leaf.Value.ValueKind == JsonValueKind.True || string.IsNullOrWhiteSpace(text) || text.Length > 80)
            {
                continue;
            }

            // No currency anywhere: one in the title's own price ("Flat - CHF 1'200") is that of the number.
            string? hint = currency ?? Values.Currencies.In(title, context.Country) ?? context.CurrencyHint;
            var price = leaf.Value.ValueKind == JsonValueKind.Number
                ? PriceReader.FromData(text, hint, context with { CurrencyHint = hint })
                : PriceReader.Read(text, context with { CurrencyHint = hint });
            if (price is not null)
            {
                return price;
            }
        }

        return null;
    }

    public static string? Image(List<JsonLeaf> leaves, PageAddress address)
    {
        foreach (var leaf in Ranked(leaves, Images, IsImage).Concat(leaves.Where(l => IsImage(l) && Array.IndexOf(Images, l.Key) < 0)))
        {
            if (JsonText.Scalar(leaf.Value) is { } text && LooksLikeImage(text, leaf) && !ImageReader.IsPlaceholder(text) && address.Resolve(text) is { } url)
            {
                return url.AbsoluteUri;
            }
        }

        return null;
    }

    public static string? Text(List<JsonLeaf> leaves, ReadOnlySpan<string> names, Func<JsonLeaf, bool> where)
    {
        foreach (string name in names)
        {
            foreach (var leaf in leaves)
            {
                if (leaf.Key == name && leaf.Value.ValueKind != JsonValueKind.True && where(leaf) && JsonText.Scalar(leaf.Value) is { Length: > 0 } text
                    && !string.IsNullOrWhiteSpace(text))
                {
                    return text.Trim();
                }
            }
        }

        return null;
    }

    private static string? Address(List<JsonLeaf> leaves, PageAddress address)
    {
        foreach (var leaf in Ranked(leaves, Addresses, l => l.Depth <= 1 && !ImageHolders.Contains(l.Holder) && !SellerHolders.Contains(l.Holder)
            && l.Holder is not ("category" or "categories" or "breadcrumb" or "breadcrumbs")))
        {
            if (leaf.Value.ValueKind == JsonValueKind.String && JsonText.Scalar(leaf.Value) is { Length: > 1 } text
                && (text[0] == '/' || text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                    || (leaf.Key.Contains("url", StringComparison.Ordinal) && text.Contains('/', StringComparison.Ordinal))))
            {
                return text[0] == '/' && Whole(leaves, text) is { } whole ? address.Canonical(whole) : address.Canonical(text);
            }
        }

        return null;
    }

    /// <summary>Another field holds the same path with its host: an interface's own host is not where the advert is.</summary>
    private static string? Whole(List<JsonLeaf> leaves, string path)
    {
        foreach (var leaf in leaves)
        {
            if (leaf.Value.ValueKind == JsonValueKind.String && JsonText.Scalar(leaf.Value) is { } text && text.Length > path.Length
                && text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && text.Contains(path, StringComparison.Ordinal))
            {
                return text;
            }
        }

        return null;
    }

    private static IEnumerable<JsonLeaf> Ranked(List<JsonLeaf> leaves, string[] names, Func<JsonLeaf, bool> where) =>
        leaves.Where(l => where(l) && Array.IndexOf(names, l.Key) >= 0).OrderBy(l => Array.IndexOf(names, l.Key) + 3 * l.Depth);

    private static bool IsPrice(JsonLeaf leaf) =>
        leaf.Value.ValueKind != JsonValueKind.True && ((leaf.Depth <= 1 && PriceNames.Contains(leaf.Key))
            || (PriceHolders.Contains(leaf.Holder) && AmountNames.Contains(leaf.Key)));

    private static bool IsImage(JsonLeaf leaf) =>
        leaf.Value.ValueKind == JsonValueKind.String && !SellerHolders.Contains(leaf.Holder)
            && (SaysImage(leaf.Holder) || (leaf.Depth <= 1 && SaysImage(leaf.Key)));

    private static bool SaysImage(string name) => ImageHolders.Contains(name) || Images.AsSpan(0, 14).Contains(name)
        || (name.Length > 3 && ImageName().IsMatch(name));

    [GeneratedRegex(
        @"^(?!.*(?:avatar|logo|icon|badge|flag|placeholder|profile|seller|user|alt|title|caption|count|id$|ids$))(?:.*(?:image|photo|picture|thumb"
            + @"|cover|poster|foto|bild|zdjec|imagen|immagin|media).*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        200)]
    private static partial Regex ImageName();

    private static bool LooksLikeImage(string text, JsonLeaf leaf) =>
        text.Length > 8 && text.Contains('/', StringComparison.Ordinal) && text.AsSpan().IndexOfAny(' ', '{', '<') < 0
            && (text[0] == '/' || text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || leaf.Key.Contains("url", StringComparison.Ordinal));
}
