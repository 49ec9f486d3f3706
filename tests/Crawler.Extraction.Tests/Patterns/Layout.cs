using System.Globalization;
using System.Text;

namespace Crawler.Extraction.Tests.Patterns;

/// <summary>Result pages of many kinds of layout, made of the same adverts, with the furniture that surrounds them on real sites.</summary>
internal static class Layout
{
    private static readonly string[] Things =
    [
        "Oude viool met strijkstok", "Porseleinen beeldje hond", "Antieke koperen lamp", "Houten schaakspel handwerk", "Fiets Gazelle dames 28 inch", "Zilveren theelepels set van zes", "Leren jas maat L",
        "Boeken over tuinieren", "Keramische vaas blauw", "Vintage platenspeler", "Messing kandelaar paar", "Wandklok Friese staart", "Linnen tafelkleed", "Kinderfiets rood 16 inch", "Glazen karaf geslepen",
        "Rieten stoel", "Tinnen schotel 1850", "Gitaar Yamaha klassiek", "Olieverf schilderij haven", "Globe uit jaren 60", "Postzegels verzameling", "Emaille bord reclame", "Treinset H0", "Damast servetten",
    ];

    public sealed record Advert(int Number, string Title, string Url, decimal Price, string PriceText, string Image, string Place, string Posted, string Seller);

    public static IReadOnlyList<Advert> Adverts(int count) =>
        [.. Enumerable.Range(0, count).Select(i =>
        {
            decimal price = 10 + i * 37 % 900 + (i % 3 == 0 ? 0.5m : 0);
            string title = Things[i % Things.Length] + (i >= Things.Length ? $" nummer {i}" : "");
            return new Advert(
                i, title, $"/ad/{title.ToLowerInvariant().Replace(' ', '-')}-{70001234 + i * 13}", price, price.ToString("0.00", CultureInfo.GetCultureInfo("nl-NL")),
                $"/media/{i}/photo-{i}.jpg", i % 2 == 0 ? $"{9000 + i} Gent" : $"{1000 + i} Brussel", $"{1 + i % 28}-03-2025", $"verkoper{i % 7}");
        })];

    /// <summary>A page: header, navigation, filters, the rows, paging, related items, footer.</summary>
    public static string Page(string rows, bool related = true, string head = "") => $"""
        <!doctype html><html lang="nl"><head><title>Resultaten</title>{head}</head><body>
        <header><a href="/">Markt</a><form action="/search"><input name="q"></form><ul class="menu">{Links("/c/", 14, "Categorie")}</ul></header>
        <nav class="crumbs"><a href="/">Home</a> › <a href="/c/1">Antiek</a></nav>
        <div class="wrap"><aside class="sidebar"><h3>Filters</h3><ul>{Links("/f/", 30, "Merk")}</ul></aside>
        <div class="content"><h1>Antiek te koop</h1>{rows}
        <ul class="paging"><li><span class="current">1</span></li><li><a href="/search?q=x&amp;page=2">2</a></li><li><a href="/search?q=x&amp;page=3">3</a></li><li><a href="/search?q=x&amp;page=2">Volgende</a></li></ul>
        {(related ? Related() : "")}</div></div>
        <footer><ul>{Links("/help/", 20, "Hulp")}</ul></footer></body></html>
        """;

    public static string Each(IReadOnlyList<Advert> adverts, Func<Advert, string> row) => string.Concat(adverts.Select(row));

    private static string Links(string start, int count, string word)
    {
        var links = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            links.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{start}{i}\">{word} {i}</a></li>");
        }

        return links.ToString();
    }

    private static string Related() =>
        "<section><h2>Misschien ook interessant</h2><div class=\"slider\">"
        + Each(Adverts(8), a => $"<div class=\"slide\"><a href=\"/ad/other-{5550000 + a.Number}\"><img src=\"/media/o{a.Number}.jpg\" alt=\"\"><b>Ander ding {a.Number}</b></a><span>€ {a.PriceText}</span></div>") + "</div></section>";
}
