using Crawler.Contracts.Sweeps;

namespace Crawler.Contracts.Sites;

/// <summary>What sweeps last found a site to be like; one document per site, written by workers.</summary>
public sealed record SiteStatus
{
    public required string SiteId { get; init; }

    public OutcomeKind? LastOutcome { get; init; }

    public string? LastDetail { get; init; }

    public DateTimeOffset? LastAt { get; init; }

    public DateTimeOffset? LastOkAt { get; init; }

    /// <summary>The sweep that <see cref="BarredInARow"/> counts in.</summary>
    public string? BarredSweepId { get; init; }

    /// <summary>Answers in a row that barred the way (blocked, captcha, consent wall, login).</summary>
    public int BarredInARow { get; init; }

    /// <summary>Page kinds ("search", "detail") found to be script shells, so that <see cref="FetchMode.Auto"/> goes straight to the browser.</summary>
    public IReadOnlyList<string> BrowserKinds { get; init; } = [];

    /// <summary>The latest verdict, of a sweep or a check. Null: there is none yet.</summary>
    public SiteHealth? Health { get; init; }
}
