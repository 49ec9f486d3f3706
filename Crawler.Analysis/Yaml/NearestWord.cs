namespace Crawler.Analysis.Yaml;

/// <summary>Finds the word that somebody probably meant.</summary>
public static class NearestWord
{
    /// <summary>The word with the fewest edits, if no more than a third of the letters (at least two) are wrong. Null: nothing is near.</summary>
    public static string? To(string word, IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(word);
        return words
            .Select(candidate => (Word: candidate, Edits: Edits(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(c => c.Edits <= Math.Max(2, c.Word.Length / 3) && c.Edits < c.Word.Length)
            .OrderBy(c => c.Edits)
            .ThenBy(c => c.Word, StringComparer.Ordinal)
            .Select(c => c.Word)
            .FirstOrDefault();
    }

    private static int Edits(string from, string to)
    {
        int[] previous = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int[] current = new int[to.Length + 1];
            current[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int change = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[to.Length];
    }
}
