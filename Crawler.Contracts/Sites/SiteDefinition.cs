namespace Crawler.Contracts.Sites;

/// <summary>
/// All that is known of a site: how politely, on what legal basis, how to search it and how to read it. Sites are data: <c>sites/*.yaml</c>.
/// </summary>
public sealed record SiteDefinition
{
    /// <summary>Lower-case letters, digits and dashes; names the queue <c>site-{id}</c> and the listing ids.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The site's front page; relative addresses in templates resolve against it.</summary>
    public required Uri Home { get; init; }

    public SiteKind Kind { get; init; } = SiteKind.Marketplace;

    /// <summary>ISO 639-1 codes of the languages adverts are written in; the first decides how numbers and dates are read.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>ISO 3166-1 alpha-2. Null: international or unknown.</summary>
    public string? Country { get; init; }

    /// <summary>The law or order under which the site is read. Null: not stated.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>The kill switch: false means that no request leaves for this site.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether someone has run the definition against the real site.</summary>
    public bool Verified { get; init; }

    /// <summary>Why it is, or is not, verified.</summary>
    public string? VerifiedNote { get; init; }

    /// <summary>Set when a program learned the rules from the site's pages. Null: people wrote them.</summary>
    public LearnedFrom? Learned { get; init; }

    /// <summary>Raised with every change of the file's meaning; kept with what it extracted.</summary>
    public int Version { get; init; } = 1;

    public PacePolicy Pace { get; init; } = new();

    public RobotsPolicy Robots { get; init; } = new();

    public AccessPolicy Access { get; init; } = new();

    /// <summary>Null: the site is read as a stranger.</summary>
    public LoginDefinition? Login { get; init; }

    public FetchPolicy Fetch { get; init; } = new();

    public required SearchDefinition Search { get; init; }

    public DetailDefinition Detail { get; init; } = new();

    public PageStates States { get; init; } = new();

    public HealthFloors Health { get; init; } = new();

    /// <summary>Saved pages that the definition is proven on.</summary>
    public IReadOnlyList<SiteFixture> Fixtures { get; init; } = [];
}

/// <summary>What kind of place a site is.</summary>
public enum SiteKind
{
    Marketplace,
    Shop,
    Auction,
    Forum,
    Social,
    DarkMarket,
}
