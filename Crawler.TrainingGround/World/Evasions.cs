using System.Text;
using Crawler.TrainingGround.Terms;

namespace Crawler.TrainingGround.World;

/// <summary>The documented ways of hiding a word from a search, applied to every dictionary term in a text.</summary>
internal static class Evasions
{
    private static readonly TermMatcher Matcher = new(PlainTerms.All);

    /// <summary>Evasions that alter the letters of a term.</summary>
    public static bool AltersTerms(string evasion) => evasion is "spaced" or "digits" or "accents" or "lookalike" or "zero-width";

    public static string Hide(string text, string evasion)
    {
        foreach (var printed in Matcher.Printed(text).OrderByDescending(p => p.Length))
            text = text.Replace(printed, Disguise(printed, evasion), StringComparison.Ordinal);
        return text;
    }

    private static string Disguise(string word, string evasion) => evasion switch
    {
        "spaced" => string.Join(' ', word.Where(c => c != ' ').Select(c => c.ToString())),
        "digits" => Map(word, "oeiaOEIA", "03140314"),
        "accents" => Map(word, "oeiaOEIA", "öéíàÖÉÍÀ"),
        "lookalike" => Map(word, "oeiaOEIA", "оеіаОЕІА"),
        "zero-width" => word.Insert(Math.Min(3, word.Length - 1), "\u200B").Insert(1, "\u200C"),
        _ => word,
    };

    private static string Map(string word, string from, string to)
    {
        var result = new StringBuilder(word);
        for (var i = 0; i < result.Length; i++)
        {
            var at = from.IndexOf(result[i], StringComparison.Ordinal);
            if (at >= 0)
                result[i] = to[at];
        }

        return result.ToString();
    }
}
