namespace Crawler.Hosting.Settings;

/// <summary>What somebody may have meant.</summary>
internal static class NearestName
{
    /// <summary>The candidate that takes the fewest edits, if they are few enough for a slip of the pen; else null.</summary>
    public static string? Of(string given, IEnumerable<string> candidates) => candidates
        .Select(c => (Name: c, Edits: Edits(given.ToUpperInvariant(), c.ToUpperInvariant())))
        .Where(c => c.Edits <= Math.Max(2, given.Length / 3))
        .OrderBy(c => c.Edits)
        .ThenBy(c => c.Name, StringComparer.Ordinal)
        .Select(c => c.Name)
        .FirstOrDefault();

    /// <summary>Insertions, deletions and replacements (Levenshtein) from one word to the other.</summary>
    private static int Edits(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
