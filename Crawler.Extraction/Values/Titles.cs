namespace Crawler.Extraction.Values;

/// <summary>Whether two titles name the same thing.</summary>
internal static class Titles
{
    /// <summary>Equal, or one holds the other, case and accents aside.</summary>
    public static bool Agree(string a, string b)
    {
        string x = FoldedText.Of(a), y = FoldedText.Of(b);
        return x.Length > 0 && y.Length > 0 && (x == y || (x.Length > 3 && y.Contains(x, StringComparison.Ordinal))
            || (y.Length > 3 && x.Contains(y, StringComparison.Ordinal)));
    }
}
