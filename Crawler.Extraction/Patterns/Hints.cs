using System.Text.RegularExpressions;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Patterns;

/// <summary>
/// What the names that page makers give to elements suggest: the vocabulary of class names, ids and data attributes, in the languages of the sites.
/// </summary>
internal static partial class Hints
{
    /// <summary>The node's names, and those of up to <paramref name="steps"/> ancestors below <paramref name="root"/>, in lower case.</summary>
    public static string Names(PageTree tree, int index, int root, int steps)
    {
        string names = tree.Names(index);
        for (int at = tree.Nodes[index].Parent; at >= 0 && steps > 0 && at >= root; at = tree.Nodes[at].Parent, steps--)
        {
            if (tree.Names(at) is { Length: > 0 } outer)
            {
                names += outer;
            }
        }

        return names;
    }

    public static bool SaysTitle(string names) => names.Length > 0 && Title().IsMatch(names);

    public static bool SaysLocation(string names) => names.Length > 0 && Location().IsMatch(names);

    public static bool SaysSeller(string names) => names.Length > 0 && Seller().IsMatch(names);

    public static bool SaysSnippet(string names) => names.Length > 0 && Snippet().IsMatch(names);

    public static bool SaysPrice(string names) => names.Length > 0 && Price().IsMatch(names);

    public static bool SaysOldPrice(string names) => names.Length > 0 && OldPrice().IsMatch(names);

    public static bool SaysCurrentPrice(string names) => names.Length > 0 && CurrentPrice().IsMatch(names);

    public static bool SaysSidePrice(string names) => names.Length > 0 && SidePrice().IsMatch(names);

    public static bool SaysDate(string names) => names.Length > 0 && Date().IsMatch(names);

    public static bool SaysSomethingElse(string names) => names.Length > 0 && Other().IsMatch(names);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Begin = @"(?<![a-z])(?:";
    private const string End = @")(?![a-z])";

    [GeneratedRegex(
        Begin + "title|name|heading|headline|titel|titre|titulo|titolo|tytul|subject|product-?name|productname|itemname|adtitle|caption" + End,
        Options,
        1000)]
    private static partial Regex Title();

    [GeneratedRegex(
        Begin + "location|locality|place|city|town|region|area|address|zip|postcode|postal|geo|plaats|locatie|ort|standort|stadt|adresse|lieu|ville"
            + "|ciudad|ubicacion|citta|comune|lokalizacja|miasto|municipio|localizacao|cidade|where|distance" + End,
        Options,
        1000)]
    private static partial Regex Location();

    [GeneratedRegex(
        Begin + @"seller|vendor|user|username|user-?name|user-?(?:profile|card|info|box)(?:-\w+)*|seller-?(?:info|name|card|profile)|profile|profil"
            + @"|contact-?name|author|shop-?name|store-?name|merchant|member|owner|poster|by-?line|byline|verkaufer|anbieter|verkoper|vendeur"
            + @"|vendedor|venditore|sprzedawca|nick|handle|screen-?name" + End,
        Options,
        1000)]
    private static partial Regex Seller();

    [GeneratedRegex(
        Begin + "desc|description|beschreibung|omschrijving|snippet|teaser|summary|excerpt|abstract|text|body|content|intro|short-?desc|opis" + End,
        Options,
        1000)]
    private static partial Regex Snippet();

    [GeneratedRegex(Begin + "price|prices|preis|prijs|prix|precio|prezzo|cena|preco|amount|cost|pris|hinta" + End, Options, 1000)]
    private static partial Regex Price();

    [GeneratedRegex(
        Begin + "old|was|before|regular|strike|striked|strikethrough|strike-?through|crossed|line-?through|original|previous|uvp|rrp|msrp|list-?price"
            + "|retail|statt|altpreis|streichpreis|van|ancien|barre|antes|tachado|listino|compare|compare-?at|instead|reference|lowest|highest|full" + End,
        Options,
        1000)]
    private static partial Regex OldPrice();

    [GeneratedRegex(Begin + "current|now|sale|special|final|offer|actual|promo|new|your|sales|display|main|value" + End, Options, 1000)]
    private static partial Regex CurrentPrice();

    [GeneratedRegex(
        Begin + "shipping|delivery|versand|unit|base-?price|grundpreis|per-?unit|installments?|parcel\\w*|monthly|saving|savings|discount|rabatt|tax"
            + "|vat|deposit|fee|fees|postage|min|max|coupon|tooltip|badge|lieferung|verzend\\w*" + End,
        Options,
        1000)]
    private static partial Regex SidePrice();

    [GeneratedRegex(Begin + "date|time|datum|posted|published|created|age|ago|when|timestamp|data|fecha|zeit|addon|added" + End, Options, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(
        Begin + "price|preis|prijs|seller|user|author|location|brand|marke|merk|badge|label|tag|tags|flag|rating|review|reviews|stars?|shipping"
            + "|delivery|versand|button|btn|cart|wishlist|favou?rites?|compare|category|breadcrumb|date|time|count|counter|stock|availability|sku"
            + "|discount|tooltip|desc|description|excerpt|snippet|teaser|distance|subtitle|icon|condition|attribute|attributes|size|color" + End,
        Options,
        1000)]
    private static partial Regex Other();
}
