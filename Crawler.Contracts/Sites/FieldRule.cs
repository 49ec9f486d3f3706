namespace Crawler.Contracts.Sites;

/// <summary>One way to read one field. In YAML a plain string is <see cref="Select"/>, with <c>@attribute</c> at its end for an attribute.</summary>
public sealed record FieldRule
{
    /// <summary>CSS selector within the row or page (HTML), or JSON path such as <c>$.price.amount</c> (JSON). Null: the row itself.</summary>
    public string? Select { get; init; }

    /// <summary>Attribute to read. Null: the text.</summary>
    public string? Attribute { get; init; }

    /// <summary>A regular expression; its first group (or the whole match) is the value. Runs under a time-out.</summary>
    public string? Match { get; init; }

    /// <summary>
    /// A constant, for a site that says it once for all adverts (a currency, for instance). With <see cref="Match"/>: what is made of the match, <c>$1</c>
    /// being its first group.
    /// </summary>
    public string? Value { get; init; }

    /// <summary>True when finding something at all is the value (<c>sponsored</c>).</summary>
    public bool Exists { get; init; }
}
