using System.Globalization;
using System.Text;

namespace Crawler.TrainingGround.Terms;

/// <summary>Text cut into words, each folded (lower case, no diacritics) and with its place in the original.</summary>
internal static class WordSplitter
{
    public static List<Word> Split(string text)
    {
        var words = new List<Word>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsWordCharacter(text, i))
            {
                if (start < 0)
                    start = i;
            }
            else if (start >= 0)
            {
                words.Add(new Word(Fold(text[start..i]), start, i - start));
                start = -1;
            }
        }

        return words;
    }

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsWordCharacter(string text, int index) =>
        char.IsLetterOrDigit(text[index]) || CharUnicodeInfo.GetUnicodeCategory(text[index]) == UnicodeCategory.NonSpacingMark;
}

/// <summary>One folded word and where it stood.</summary>
internal readonly record struct Word(string Folded, int Start, int Length);
