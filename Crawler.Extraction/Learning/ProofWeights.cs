namespace Crawler.Extraction.Learning;

/// <summary>When a learned rule is believed. Shares, 0 to 1.</summary>
internal static class ProofWeights
{
    /// <summary>F1 of the learned rows against the generic ones, below which the row rules are taken back; fitted on saved pages.</summary>
    public const double LeastRowF1 = 0.95;

    /// <summary>Share of values that a draft's rule must still read; what is left to 1 is the most that it may read wrong; fitted on saved pages.</summary>
    public const double StillRight = 0.9;

    /// <summary>Share of rows that must have a field to learn from; fitted on saved pages.</summary>
    public const double LeastFill = 0.05;

    /// <summary>The same for a teaser: any text may be one; fitted on saved pages.</summary>
    public const double SnippetExtra = 1;

    /// <summary>The same for other fields; fitted on saved pages.</summary>
    public const double Extra = 0.2;

    /// <summary>The same for fields of JSON rows but those of every row; fitted on saved pages.</summary>
    public const double JsonExtra = 0.1;

    /// <summary>Share of a description's characters that an element must have to hold it; fitted on saved pages.</summary>
    public const double LeastLetters = 0.7;

    /// <summary>Share of a description's characters that it may have; fitted on saved pages.</summary>
    public const double MostLetters = 1.2;

    /// <summary>Characters that it may have beyond that; fitted on saved pages.</summary>
    public const double SpareLetters = 20;
}
