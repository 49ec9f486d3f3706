using System.Text;
using Crawler.Contracts;
using Crawler.Contracts.Listings;
using Crawler.Contracts.WatchLists;

namespace Crawler.Analysis.Matching;

/// <summary>
/// Finds the terms of one watch list in adverts. Build it once per list and use it from any thread. A term hits where it or one of its variants stands as
/// whole words, however it is accented or capitalised and whatever blanks or hyphens are between its words, unless one of its exclusions covers that place. A
/// star at an end of a spelling lets the word go on there. Spellings hidden on purpose are found too (see <see cref="Disguises"/>). docs/matching.md has the
/// whole definition.
/// </summary>
public sealed class TermMatcher
{
    /// <summary>Raised when the same list and the same text may give other hits than before, so that old judgements are made again.</summary>
    private const string Definition = "matching-1";

    /// <summary>How far a star lets a word go on; no word of any language is longer.</summary>
    private const int MostBeyondStar = 60;

    private readonly string _watchListId;
    private readonly IReadOnlyList<WatchTerm> _terms;
    private readonly SpellingIndex _plain;
    private readonly DisguisePass _disguised;

    private TermMatcher(WatchList list)
    {
        IReadOnlyList<Spelling> spellings = SpellingCompiler.Compile(list.Terms);
        _watchListId = list.Id;
        _terms = list.Terms;
        _plain = new SpellingIndex(spellings, s => s.Folded);
        _disguised = new DisguisePass(spellings);
    }

    /// <summary>Compiles a list.</summary>
    public static TermMatcher For(WatchList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new TermMatcher(list);
    }

    /// <summary>A hash of all that matching depends on. Two lists with the same fingerprint judge every advert alike.</summary>
    public static string Fingerprint(WatchList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        IEnumerable<string> terms = list.Terms
            .Select(t => DeterministicId.From(
                [t.Text, "variants", .. t.Variants.Order(StringComparer.Ordinal), "exclude", .. t.Exclude.Order(StringComparer.Ordinal)]))
            .Order(StringComparer.Ordinal);
        return DeterministicId.From([Definition, .. terms]);
    }

    /// <summary>Every hit, by field, then by place. Empty: the advert holds no term of the list.</summary>
    public IReadOnlyList<TermHit> Match(MatchText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<TermHit> hits = [];
        MatchField(HitField.Title, text.Title, hits);
        MatchField(HitField.Text, text.Text, hits);
        MatchField(HitField.Category, text.Category, hits);
        MatchField(HitField.Seller, text.Seller, hits);
        return hits;
    }

    private void MatchField(HitField field, string? text, List<TermHit> hits)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        List<Candidate> found = [];
        FoldedText folded = FoldedText.Of(text);
        FindPlain(text, folded, found);
        _disguised.Find(folded, found);
        if (found.Count > 0)
        {
            hits.AddRange(HitSelection.Of(found).Select(c => ToHit(c, field, text)));
        }
    }

    private void FindPlain(string text, FoldedText folded, List<Candidate> found)
    {
        foreach ((int word, int start, int end) in _plain.Scan(folded.Chars))
        {
            bool startsWord = folded.IsEdge(start);
            bool endsWord = folded.IsEdge(end);
            foreach (Spelling spelling in _plain[word])
            {
                if ((startsWord || spelling.OpenStart) && (endsWord || spelling.OpenEnd))
                {
                    int first = spelling.OpenStart ? WordStart(folded, start) : start;
                    int last = spelling.OpenEnd ? WordEnd(folded, end) : end;
                    int from = folded.StartOf(first);
                    int to = folded.EndOf(last - 1);
                    found.Add(new Candidate(spelling, from, to, Costume(text.AsSpan(from, to - from))));
                }
            }
        }
    }

    private static int WordStart(FoldedText folded, int start)
    {
        int least = start - MostBeyondStar;
        while (start > least && !folded.IsEdge(start))
        {
            start--;
        }

        return start;
    }

    private static int WordEnd(FoldedText folded, int end)
    {
        int most = end + MostBeyondStar;
        while (end < most && !folded.IsEdge(end))
        {
            end++;
        }

        return end;
    }

    private static string? Costume(ReadOnlySpan<char> printed)
    {
        if (System.Text.Ascii.IsValid(printed))
        {
            return null;
        }

        bool zeroWidth = false;
        foreach (Rune rune in printed.EnumerateRunes())
        {
            if (CharFolding.IsCostume(rune))
            {
                return Disguises.Lookalike;
            }

            zeroWidth |= rune.IsBmp && CharFolding.IsZeroWidth((char)rune.Value);
        }

        return zeroWidth ? Disguises.ZeroWidth : null;
    }

    private TermHit ToHit(Candidate candidate, HitField field, string text)
    {
        WatchTerm term = _terms[candidate.Spelling.Term];
        return new TermHit
        {
            WatchListId = _watchListId,
            Term = term.Text,
            Topic = term.Topic,
            Language = term.Language,
            Found = text[candidate.Start..candidate.End],
            Field = field,
            Start = candidate.Start,
            Length = candidate.End - candidate.Start,
            How = candidate.Disguise ?? (candidate.Spelling.Kind == SpellingKind.Term ? "exact" : "variant"),
        };
    }
}
