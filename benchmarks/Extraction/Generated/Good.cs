using System.Globalization;
using System.Text;

namespace Extraction.Benchmarks.Generated;

/// <summary>Something offered on a generated page; what of it a page shows is the page's own matter.</summary>
internal sealed record Good
{
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required decimal Price { get; init; }

    public decimal? OldPrice { get; init; }

    public required string Place { get; init; }

    public required string Seller { get; init; }

    public required DateOnly Posted { get; init; }

    public required string Category { get; init; }

    public required string Brand { get; init; }

    public required IReadOnlyList<string> Sentences { get; init; }

    public required int Bids { get; init; }

    /// <summary>The price with a point and no groups, as machine-readable attributes have it.</summary>
    public string Plain => Price.ToString("0.00", CultureInfo.InvariantCulture);

    public string Text => string.Join(' ', Sentences);

    public string Slug { get; private init; } = "";

    public static Good Make(Tongue tongue, Random random, int number)
    {
        string Pick(string list) => tongue.List(list)[random.Next(tongue.List(list).Length)];
        string brand = Brands[random.Next(Brands.Length)], noun = Pick("nouns"), adjective = Pick("adjectives");
        string title = random.Next(9) switch
        {
            0 => $"{adjective} {noun}",
            1 => $"{noun} {brand} {random.Next(100, 990)}",
            2 => $"{brand} {noun} {adjective}, {random.Next(20, 90)} cm",
            3 => $"{noun} & {Pick("nouns")} – {adjective}",
            4 => $"{noun} ({random.Next(1880, 1990)})",
            5 => $"{random.Next(2, 12)} x {noun} {brand}",
            6 => $"{adjective} {noun} \"{brand}\"",
            7 => $"{noun} {adjective} {brand} no. {random.Next(10, 99)} {Pick("adjectives")} {Pick("nouns")} {random.Next(1900, 2020)}",
            _ => $"{noun}, {adjective} {brand}",
        };
        title = char.ToUpper(title[0], CultureInfo.InvariantCulture) + title[1..] + (random.Next(3) == 0 ? "" : $" {(char)('A' + random.Next(26))}{number % 1000}");
        decimal price = decimal.Round(Amount(random) * tongue.Scale, tongue.Decimals == 0 || random.Next(2) == 0 ? 0 : 2);
        return new Good
        {
            Number = number,
            Title = title,
            Slug = Slugged(title),
            Price = price,
            OldPrice = random.Next(4) == 0 ? decimal.Round(price * 1.25m, tongue.Decimals) : null,
            Place = Pick("places"),
            Seller = Sellers[random.Next(Sellers.Length)] + (random.Next(2) == 0 ? random.Next(10, 99).ToString(CultureInfo.InvariantCulture) : ""),
            Posted = new DateOnly(2026, 1, 1).AddDays(random.Next(300)),
            Category = Pick("categories"),
            Brand = brand,
            Bids = random.Next(0, 30),
            Sentences = [.. Enumerable.Range(0, 3 + random.Next(3)).Select(_ => Pick("sentences"))],
        };
    }

    private static readonly string[] Brands = ["Kienzle", "Orfevra", "Mauthe", "Lumea", "Norwick", "Tessuti", "Halden", "Corvo", "Elmira", "Junghild", "Vasco", "Peltzer"];

    private static readonly string[] Sellers = ["annemiek", "retro_loft", "Jan de Wit", "petra-k", "Maison Blanche", "oldtimes", "M. Rossi", "kupiec", "Grenier 22", "the_attic"];

    private static decimal Amount(Random random) => random.Next(5) switch
    {
        0 => random.Next(1, 20) + 0.95m,
        1 => random.Next(20, 100) + (random.Next(0, 100) / 100m),
        2 => random.Next(100, 1000),
        3 => random.Next(1000, 4800) + 0.5m,
        _ => random.Next(5, 250),
    };

    private static string Slugged(string title)
    {
        var slug = new StringBuilder();
        foreach (char c in title.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
