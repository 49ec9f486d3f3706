using Crawler.Analysis.Listings;
using Crawler.Contracts.Listings;

namespace Crawler.Worker.Probing;

/// <summary>Chooses words to search for from what the site itself shows.</summary>
internal static class QueryWords
{
    /// <summary>A word that no site holds.</summary>
    public const string Nonsense = "qzxvkwjyb";

    /// <summary>Words that most sites hold somewhere, by language.</summary>
    private static readonly Dictionary<string, string[]> Common = new(StringComparer.Ordinal)
    {
        ["nl"] = ["antiek", "oude", "nieuw"], ["de"] = ["alt", "neu", "holz"], ["fr"] = ["ancien", "bois", "neuf"], ["es"] = ["antiguo", "madera", "nuevo"], ["it"] = ["antico", "legno", "nuovo"],
        ["pl"] = ["stary", "nowy", "drewno"], ["pt"] = ["antigo", "madeira", "novo"], ["en"] = ["vintage", "old", "new"],
    };

    /// <summary>Words that hardly any advert does without, by language: they find most of a site that searches whole texts.</summary>
    private static readonly Dictionary<string, string[]> EverydayWords = new(StringComparer.Ordinal)
    {
        ["nl"] = ["met"], ["de"] = ["mit"], ["fr"] = ["avec"], ["es"] = ["con"], ["it"] = ["con"], ["pl"] = ["na"], ["pt"] = ["com"], ["en"] = ["with"],
    };

    /// <summary>Such words in that language.</summary>
    public static IReadOnlyList<string> Everyday(string language) => EverydayWords.GetValueOrDefault(language) ?? EverydayWords["en"];

    /// <summary>Likely to find much, the likeliest first.</summary>
    public static IEnumerable<string> Broad(IEnumerable<ListingRow> rows, string language)
    {
        var counted = Words(rows).GroupBy(w => w, StringComparer.Ordinal).Where(g => g.Count() > 1).OrderByDescending(g => g.Count()).Select(g => g.Key);
        return counted.Take(3).Concat(Common.GetValueOrDefault(language) ?? Common["en"]);
    }

    /// <summary>
    /// A word that some of the rows hold and most do not, so that a search for it must give another page. Null: the titles have no such word.
    /// </summary>
    public static string? Narrow(IReadOnlyList<ListingRow> rows, string broad)
    {
        var counted = rows.SelectMany(r => Words([r]).Distinct(StringComparer.Ordinal)).GroupBy(w => w, StringComparer.Ordinal)
            .Where(g => !broad.Contains(g.Key, StringComparison.OrdinalIgnoreCase) && g.Key.Length >= 5).ToList();
        return counted.Where(g => g.Count() * 3 <= rows.Count).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).Select(g => g.Key)
            .FirstOrDefault();
    }

    /// <summary>The language of the rows, by their words. Null: they do not say.</summary>
    public static string? Language(IEnumerable<ListingRow> rows) =>
        LanguageReader.Detect(string.Join(". ", rows.Take(60).Select(r => $"{r.Title}. {r.Snippet}")));

    private static IEnumerable<string> Words(IEnumerable<ListingRow> rows) =>
        rows.Where(r => !r.Sponsored).SelectMany(r => (r.Title ?? "").Split([' ', ',', '.', '-', '/', '(', ')', ':', ';', '!', '?', '"', '“', '”', '|', '#'], StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.Length is >= 4 and <= 20 && w.All(char.IsLetter)).Select(w => w.ToLowerInvariant());
}
