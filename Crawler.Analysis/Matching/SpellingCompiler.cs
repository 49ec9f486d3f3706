using Crawler.Contracts.WatchLists;

namespace Crawler.Analysis.Matching;

/// <summary>Turns the terms of a watch list into the spellings to look for.</summary>
internal static class SpellingCompiler
{
    public static IReadOnlyList<Spelling> Compile(IReadOnlyList<WatchTerm> terms) =>
    [
        .. terms.SelectMany((term, index) =>
            Of(index, term.Text, SpellingKind.Term)
                .Concat(term.Variants.SelectMany(v => Of(index, v, SpellingKind.Variant)))
                .Concat(term.Exclude.SelectMany(e => Of(index, e, SpellingKind.Exclusion))))
            .DistinctBy(s => (s.Term, s.Folded, s.OpenStart, s.OpenEnd, s.Kind == SpellingKind.Exclusion)),
    ];

    private static IEnumerable<Spelling> Of(int term, string text, SpellingKind kind)
    {
        string trimmed = text.Trim();
        string bare = trimmed.Trim('*');
        foreach ((string form, bool derived) in Forms(bare))
        {
            string folded = FoldedText.Plain(form);
            if (folded.Length > 0)
            {
                yield return new Spelling
                {
                    Term = term,
                    Folded = folded,
                    Kind = derived && kind == SpellingKind.Term ? SpellingKind.Variant : kind,
                    OpenStart = trimmed.StartsWith('*'),
                    OpenEnd = trimmed.EndsWith('*'),
                };
            }
        }
    }

    /// <summary>The spelling itself; written together where it has a hyphen; with ae, oe, ue for ä, ö, ü.</summary>
    private static IEnumerable<(string Form, bool Derived)> Forms(string bare)
    {
        yield return (bare, false);
        if (bare.Contains('-', StringComparison.Ordinal))
        {
            yield return (bare.Replace("-", "", StringComparison.Ordinal), true);
        }

        string composed = bare.Normalize(System.Text.NormalizationForm.FormC);
        if (composed.AsSpan().ContainsAny("äöüÄÖÜ"))
        {
            yield return (Transcribed(composed), true);
        }
    }

    private static string Transcribed(string text) => text
        .Replace("ä", "ae", StringComparison.OrdinalIgnoreCase)
        .Replace("ö", "oe", StringComparison.OrdinalIgnoreCase)
        .Replace("ü", "ue", StringComparison.OrdinalIgnoreCase);
}
