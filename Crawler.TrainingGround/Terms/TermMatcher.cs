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
        var words = new WordIndex(text);
        return [.. _terms.Where(t => Hits(t, words)).Select(t => t.Term)];
    }

    /// <summary>Terms as printed in the text, exclusions or not, each printed form once.</summary>
    public List<string> Printed(string text)
    {
        var words = new WordIndex(text);
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

    private static bool Hits(Compiled term, WordIndex words)
    {
        var found = term.Forms.SelectMany(form => Occurrences(form, words), (form, at) => (At: at, form.Length)).ToList();
        if (found.Count == 0)
            return false;
        var excluded = new bool[words.Count];
        foreach (var phrase in term.Exclusions)
        {
            foreach (var at in Occurrences(phrase, words))
                Array.Fill(excluded, value: true, at, phrase.Length);
        }

        return found.Exists(f => !excluded.AsSpan(f.At, f.Length).Contains(value: true));
    }

    private static IEnumerable<int> Occurrences(string[] phrase, WordIndex words)
    {
        foreach (var at in words.PlacesOf(phrase[0]))
        {
            var length = 1;
            while (length < phrase.Length && at + length < words.Count && words[at + length].Folded == phrase[length])
                length++;
            if (length == phrase.Length)
                yield return at;
        }
    }

    private static string[] Phrase(string text) => [.. WordSplitter.Split(text).Select(w => w.Folded)];

    /// <summary>The words of a text and where each stands.</summary>
    private sealed class WordIndex(string text)
    {
        private readonly List<Word> _words = WordSplitter.Split(text);
        private ILookup<string, int>? _places;

        public int Count => _words.Count;

        public Word this[int at] => _words[at];

        public IEnumerable<int> PlacesOf(string word) =>
            (_places ??= Enumerable.Range(0, _words.Count).ToLookup(i => _words[i].Folded, StringComparer.Ordinal))[word];
    }

    private sealed record Compiled(PlainTerm Term, string[][] Forms, string[][] Exclusions);
}
