using Crawler.Contracts.Sites;
using Crawler.Fetching.Browser;
using Crawler.Ledger.Collections;
using Crawler.Pages;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;

namespace Crawler.Fetching.Tiers;

/// <summary>Decides which pages need the browser, and remembers it for the site in <see cref="SiteStatus.BrowserKinds"/>.</summary>
internal sealed class TierChooser(IDocumentStore store, ILogger<TierChooser> logger)
{
    /// <summary>Whether pages of this kind are known to need the browser before one is fetched.</summary>
    public async Task<bool> ExpectsBrowserAsync(SiteDefinition site, PageKind kind, CancellationToken cancellationToken)
    {
        switch (site.Fetch.Mode)
        {
            case FetchMode.Auto when kind == PageKind.Search && site.Search.Paging is (Paging.Scroll or Paging.More):
                return true;
            case FetchMode.Browser:
                return kind != PageKind.Image;
            case FetchMode.Http:
                return false;
            default:
                var status = kind == PageKind.Image ? null : await store.GetAsync(LedgerCollections.SiteStatuses, site.Id, cancellationToken);
                return status?.Value.BrowserKinds.Contains(Name(kind), StringComparer.Ordinal) == true;
        }
    }

    /// <summary>Whether a page that came is a shell; if so, its kind is remembered.</summary>
    public async Task<bool> IsShellAsync(SiteDefinition site, PageKind kind, FetchedPage page, CancellationToken cancellationToken)
    {
        if (site.Fetch.Mode != FetchMode.Auto || kind == PageKind.Image || !page.IsHtml || !ScriptShellDetector.IsShell(page.Text))
        {
            return false;
        }

        string name = Name(kind);
        Log.ScriptShell(logger, page.FinalUrl, site.Id, name);
        await store.UpdateAsync(
            LedgerCollections.SiteStatuses,
            site.Id,
            old => old?.BrowserKinds.Contains(name, StringComparer.Ordinal) == true
                ? old
                : (old ?? new SiteStatus { SiteId = site.Id }) with { BrowserKinds = [.. old?.BrowserKinds ?? [], name] },
            cancellationToken);
        return true;
    }

    private static string Name(PageKind kind) => kind == PageKind.Search ? "search" : "detail";
}
