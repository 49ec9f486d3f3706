using System.CommandLine;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Views;
using Crawler.Storage.Documents;
using Crawler.Worker.Sites;

namespace Crawler.Patrol.Commands.Sites;

/// <summary><c>patrol site list</c>: the sites that can be searched, and how sweeps last found them.</summary>
internal static class SiteListCommand
{
    public static Command Create(PatrolContext context) =>
        new Command("list", "List the sites that can be searched, and how sweeps last found them.") { SharedOptions.Json }
            .WithExamples("patrol site list", "patrol site list --json")
            .Handle(context, ListAsync);

    private static async Task<int> ListAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var catalogue = await SiteCatalogue.LoadAsync(run.Home.Sites, cancellationToken);
        var sites = new SortedDictionary<string, SiteSummary>(StringComparer.Ordinal);
        foreach (var site in catalogue.Sites)
        {
            sites[site.Id] = new SiteSummary(site, Status: null);
        }

        // What the store holds is what sweeps go by. Without a store there is nothing more to say.
        if (run.HasStore())
        {
            await using var opened = await run.OpenStoreAsync(cancellationToken);
            await AddStoredAsync(opened.Documents, sites, cancellationToken);
        }

        foreach (var error in catalogue.Errors)
        {
            await run.Context.Error.WriteLineAsync($"patrol: left out: {error}");
        }

        if (run.Json)
        {
            return run.Print(new SitesReport([.. sites.Values]));
        }

        SitesView.Write(run.Console, [.. sites.Values]);
        return ExitCodes.Ok;
    }

    private static async Task AddStoredAsync(IDocumentStore store, SortedDictionary<string, SiteSummary> sites, CancellationToken cancellationToken)
    {
        await foreach (var site in store.QueryAllAsync(LedgerCollections.Sites, new DocumentQuery { Limit = 1000 }, cancellationToken))
        {
            sites[site.Value.Id] = new SiteSummary(site.Value, Status: null);
        }

        await foreach (var status in store.QueryAllAsync(LedgerCollections.SiteStatuses, new DocumentQuery { Limit = 1000 }, cancellationToken))
        {
            if (sites.TryGetValue(status.Value.SiteId, out var known))
            {
                sites[status.Value.SiteId] = known with { Status = status.Value };
            }
        }
    }

    private sealed record SitesReport(IReadOnlyList<SiteSummary> Sites);
}
