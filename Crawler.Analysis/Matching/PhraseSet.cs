namespace Crawler.Analysis.Matching;

/// <summary>Phrases looked for as whole words, folded; shared by the rules that read adverts.</summary>
internal sealed class PhraseSet
{
    private readonly WordAutomaton _automaton;

    public PhraseSet(params IEnumerable<string> phrases) =>
        _automaton = new WordAutomaton([.. phrases.Select(FoldedText.Plain).Distinct(StringComparer.Ordinal)]);

    public bool IsIn(string? text) => text is not null && IsIn(FoldedText.Of(text));

    public bool IsIn(FoldedText text) => First(text) is not null;

    /// <summary>The first phrase that ends first, as printed in <paramref name="text"/> folded. Null: none.</summary>
    public string? First(FoldedText text)
    {
        foreach ((_, int start, int end) in _automaton.Scan(text.Chars))
        {
            if (text.IsEdge(start) && text.IsEdge(end))
            {
                return text.Chars[start..end].ToString();
            }
        }

        return null;
    }

    /// <summary>How many places hold a phrase.</summary>
    public int Count(FoldedText text)
    {
        int count = 0;
        foreach ((_, int start, int end) in _automaton.Scan(text.Chars))
        {
            count += text.IsEdge(start) && text.IsEdge(end) ? 1 : 0;
        }

        return count;
    }
}
