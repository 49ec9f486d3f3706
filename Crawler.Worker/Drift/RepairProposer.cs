using Crawler.Contracts.Captures;
using Crawler.Contracts.Drift;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Extraction;
using Crawler.Extraction.Readers;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Repairs;
using Crawler.Pages.Decoding;
using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Drift;

/// <summary>Makes a repair of what a sweep kept of a drifted site, stores it, and puts it into force where the settings let it.</summary>
internal sealed class RepairProposer(
    IDocumentStore store, IBlobStore blobs, RepairProposals proposals, IOptions<WorkerOptions> options, TimeProvider time, ILogger<RepairProposer> log)
{
    /// <summary>Proposes once per site, definition version and sweep, however often it is asked.</summary>
    public async Task ProposeAsync(SiteDrifted drifted, CancellationToken cancellationToken)
    {
        var site = (await store.GetAsync(LedgerCollections.Sites, drifted.SiteId, cancellationToken))?.Value;
        if (site is null || site.Version != drifted.Health.DefinitionVersion
            || await store.GetAsync(LedgerCollections.Repairs, RepairProposal.IdFor(site.Id, site.Version, drifted.SweepId), cancellationToken) is not null)
        {
            return;
        }

        var pages = await PagesAsync(drifted, site.Version, cancellationToken);
        var proposal = await CheckedAsync(new Repair(time).Propose(site, drifted.Health, drifted.SweepId, pages), pages, cancellationToken);
        await proposals.StoreAsync(proposal, cancellationToken);
        Log.RepairProposed(log, site.Id, proposal.State.ToString(), proposal.Id, proposal.Problem);
        if (options.Value.Repairs is RepairPolicy.Auto && IsComplete(proposal)
            && await proposals.AcceptAsync(proposal.Id, RepairProposals.Policy, cancellationToken) is RepairAnswer.Done)
        {
            Log.RepairAccepted(log, site.Id, proposal.FromVersion + 1);
        }
    }

    /// <summary>Good enough to need no eyes: every page reads at least what it did, and every rule that died has a successor.</summary>
    private static bool IsComplete(RepairProposal proposal) =>
        proposal.State is RepairState.Proposed
        && proposal.Proof.All(p => p.RowsAfter >= p.RowsBefore)
        && proposal.Changes.Where(c => c.OldRule is not null).All(c => c.NewRule is not null || c.Field is "search.id");

    /// <summary>
    /// A site changes its dress overnight, not its wares: rows of which none was ever seen are something else than adverts, however regular they look.
    /// </summary>
    private async Task<RepairProposal> CheckedAsync(RepairProposal proposal, IReadOnlyList<KeptPage> pages, CancellationToken cancellationToken)
    {
        var sweep = (await store.GetAsync(LedgerCollections.Sweeps, proposal.SweepId, cancellationToken))?.Value;
        var history = (await store.GetAsync(LedgerCollections.SiteHistories, proposal.SiteId, cancellationToken))?.Value;
        bool nothingKnown = history?.Sweeps.Any(s => s is { Condition: SiteCondition.Healthy, Search.Rows: > 0 } && s.SweepId != proposal.SweepId) != true;
        if (proposal.Definition is not { } repaired || sweep is null || nothingKnown)
        {
            return proposal;
        }

        var began = sweep.StartedAt ?? sweep.ScheduledFor;
        var reader = new SiteReader(time);
        string[] ids = [.. pages.Where(p => !p.Page.Detail).SelectMany(p => reader.ReadSearch(repaired, p.Content).Rows).Where(r => r.Url is not null)
            .Select(r => ListingIdentity.For(repaired, r.Id, new Uri(r.Url!))).Distinct(StringComparer.Ordinal)];
        int known = 0;
        foreach (string id in ids)
        {
            bool listed = (await store.GetAsync(LedgerCollections.Listings, id, cancellationToken))?.Value.FirstSeenAt < began;
            known += listed || (await store.GetAsync(LedgerCollections.SeenRows, SeenRow.KeyFor(sweep.WatchListId, id), cancellationToken))?.Value.At < began
                ? 1
                : 0;
        }

        return known > 0 || ids.Length < 3
            ? proposal with { RowsKnown = known }
            : proposal with
            {
                State = RepairState.Impossible,
                RowsKnown = 0,
                Problem = $"none of the {ids.Length} rows that the new rules read was ever seen before the change: they may be something else than adverts",
            };
    }

    private async Task<IReadOnlyList<KeptPage>> PagesAsync(SiteDrifted drifted, int version, CancellationToken cancellationToken)
    {
        var query = new DocumentQuery
        {
            Where = [Filter.AnyOf(DriftPageFields.SiteId, drifted.SiteId), Filter.AnyOf(DriftPageFields.SweepId, drifted.SweepId)],
            OrderBy = new Sort(DriftPageFields.At),
            Limit = 100,
        };
        var kept = new List<KeptPage>();
        foreach (var page in (await store.QueryAsync(LedgerCollections.DriftPages, query, cancellationToken)).Items.Select(i => i.Value).Where(p => p.DefinitionVersion == version))
        {
            var file = page.Files.FirstOrDefault(f => f.Role is CaptureRole.RenderedDom) ?? page.Files.First(f => f.Role is CaptureRole.Body);
            await using var content = await blobs.OpenAsync(file.Sha256, cancellationToken);
            if (content is not null)
            {
                using var bytes = new MemoryStream();
                await content.CopyToAsync(bytes, cancellationToken);
                kept.Add(new KeptPage(page, SavedPage.Read(bytes.ToArray(), new Uri(page.FinalUrl)) with { Status = page.HttpStatus }));
            }
        }

        return kept;
    }
}
