using AngleSharp.Dom;

namespace Crawler.Pages.Locale;

/// <summary>Language and country as the page, or its address, states them.</summary>
public static class PageLocale
{
    private static readonly HashSet<string> CountryDomains =
    [
        "at", "au", "be", "bg", "br", "ca", "ch", "cl", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu", "ie", "it", "jp", "lt", "lu", "lv", "mx",
        "nl", "no", "nz", "pl", "pt", "ro", "ru",
        "se", "sg", "si", "sk", "tr", "ua", "us", "za",
    ];

    /// <summary>Languages that are written for one country, as far as money and dates go.</summary>
    private static readonly Dictionary<string, string> CountriesOfLanguages = new(StringComparer.Ordinal)
    {
        ["bg"] = "BG", ["cs"] = "CZ", ["da"] = "DK", ["el"] = "GR", ["et"] = "EE", ["fi"] = "FI", ["hr"] = "HR", ["hu"] = "HU", ["is"] = "IS", ["it"] = "IT",
        ["lt"] = "LT", ["lv"] = "LV", ["nb"] = "NO", ["nn"] = "NO", ["no"] = "NO",
        ["pl"] = "PL", ["ro"] = "RO", ["sk"] = "SK", ["sl"] = "SI", ["sv"] = "SE", ["tr"] = "TR", ["uk"] = "UA",
    };

    public static (string? Language, string? Country) Of(IDocument document, Uri url)
    {
        string? lang = document.DocumentElement?.GetAttribute("lang") ?? document.DocumentElement?.GetAttribute("xml:lang")
            ?? document.QuerySelector("meta[http-equiv='content-language' i]")?.GetAttribute("content");
        string? locale = document.QuerySelector("meta[property='og:locale']")?.GetAttribute("content");
        string? language = Part(lang, 0) ?? Part(locale, 0);
        return (language, CountryOf(url) ?? Part(locale, 1)?.ToUpperInvariant() ?? Part(lang, 1)?.ToUpperInvariant()
            ?? (language is null ? null : CountriesOfLanguages.GetValueOrDefault(language)));
    }

    /// <summary>By the top-level domain; null: it names no country that is known here.</summary>
    public static string? CountryOf(Uri url)
    {
        string last = url.Host[(url.Host.LastIndexOf('.') + 1)..].ToLowerInvariant();
        return last == "uk" ? "GB" : CountryDomains.Contains(last) ? last.ToUpperInvariant() : null;
    }

    private static string? Part(string? tag, int index)
    {
        string[] parts = (tag ?? "").Trim().Split('-', '_');
        return parts.Length > index && parts[index].Length == 2 && parts[index].All(char.IsAsciiLetter) ? parts[index].ToLowerInvariant() : null;
    }
}
