namespace Crawler.Analysis.Matching;

/// <summary>Letters that were pulled apart.</summary>
/// <param name="Letters">Where the letters stand in the folded text.</param>
/// <param name="Disguise">How they were pulled apart.</param>
/// <param name="Whole">Only all letters together count as a word, no part of them.</param>
internal sealed record LetterRun(IReadOnlyList<int> Letters, string Disguise, bool Whole);

/// <summary>Finds pulled-apart letters in one pass.</summary>
internal static class LetterRuns
{
    private const int WidestGap = 3;

    /// <summary>Signs that nobody writes inside a word. The others of <see cref="IsGap"/> also join honest words ("and/or", "end.Next").</summary>
    private const string Strange = "*·•|~^";

    public static IEnumerable<LetterRun> In(FoldedText text, int leastLetters)
    {
        int i = 0;
        while (i < text.Length)
        {
            if (!IsElement(text.Chars[i]))
            {
                i++;
                continue;
            }

            List<int> spaced = Spaced(text, i);
            if (spaced.Count >= leastLetters)
            {
                yield return new LetterRun(spaced, Disguises.Spaced, Whole: false);
                i = spaced[^1] + 1;
                continue;
            }

            (List<int> letters, bool broken, int end) = Chunk(text, i);
            if (broken && letters.Count >= leastLetters)
            {
                yield return new LetterRun(letters, Disguises.Split, Whole: true);
            }

            i = end;
        }
    }

    /// <summary>Single letters from <paramref name="start"/> on, with a gap of one to three signs between each two.</summary>
    private static List<int> Spaced(FoldedText text, int start)
    {
        ReadOnlySpan<char> chars = text.Chars;
        List<int> letters = [];
        int i = start;
        while (i < chars.Length && IsElement(chars[i]) && (i == 0 || !IsElement(chars[i - 1])) && (i + 1 == chars.Length || !IsElement(chars[i + 1])))
        {
            letters.Add(i++);
            int gap = i;
            while (gap < chars.Length && gap - i < WidestGap && IsGap(chars[gap]))
            {
                gap++;
            }

            if (gap == i)
            {
                break;
            }

            i = gap;
        }

        return letters;
    }

    /// <summary>One blank-free piece of text from <paramref name="start"/> on: its letters, whether signs break it where honest words are not broken, and where it ends.</summary>
    private static (List<int> Letters, bool Broken, int End) Chunk(FoldedText text, int start)
    {
        ReadOnlySpan<char> chars = text.Chars;
        List<int> letters = [];
        int piece = 0;
        int breaks = 0;
        bool strange = false;
        bool lone = false;
        int i = start;
        for (; i < chars.Length && chars[i] != ' '; i++)
        {
            if (IsElement(chars[i]))
            {
                letters.Add(i);
                piece++;
            }
            else if (IsGap(chars[i]) && i + 1 < chars.Length && IsElement(chars[i + 1]))
            {
                breaks++;
                strange |= Strange.Contains(chars[i], StringComparison.Ordinal);
                lone |= piece == 1;
                piece = 0;
            }
            else
            {
                break;
            }
        }

        lone |= piece == 1;
        bool atEnd = i == chars.Length || !CharFolding.IsWordChar(chars[i]);
        return (letters, breaks > 0 && atEnd && (strange || lone), Math.Max(i, start + 1));
    }

    private static bool IsElement(char c) => char.IsAsciiLetterLower(c) || CharFolding.IsWordChar(c) || c is '@' or '$' or '€';

    private static bool IsGap(char c) => c is ' ' or '.' or ',' or ':' or ';' or '/' or '\\' or '+' or '\'' or '"' or '=' || Strange.Contains(c, StringComparison.Ordinal);
}
