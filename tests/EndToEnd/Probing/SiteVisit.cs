using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Ledger.Collections;
using Crawler.Pages;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Worker;
using Crawler.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace EndToEnd.Probing;

/// <summary>Searches a site by a definition as a sweep would: page after page, until there is no next one.</summary>
internal sealed class SiteVisit : IAsyncDisposable
{
    private const int MostPages = 40;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("patrol-visit-");
    private ServiceProvider? _services;

    public async Task<IReadOnlyList<ListingRow>> SearchAsync(SiteDefinition site, string query)
    {
        var services = _services ??= await StartAsync();
        var rows = new List<ListingRow>();
        var target = new SearchTarget { Query = query, Page = 1 };
        for (int pages = 0; target is not null; pages++)
        {
            Assert.That(pages, Is.LessThan(MostPages), $"'{query}' on {site.Id} does not end");
            var outcome = await services.GetRequiredService<IPageFetcher>().FetchAsync(site, SearchRequest.Of(site, target), CancellationToken.None);
            Assert.That(outcome, Is.InstanceOf<FetchOutcome.Ok>(), outcome.Detail);
            var page = ((FetchOutcome.Ok)outcome).Page;
            var reading = services.GetRequiredService<ISiteReader>()
                .ReadSearch(site, new PageContent { Url = page.FinalUrl, Text = page.Text, MediaType = page.MediaType, Status = page.Status });
            Assert.That(reading.State, Is.EqualTo(OutcomeKind.Ok).Or.EqualTo(OutcomeKind.Empty), reading.StateDetail);
            rows.AddRange(reading.Rows);
            target = NextSearch.After(site, target, reading, page);
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private async Task<ServiceProvider> StartAsync()
    {
        var store = await SqliteDocumentStore.OpenAsync(Path.Combine(_folder.FullName, "store.db"));
        await LedgerCollections.EnsureAllAsync(store, CancellationToken.None);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IDocumentStore>(_ => store);
        services.AddPageAccess();
        return services.BuildServiceProvider();
    }
}
