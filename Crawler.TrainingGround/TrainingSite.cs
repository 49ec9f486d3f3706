namespace Crawler.TrainingGround;

/// <summary>One site of the practice world as it is being served.</summary>
public sealed record TrainingSite
{
    /// <summary>Stable id, for example <c>tg-markt</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name the site shows to its visitors.</summary>
    public required string Name { get; init; }

    /// <summary>Root address with a trailing slash, for example <c>http://127.0.0.1:8701/</c>.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary><c>marketplace</c>, <c>shop</c>, <c>forum</c>, <c>social</c> or <c>onion-market</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Language of the site's own words (navigation, empty page, removal notice), ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>Languages its adverts are written in, the site's own first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }
}
