namespace Crawler.Contracts.Listings;

/// <summary>A term of a watch list found in an advert.</summary>
public sealed record TermHit
{
    public required string WatchListId { get; init; }

    /// <summary>The term as the list has it.</summary>
    public required string Term { get; init; }

    public string? Topic { get; init; }

    public string? Language { get; init; }

    /// <summary>The spelling that was found, as printed.</summary>
    public required string Found { get; init; }

    public required HitField Field { get; init; }

    /// <summary>Where it starts in the field, in UTF-16 units.</summary>
    public required int Start { get; init; }

    public required int Length { get; init; }

    /// <summary>How it was recognised: "exact", "variant", and, for disguised spellings, how.</summary>
    public string How { get; init; } = "exact";
}

/// <summary>The part of an advert a term was found in.</summary>
public enum HitField
{
    Title,
    Text,
    Category,
    Seller,
}
