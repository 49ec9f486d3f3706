using System.Text.RegularExpressions;

namespace Crawler.Extraction.Values;

/// <summary>A title on one line.</summary>
internal static partial class TitleText
{
    public static string Tidy(string text)
    {
        string tidy = White().Replace(text, " ").Trim();
        return tidy.Trim('\u200b', '\ufeff', ' ');
    }

    /// <summary>A text that serves as title (a post): cut at a word's end when it is longer than 200 characters.</summary>
    public static string Shortened(string text)
    {
        string tidy = Tidy(text);
        if (tidy.Length <= 200)
        {
            return tidy;
        }

        int end = tidy.LastIndexOf(' ', 199);
        return tidy[..(end > 120 ? end : 199)].TrimEnd() + "…";
    }

    /// <summary>The page cut it short.</summary>
    public static bool IsCut(string title) => title.EndsWith('…') || title.EndsWith("...", StringComparison.Ordinal);

    /// <summary>The long form begins as the cut one does.</summary>
    public static bool Continues(string cut, string whole)
    {
        string stem = cut.TrimEnd('.', '…', ' ');
        return whole.Length > stem.Length && stem.Length >= 3 && whole.StartsWith(stem, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"[\s\u00a0]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex White();
}
