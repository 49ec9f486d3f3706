using Crawler.Contracts.Drift;
using Crawler.Contracts.Sites;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Repairs;
using Crawler.Review.Live;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;

namespace Crawler.Review.Sites;

/// <summary>Sites with how they last fared, and their kill switch.</summary>
internal sealed class SiteOverview(IDocumentStore store, LiveFeed feed, ILogger<SiteOverview> logger)
{
    /// <summary>All sites by name.</summary>
    public async Task<IReadOnlyList<SiteView>> AllAsync(CancellationToken cancellationToken)
    {
        var statuses = new Dictionary<string, SiteStatus>(StringComparer.Ordinal);
        await foreach (var status in store.QueryAllAsync(LedgerCollections.SiteStatuses, new DocumentQuery { Limit = 500 }, cancellationToken))
        {
            statuses[status.Value.SiteId] = status.Value;
        }

        var sites = new List<SiteView>();
        await foreach (var site in store.QueryAllAsync(LedgerCollections.Sites, new DocumentQuery { OrderBy = new Sort(SiteFields.Name), Limit = 500 }, cancellationToken))
        {
            sites.Add(new SiteView(site.Value, statuses.GetValueOrDefault(site.Value.Id)));
        }

        return sites;
    }

    /// <summary>Names by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var site in store.QueryAllAsync(LedgerCollections.Sites, new DocumentQuery { Limit = 500 }, cancellationToken))
        {
            names[site.Value.Id] = site.Value.Name;
        }

        return names;
    }

    /// <summary>One site. Null: there is none.</summary>
    public async Task<SiteView?> GetAsync(string siteId, CancellationToken cancellationToken)
    {
        var site = await store.GetAsync(LedgerCollections.Sites, siteId, cancellationToken);
        return site is null ? null : new SiteView(site.Value, (await store.GetAsync(LedgerCollections.SiteStatuses, siteId, cancellationToken))?.Value);
    }

    /// <summary>How the site let itself be read, sweep by sweep. Null: no sweep has been there.</summary>
    public async Task<SiteHistory?> HistoryAsync(string siteId, CancellationToken cancellationToken) =>
        (await store.GetAsync(LedgerCollections.SiteHistories, siteId, cancellationToken))?.Value;

    /// <summary>Logs a decision on a repair and lets open pages know.</summary>
    public void NoteRepair(RepairAnswer answer)
    {
        if (answer is RepairAnswer.Done { Proposal: var repair })
        {
            Log.RepairDecided(logger, repair.SiteId, repair.FromVersion, repair.State.ToString(), repair.DecidedBy);
            feed.Publish(new ConsoleEvent.Changed());
        }
    }

    /// <summary>Sets the kill switch. False: there is no such site.</summary>
    public async Task<bool> SwitchAsync(string siteId, bool enabled, CancellationToken cancellationToken)
    {
        var site = await store.UpdateAsync(
            LedgerCollections.Sites, siteId, s => s is null || s.Enabled == enabled ? s : s with { Enabled = enabled }, cancellationToken);
        if (site is null)
        {
            return false;
        }

        Log.SiteSwitched(logger, siteId, enabled ? "on" : "off");
        feed.Publish(new ConsoleEvent.Changed());
        return true;
    }
}

/// <summary>A site and how it last fared.</summary>
/// <param name="Status">Null: never asked.</param>
internal sealed record SiteView(SiteDefinition Site, SiteStatus? Status);
