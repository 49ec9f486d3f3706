using Crawler.Analysis.Matching;

namespace Crawler.Analysis.Listings;

/// <summary>Tells the language of a text by its everyday words: nl, fr, de, en, es, it, pl, pt.</summary>
public static class LanguageReader
{
    /// <summary>Below this many everyday words there is no saying.</summary>
    private const int LeastEvidence = 2;

    /// <summary>The winner must be this much ahead of the second.</summary>
    private const double Lead = 1.25;

    /// <summary>ISO 639-1. Null: too short, or two languages alike.</summary>
    public static string? Detect(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        int evidence = 0;
        string previous = "";
        foreach (string word in Words(FoldedText.Of(text)))
        {
            // Letters written apart are a word in disguise, not a string of little words.
            bool spelledOut = word.Length == 1 && previous.Length == 1;
            previous = word;
            if (!spelledOut && EverydayWords.Languages.TryGetValue(word, out string[]? languages))
            {
                evidence++;
                foreach (string language in languages)
                {
                    scores[language] = scores.GetValueOrDefault(language) + (1.0 / languages.Length);
                }
            }
        }

        if (evidence < LeastEvidence)
        {
            return null;
        }

        KeyValuePair<string, double>[] ranked = [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal)];
        return ranked.Length == 1 || ranked[0].Value >= ranked[1].Value * Lead ? ranked[0].Key : null;
    }

    private static IEnumerable<string> Words(FoldedText text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length && CharFolding.IsWordChar(text.Chars[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return text.Chars[start..i].ToString();
                start = -1;
            }
        }
    }
}
