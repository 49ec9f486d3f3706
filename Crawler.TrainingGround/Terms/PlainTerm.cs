namespace Crawler.TrainingGround.Terms;

/// <summary>A plain dictionary word for goods, in one language.</summary>
internal sealed record PlainTerm(string Topic, string Language, string Text)
{
    /// <summary>Other forms that count as a hit.</summary>
    public string[] Variants { get; init; } = [];

    /// <summary>Phrases inside which an occurrence does not count.</summary>
    public string[] Exclude { get; init; } = [];

    /// <summary>True when the demo watch list searches for it.</summary>
    public bool Demo { get; init; }
}
