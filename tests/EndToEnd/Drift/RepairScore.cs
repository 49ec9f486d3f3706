using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Pages;
using Crawler.TrainingGround;
using EndToEnd.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EndToEnd.Drift;

/// <summary>
/// How a definition reads a site's result pages, held against the ground's truth. A row is right when its address, its title and its price are those of the
/// advert.
/// </summary>
/// <param name="Right">Rows that are right and were read by the definition's own rules.</param>
/// <param name="Read">Rows that were read.</param>
/// <param name="Expected">Rows that the pages hold.</param>
internal sealed record RepairScore(int Right, int Read, int Expected)
{
    public double F1 => Read + Expected == 0 ? 0 : 2.0 * Right / (Read + Expected);

    /// <summary>The first few rows that are wrong.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    /// <summary>Which adverts a site shows for the queries: read from its pages as they were, by the definition that fitted them.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ExpectedAsync(
        PracticeServices services, SiteDefinition site, IReadOnlyList<string> queries)
    {
        var expected = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (string query in queries)
        {
            expected[query] = [.. (await ReadAsync(services, site, query)).Rows.Select(r => Address(r.Url!)).Order(StringComparer.Ordinal)];
        }

        return expected;
    }

    public static async Task<RepairScore> MeasureAsync(
        PracticeServices services, SiteDefinition site, IReadOnlyDictionary<string, IReadOnlyList<string>> expected)
    {
        var truth = services.World.Ground.Truth.Adverts.Where(a => a.SiteId == site.Id).ToDictionary(a => Address(a.Url), StringComparer.Ordinal);
        int right = 0, read = 0;
        var wrong = new List<string>();
        foreach (var (query, adverts) in expected)
        {
            var reading = await ReadAsync(services, site, query);
            var open = adverts.ToList();
            foreach (var row in reading.Rows)
            {
                read++;
                string address = Address(row.Url ?? "http://nowhere/");
                bool ok = open.Remove(address) && reading.DefinedRows > 0 && truth.TryGetValue(address, out var advert) && IsRight(row, advert);
                right += ok ? 1 : 0;
                if (!ok)
                {
                    wrong.Add($"{row.Url} '{row.Title}' {row.Price?.Amount} {row.Price?.Currency}; truth '{truth.GetValueOrDefault(address)?.Title}' {truth.GetValueOrDefault(address)?.Price} ({reading.State}, {reading.DefinedRows} by rule)");
                }
            }
        }

        return new RepairScore(right, read, expected.Values.Sum(e => e.Count)) { Wrong = wrong };
    }

    private static async Task<SearchReading> ReadAsync(PracticeServices services, SiteDefinition site, string query)
    {
        var fetcher = services.Host.Services.GetRequiredService<IPageFetcher>();
        var outcome = await fetcher.FetchAsync(site, SearchRequest.Of(site, new SearchTarget { Query = query, Page = 1 }), CancellationToken.None);
        var page = ((FetchOutcome.Ok)outcome).Page;
        return services.Host.Services.GetRequiredService<ISiteReader>()
            .ReadSearch(site, new PageContent { Url = page.FinalUrl, Text = page.Text, MediaType = page.MediaType, Status = page.Status });
    }

    private static bool IsRight(ListingRow row, TruthAdvert advert) =>
        (advert.SiteId == "tg-social" || row.Title == advert.Title)
        && (advert.PriceIn != "field" || advert.SiteId == "tg-social" || row.Price?.Amount == advert.Price);

    /// <summary>Path and what names the advert in the query; paid rows carry a mark of their own.</summary>
    private static string Address(string url) =>
        new Uri(url) is var address && address.Query.Contains("ref=", StringComparison.Ordinal) ? address.AbsolutePath : address.PathAndQuery;
}
