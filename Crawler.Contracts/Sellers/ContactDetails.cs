namespace Crawler.Contracts.Sellers;

/// <summary>Ways to reach or pay someone, as found in a page. Each list is sorted and free of doubles.</summary>
public sealed record ContactDetails
{
    /// <summary>E.164 where the country could be told, else digits as printed.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary><c>service:handle</c>, such as <c>telegram:name</c>.</summary>
    public IReadOnlyList<string> Messengers { get; init; } = [];

    /// <summary><c>currency:address</c>.</summary>
    public IReadOnlyList<string> Wallets { get; init; } = [];

    /// <summary>Fingerprints, or SHA-256 of the armoured block where no fingerprint is printed.</summary>
    public IReadOnlyList<string> PgpKeys { get; init; } = [];
}
