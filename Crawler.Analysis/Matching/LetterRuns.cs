namespace Crawler.Analysis.Matching;

/// <summary>Letters that were pulled apart.</summary>
/// <param name="Letters">Where the letters stand in the folded text.</param>
/// <param name="Disguise">How they were pulled apart.</param>
/// <param name="Whole">Only all letters together count as a word, no part of them.</param>
internal sealed record LetterRun(int[] Letters, string Disguise, bool Whole);

/// <summary>Finds pulled-apart letters, in one pass and without a memory for ordinary words.</summary>
internal static class LetterRuns
{
    private const int WidestGap = 3;

    /// <summary>Signs that nobody writes inside a word. The others of <see cref="IsGap"/> also join ordinary words ("and/or", "end.Next").</summary>
    private const string Strange = "*·•|~^";

    public static List<LetterRun> In(FoldedText text, int leastLetters)
    {
        List<LetterRun> runs = [];
        ReadOnlySpan<char> chars = text.Chars;
        int i = 0;
        while (i < chars.Length)
        {
            if (!IsElement(chars[i]))
            {
                i++;
                continue;
            }

            int end = SpacedEnd(chars, i, out int letters);
            if (letters >= leastLetters)
            {
                runs.Add(new LetterRun(LettersOf(chars, i, end, letters), Disguises.Spaced, Whole: false));
                i = end;
                continue;
            }

            end = PieceEnd(chars, i, out letters, out bool broken);
            if (broken && letters >= leastLetters)
            {
                runs.Add(new LetterRun(LettersOf(chars, i, end, letters), Disguises.Split, Whole: true));
            }

            i = end;
        }

        return runs;
    }

    /// <summary>Where single letters with gaps of one to three signs between them end.</summary>
    private static int SpacedEnd(ReadOnlySpan<char> chars, int start, out int letters)
    {
        letters = 0;
        int end = start;
        int i = start;
        while (i < chars.Length && IsElement(chars[i]) && (i + 1 == chars.Length || !IsElement(chars[i + 1])))
        {
            letters++;
            end = ++i;
            while (i < chars.Length && i - end < WidestGap && IsGap(chars[i]))
            {
                i++;
            }

            if (i == end)
            {
                break;
            }
        }

        return end;
    }

    /// <summary>
    /// Where a blank-free piece of text ends; <paramref name="broken"/> when signs break it where ordinary words are not broken. An apostrophe belongs to
    /// ordinary words ("don't") and ends the piece.
    /// </summary>
    private static int PieceEnd(ReadOnlySpan<char> chars, int start, out int letters, out bool broken)
    {
        letters = 0;
        int part = 0;
        int breaks = 0;
        bool strange = false;
        bool lone = false;
        int i = start;
        for (; i < chars.Length && chars[i] != ' '; i++)
        {
            if (IsElement(chars[i]))
            {
                letters++;
                part++;
            }
            else if (IsGap(chars[i]) && chars[i] != '\'' && i + 1 < chars.Length && IsElement(chars[i + 1]))
            {
                breaks++;
                strange |= Strange.Contains(chars[i], StringComparison.Ordinal);
                lone |= part == 1;
                part = 0;
            }
            else
            {
                break;
            }
        }

        broken = breaks > 0 && (strange || lone || part == 1);
        return i;
    }

    private static int[] LettersOf(ReadOnlySpan<char> chars, int start, int end, int count)
    {
        int[] letters = new int[count];
        int next = 0;
        for (int i = start; i < end; i++)
        {
            if (IsElement(chars[i]))
            {
                letters[next++] = i;
            }
        }

        return letters;
    }

    private static bool IsElement(char c) => char.IsAsciiLetterLower(c) || CharFolding.IsWordChar(c) || c is '@' or '$' or '€';

    private static bool IsGap(char c) =>
        c is ' ' or '.' or ',' or ':' or ';' or '/' or '\\' or '+' or '\'' or '"' or '=' || Strange.Contains(c, StringComparison.Ordinal);
}
