using Crawler.Contracts.Listings;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Learning;
using Crawler.Pages;

namespace Crawler.Worker.Probing;

/// <summary>What an examination came to.</summary>
public sealed record SiteProbeResult
{
    public required SiteCondition Condition { get; init; }

    /// <summary>Why there is no definition, in words. Null: there is one.</summary>
    public string? Problem { get; init; }

    /// <summary>Learned and proven. Null: <see cref="Problem"/> says why not.</summary>
    public SiteDefinition? Definition { get; init; }

    /// <summary>How each part of the definition came about. Null: nothing was learned.</summary>
    public LearnedWrapper? Learned { get; init; }

    /// <summary>Rows of the first result page as the definition reads them.</summary>
    public IReadOnlyList<ListingRow> Rows { get; init; } = [];

    /// <summary>The page that <see cref="Rows"/> stand on. Null: none was reached.</summary>
    public PageContent? Page { get; init; }

    /// <summary>That page as a picture (PNG). Null: none was taken.</summary>
    public ReadOnlyMemory<byte>? Screenshot { get; init; }

    /// <summary>The pages that were learned from.</summary>
    public IReadOnlyList<LearningPage> Pages { get; init; } = [];

    /// <summary>What was tried, and what came of it, in order.</summary>
    public IReadOnlyList<ProbeStep> Steps { get; init; } = [];

    /// <summary>Requests sent for pages; robots.txt and what a rendered page asked for are not counted.</summary>
    public int Requests { get; init; }
}
