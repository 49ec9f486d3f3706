namespace Crawler.Contracts.Sites;

/// <summary>Whether robots.txt is obeyed.</summary>
public sealed record RobotsPolicy
{
    /// <summary>Default true. False needs <see cref="LegalBasis"/>, and each sweep logs both.</summary>
    public bool Obey { get; init; } = true;

    /// <summary>The law or order that allows not obeying. Required when <see cref="Obey"/> is false.</summary>
    public string? LegalBasis { get; init; }
}
