namespace Crawler.Analysis.Matching;

/// <summary>One folded spelling of one term, ready to be looked for.</summary>
internal sealed record Spelling
{
    /// <summary>The place of its term in the watch list.</summary>
    public required int Term { get; init; }

    /// <summary>The spelling as <see cref="FoldedText"/> shows it, without stars.</summary>
    public required string Folded { get; init; }

    public required SpellingKind Kind { get; init; }

    /// <summary>The spelling began with a star: words may go on to the left.</summary>
    public bool OpenStart { get; init; }

    /// <summary>The spelling ended with a star: words may go on to the right.</summary>
    public bool OpenEnd { get; init; }
}

/// <summary>What finding a spelling means.</summary>
internal enum SpellingKind
{
    Term,
    Variant,
    Exclusion,
}
