using Crawler.Contracts.Captures;
using Crawler.Contracts.Drift;
using Crawler.Contracts.Messages;
using Crawler.Storage.Blobs;
using Crawler.Storage.Collections;
using Crawler.Storage.Documents;
using Crawler.Storage.Repairs;
using Crawler.Worker.Extraction;
using Crawler.Worker.Jobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Drift;

/// <summary>Makes a repair of what a sweep kept of a drifted site, stores it, and puts it into force where the house lets it.</summary>
internal sealed class RepairShop(IDocumentStore store, IBlobStore blobs, RepairDesk desk, IOptions<WorkerOptions> options, TimeProvider time, ILogger<RepairShop> log)
{
    /// <summary>Proposes once per site, definition version and sweep, however often it is asked.</summary>
    public async Task ProposeAsync(SiteDrifted drifted, CancellationToken cancellationToken)
    {
        var site = (await store.GetAsync(HouseCollections.Sites, drifted.SiteId, cancellationToken))?.Value;
        if (site is null || site.Version != drifted.Health.DefinitionVersion
            || await store.GetAsync(HouseCollections.Repairs, RepairProposal.IdFor(site.Id, site.Version, drifted.SweepId), cancellationToken) is not null)
        {
            return;
        }

        var proposal = new Repair(time).Propose(site, drifted.Health, drifted.SweepId, await PagesAsync(drifted, site.Version, cancellationToken));
        await desk.StoreAsync(proposal, cancellationToken);
        Log.RepairProposed(log, site.Id, proposal.State.ToString(), proposal.Id, proposal.Problem);
        if (options.Value.Repairs is RepairPolicy.Auto && IsComplete(proposal)
            && await desk.AcceptAsync(proposal.Id, RepairDesk.Policy, cancellationToken) is RepairAnswer.Done)
        {
            Log.RepairAccepted(log, site.Id, proposal.FromVersion + 1);
        }
    }

    /// <summary>Good enough to need no eyes: every page reads at least what it did, and every rule that died has a successor.</summary>
    private static bool IsComplete(RepairProposal proposal) =>
        proposal.State is RepairState.Proposed
        && proposal.Proof.All(p => p.RowsAfter >= p.RowsBefore)
        && proposal.Changes.Where(c => c.OldRule is not null).All(c => c.NewRule is not null || c.Field is "search.id");

    private async Task<IReadOnlyList<KeptPage>> PagesAsync(SiteDrifted drifted, int version, CancellationToken cancellationToken)
    {
        var query = new DocumentQuery
        {
            Where = [Filter.AnyOf("siteId", drifted.SiteId), Filter.AnyOf("sweepId", drifted.SweepId)],
            OrderBy = new Sort("at"),
            Limit = 100,
        };
        var kept = new List<KeptPage>();
        foreach (var page in (await store.QueryAsync(HouseCollections.DriftPages, query, cancellationToken)).Items.Select(i => i.Value).Where(p => p.DefinitionVersion == version))
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
