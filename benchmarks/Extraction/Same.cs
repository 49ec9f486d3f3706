using System.Net;
using System.Text;

namespace Extraction.Benchmarks;

/// <summary>When a read value counts as the labelled one.</summary>
internal static class Same
{
    public static bool Address(string? a, string? b) => a is not null && b is not null && Key(a) == Key(b);

    /// <summary>Next pages differ in their query: it counts, its order does not.</summary>
    public static bool Page(string? a, string? b) =>
        a is null || b is null ? a is null && b is null : Key(a) == Key(b) && Query(a).SetEquals(Query(b));

    public static bool Words(string? a, string? b) => Tidy(a) == Tidy(b);

    public static string Tidy(string? text)
    {
        if (text is null)
        {
            return "";
        }

        // Twice: some pages carry escaped escapes.
        string plain = WebUtility.HtmlDecode(WebUtility.HtmlDecode(text));
        var tidy = new StringBuilder();
        foreach (char c in plain)
        {
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\u00ad')
            {
                if (tidy.Length > 0 && tidy[^1] != ' ')
                {
                    tidy.Append(' ');
                }
            }
            else
            {
                tidy.Append(c);
            }
        }

        return tidy.ToString().Trim();
    }

    public static string Key(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return url;
        }

        return (address.Host + Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/')).ToLowerInvariant();
    }

    private static HashSet<string> Query(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? [.. Uri.UnescapeDataString(address.Query).TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)] : [];
}
