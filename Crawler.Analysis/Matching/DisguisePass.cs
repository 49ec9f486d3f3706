namespace Crawler.Analysis.Matching;

/// <summary>
/// The second look, for spellings that were hidden on purpose. It only adds. To stay silent on plain text it takes spellings of four letters or more, wants
/// at least one real substitution or separator, and verifies every letter.
/// </summary>
internal sealed class DisguisePass
{
    private const int LeastLetters = 4;
    private readonly SpellingIndex _substituted;
    private readonly SpellingIndex _joined;

    public DisguisePass(IReadOnlyList<Spelling> spellings)
    {
        Spelling[] wordy =
        [
            .. spellings
                .Where(s => s.Folded.All(c => char.IsAsciiLetterLower(c) || c is ' ' or '\''))
                .Where(s => s.Folded.Count(char.IsAsciiLetterLower) >= LeastLetters),
        ];
        _substituted = new SpellingIndex(wordy, s => SkeletonOf(s.Folded));
        _joined = new SpellingIndex(wordy, s => SkeletonOf(Joined(s.Folded)));
    }

    public void Find(FoldedText text, List<Candidate> found)
    {
        if (_substituted.IsEmpty)
        {
            return;
        }

        if (HasSubstitutes(text.Chars))
        {
            FindSubstituted(text, found);
        }

        foreach (LetterRun run in LetterRuns.In(text, LeastLetters))
        {
            FindIn(run, text, found);
        }
    }

    private static bool HasSubstitutes(ReadOnlySpan<char> chars)
    {
        for (int i = 0; i < chars.Length; i++)
        {
            char c = chars[i];
            if (Substitutes.IsLookalike(c) || (!char.IsAsciiLetterLower(c) && c != ' ' && Substitutes.IsLeet(c) && TouchesLetter(chars, i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TouchesLetter(ReadOnlySpan<char> chars, int i) =>
        (i > 0 && char.IsAsciiLetterLower(chars[i - 1])) || (i + 1 < chars.Length && char.IsAsciiLetterLower(chars[i + 1]));

    private void FindSubstituted(FoldedText text, List<Candidate> found)
    {
        char[] skeleton = new char[text.Length];
        for (int i = 0; i < skeleton.Length; i++)
        {
            skeleton[i] = Substitutes.Skeleton(text.Chars[i]);
        }

        foreach ((int word, int start, int end) in _substituted.Scan(skeleton))
        {
            ReadOnlySpan<char> printed = text.Chars[start..end];
            foreach (Spelling spelling in _substituted[word])
            {
                if (Verify(printed, spelling.Folded) is { } how && (spelling.OpenStart || text.IsEdge(start)) && (spelling.OpenEnd || text.IsEdge(end)))
                {
                    found.Add(new Candidate(spelling, text.StartOf(start), text.EndOf(end - 1), how));
                }
            }
        }
    }

    private void FindIn(LetterRun run, FoldedText text, List<Candidate> found)
    {
        char[] letters = Array.ConvertAll(run.Letters, i => text.Chars[i]);
        char[] skeleton = Array.ConvertAll(letters, Substitutes.Skeleton);
        foreach ((int word, int start, int end) in _joined.Scan(skeleton))
        {
            if (run.Whole && (start > 0 || end < skeleton.Length))
            {
                continue;
            }

            ReadOnlySpan<char> printed = letters.AsSpan(start, end - start);
            foreach (Spelling spelling in _joined[word])
            {
                string joined = Joined(spelling.Folded);
                if (printed.SequenceEqual(joined) || Verify(printed, joined) is not null)
                {
                    found.Add(new Candidate(spelling, text.StartOf(run.Letters[start]), text.EndOf(run.Letters[end - 1]), run.Disguise));
                }
            }
        }
    }

    /// <summary>How the letters were replaced. Null: not at all, or by something that does not stand for them, or so much that it is a guess.</summary>
    private static string? Verify(ReadOnlySpan<char> printed, ReadOnlySpan<char> letters)
    {
        int kept = 0;
        int leet = 0;
        int lookalike = 0;
        for (int i = 0; i < letters.Length; i++)
        {
            if (printed[i] == letters[i])
            {
                kept += char.IsAsciiLetterLower(letters[i]) ? 1 : 0;
            }
            else if (Substitutes.IsLeetFor(printed[i], letters[i]))
            {
                leet++;
            }
            else if (Substitutes.IsLookalikeFor(printed[i], letters[i]))
            {
                lookalike++;
            }
            else
            {
                return null;
            }
        }

        return (kept, leet, lookalike) switch
        {
            (_, 0, 0) or (0, _, _) => null,
            (_, > 0, _) => kept >= 2 && (kept + lookalike) * 3 >= letters.Length ? Disguises.Leet : null,
            _ => Disguises.Lookalike,
        };
    }

    private static string SkeletonOf(string folded) => string.Create(folded.Length, folded, (span, source) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = Substitutes.Skeleton(source[i]);
        }
    });

    private static string Joined(string folded) => string.Concat(folded.Where(char.IsAsciiLetterLower));
}
