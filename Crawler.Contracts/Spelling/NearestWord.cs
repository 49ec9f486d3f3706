namespace Crawler.Contracts.Spelling;

/// <summary>Finds the valid word that a mistyped one was probably meant to be: a key, a setting, a command.</summary>
public static class NearestWord
{
    /// <summary>That many wrong letters are a slip even in a short word. Two, because letters that changed places count twice.</summary>
    private const int AlwaysAllowed = 2;

    /// <summary>In a longer word one letter in so many may be wrong.</summary>
    private const int LettersPerError = 3;

    /// <summary>The word with the fewest edits, case ignored; of equals the first by ordinal order. Null: nothing is near enough to be meant.</summary>
    public static string? To(string word, IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(words);
        return words
            .Select(candidate => (Word: candidate, Edits: Edits(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(c => c.Edits <= Math.Max(AlwaysAllowed, c.Word.Length / LettersPerError) && c.Edits < c.Word.Length)
            .OrderBy(c => c.Edits)
            .ThenBy(c => c.Word, StringComparer.Ordinal)
            .Select(c => c.Word)
            .FirstOrDefault();
    }

    /// <summary>The Levenshtein distance: letters to add, drop or change.</summary>
    private static int Edits(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
