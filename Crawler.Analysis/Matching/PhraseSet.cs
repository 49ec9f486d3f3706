namespace Crawler.Analysis.Matching;

/// <summary>Phrases looked for as whole words, folded; shared by the rules that read adverts.</summary>
internal sealed class PhraseSet
{
    private readonly WordAutomaton _automaton;

    public PhraseSet(params IEnumerable<string> phrases) =>
        _automaton = new WordAutomaton([.. phrases.Select(FoldedText.Plain).Distinct(StringComparer.Ordinal)]);

    public bool IsIn(FoldedText text) => First(text) is not null;

    /// <summary>The phrase that ends first, as printed in <paramref name="text"/> folded. Null: none.</summary>
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

    /// <summary>Whether a phrase begins or ends the text, give or take <paramref name="slack"/> characters.</summary>
    public bool IsAtAnEnd(FoldedText text, int slack)
    {
        foreach ((_, int start, int end) in _automaton.Scan(text.Chars))
        {
            if (text.IsEdge(start) && text.IsEdge(end) && (start <= slack || text.Length - end <= slack))
            {
                return true;
            }
        }

        return false;
    }
}
