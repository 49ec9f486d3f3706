namespace Crawler.TrainingGround.Terms;

/// <summary>
/// The definition behind <c>expected</c>: a term or variant hits when its words follow one another in the text, folded, and
/// no word of them lies inside an exclusion phrase.
/// </summary>
internal sealed class TermMatcher(IEnumerable<PlainTerm> terms)
{
    private readonly Compiled[] _terms = [.. terms.Select(t => new Compiled(
        t, [.. t.Variants.Prepend(t.Text).Select(Phrase)], [.. t.Exclude.Select(Phrase)]))];

    /// <summary>Terms that hit in the text outside their exclusions.</summary>
    public List<PlainTerm> Hits(string text)
    {
        var words = WordCutter.Cut(text);
        return [.. _terms.Where(t => Hits(t, words)).Select(t => t.Term)];
    }

    /// <summary>Terms as printed in the text, exclusions or not, each printed form once.</summary>
    public List<string> Printed(string text)
    {
        var words = WordCutter.Cut(text);
        var printed = new List<string>();
        foreach (var phrase in _terms.SelectMany(t => t.Forms))
        {
            foreach (var at in Occurrences(phrase, words))
            {
                var last = words[at + phrase.Length - 1];
                var form = text[words[at].Start..(last.Start + last.Length)];
                if (!printed.Contains(form, StringComparer.Ordinal))
                    printed.Add(form);
            }
        }

        return printed;
    }

    private static bool Hits(Compiled term, List<Word> words)
    {
        var excluded = new bool[words.Count];
        foreach (var phrase in term.Exclusions)
        {
            foreach (var at in Occurrences(phrase, words))
                Array.Fill(excluded, value: true, at, phrase.Length);
        }

        return term.Forms.Any(form => Occurrences(form, words).Any(at => !excluded.AsSpan(at, form.Length).Contains(value: true)));
    }

    private static IEnumerable<int> Occurrences(string[] phrase, List<Word> words)
    {
        for (var at = 0; at + phrase.Length <= words.Count; at++)
        {
            var length = 0;
            while (length < phrase.Length && words[at + length].Folded == phrase[length])
                length++;
            if (length == phrase.Length)
                yield return at;
        }
    }

    private static string[] Phrase(string text) => [.. WordCutter.Cut(text).Select(w => w.Folded)];

    private sealed record Compiled(PlainTerm Term, string[][] Forms, string[][] Exclusions);
}
