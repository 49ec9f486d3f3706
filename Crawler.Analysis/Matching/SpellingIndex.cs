namespace Crawler.Analysis.Matching;

/// <summary>Spellings by the word the automaton looks for; several terms may share one.</summary>
internal sealed class SpellingIndex
{
    private readonly Spelling[][] _spellings;
    private readonly WordAutomaton _automaton;

    /// <summary>Groups the spellings and builds the automaton.</summary>
    /// <param name="spellings">What to look for.</param>
    /// <param name="key">The characters by which a spelling is recognised.</param>
    public SpellingIndex(IEnumerable<Spelling> spellings, Func<Spelling, string> key)
    {
        IGrouping<string, Spelling>[] groups = [.. spellings.GroupBy(key)];
        _spellings = [.. groups.Select(g => g.ToArray())];
        _automaton = new WordAutomaton([.. groups.Select(g => g.Key)]);
    }

    public bool IsEmpty => _spellings.Length == 0;

    public WordAutomaton.Matches Scan(ReadOnlySpan<char> text) => _automaton.Scan(text);

    public ReadOnlySpan<Spelling> this[int word] => _spellings[word];
}
