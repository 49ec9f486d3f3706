using Crawler.Contracts.Drift;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;

namespace Crawler.Analysis.Drift;

/// <summary>Adds up pages. The ledger's jobs are what is counted, and each has one outcome: whoever counts, and however often, comes to the same.</summary>
public static class SweepProfiles
{
    /// <summary>What the jobs of one site's part of a sweep come to.</summary>
    /// <param name="sweepId">The sweep.</param>
    /// <param name="site">The site's definition as it stands.</param>
    /// <param name="jobs">Its jobs. Those that have no outcome yet are left out.</param>
    /// <param name="at">When the part ended.</param>
    public static SweepProfile Of(string sweepId, SiteDefinition site, IReadOnlyCollection<SweepJob> jobs, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(jobs);
        int version = jobs.Select(j => j.Outcome?.Page?.DefinitionVersion ?? 0).DefaultIfEmpty().Max() is > 0 and var latest ? latest : site.Version;
        return new SweepProfile
        {
            SweepId = sweepId,
            At = at,
            DefinitionVersion = version,
            Search = Of([.. jobs.Where(j => j.Kind is JobKind.Search)], version),
            Detail = Of([.. jobs.Where(j => j.Kind is JobKind.Capture)], version),
        };
    }

    /// <summary>A sweep of one page: for judging it alone.</summary>
    public static KindProfile Of(PageProfile page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Of([page], new Dictionary<string, int>(StringComparer.Ordinal));
    }

    private static KindProfile Of(IReadOnlyCollection<SweepJob> jobs, int version)
    {
        var outcomes = jobs.Where(j => j.IsTerminal).CountBy(j => (j.Outcome?.Kind ?? OutcomeKind.InternalError).ToString())
            .ToDictionary(StringComparer.Ordinal);
        return Of([.. jobs.Select(j => j.Outcome?.Page).OfType<PageProfile>().Where(p => p.DefinitionVersion == version)], outcomes);
    }

    private static KindProfile Of(IReadOnlyList<PageProfile> pages, IReadOnlyDictionary<string, int> outcomes)
    {
        PageProfile[] read = [.. pages.Where(p => p.Rows > 0)];
        return new KindProfile
        {
            Pages = read.Length,
            Rows = read.Sum(p => p.Rows),
            RowsByDefinition = read.Sum(p => p.RowsByDefinition ?? p.Rows),
            FullestPage = read.Select(p => p.Rows).DefaultIfEmpty().Max(),
            PagesMissedByDefinition = read.Count(p => p.RowsByDefinition is 0),
            Fields = read.SelectMany(p => p.Fields).GroupBy(f => f.Key, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => Sum(g.Select(f => f.Value)), StringComparer.Ordinal),
            NextPages = read.Select(p => p.NextPageTier).OfType<string>().CountBy(t => t).ToDictionary(StringComparer.Ordinal),
            Sources = read.SelectMany(p => p.Sources.Distinct(StringComparer.Ordinal)).CountBy(s => s).ToDictionary(StringComparer.Ordinal),
            Outcomes = outcomes,
            Shape = read.Select(p => p.Shape).Aggregate((string?)null, PageShape.Union),
            Bytes = pages.Sum(p => p.Bytes),
            Unexplained = pages.Count(p => p.Unexplained),
        };
    }

    private static IReadOnlyDictionary<string, int> Sum(IEnumerable<IReadOnlyDictionary<string, int>> tiers) =>
        tiers.SelectMany(t => t).GroupBy(t => t.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(t => t.Value), StringComparer.Ordinal);
}
