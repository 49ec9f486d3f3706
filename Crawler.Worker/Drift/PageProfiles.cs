using Crawler.Contracts.Drift;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;

namespace Crawler.Worker.Drift;

/// <summary>What a reading says of how well the page and its site's definition fit together.</summary>
internal static class PageProfiles
{
    public static PageProfile Of(SiteDefinition site, SearchReading reading, FetchedPage page, bool further) => new()
    {
        DefinitionVersion = site.Version,
        Rows = reading.Rows.Count,
        RowsByDefinition = reading.DefinedRows,
        Fields = Count(reading.Rows.Select(r => r.Tiers)),
        NextPageTier = reading.NextPageTier,
        Sources = reading.Sources,
        Shape = reading.Shape,
        Bytes = page.Body.Length,
        Unexplained = further && reading.State is OutcomeKind.Drifted,
    };

    public static PageProfile Of(SiteDefinition site, DetailReading reading, FetchedPage page) => new()
    {
        DefinitionVersion = site.Version,
        Rows = reading.State is OutcomeKind.Ok ? 1 : 0,
        Fields = Count([reading.Tiers]),
        Sources = reading.Sources,
        Shape = reading.Shape,
        Bytes = page.Body.Length,
    };

    private static Dictionary<string, IReadOnlyDictionary<string, int>> Count(IEnumerable<IReadOnlyDictionary<string, string>> rows) =>
        rows.SelectMany(t => t).GroupBy(t => t.Key, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => (IReadOnlyDictionary<string, int>)g.CountBy(t => t.Value, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
                StringComparer.Ordinal);
}
