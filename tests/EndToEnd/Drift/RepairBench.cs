using Crawler.Contracts.Drift;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Repairs;
using Crawler.Storage.Documents;
using EndToEnd.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EndToEnd.Drift;

/// <summary>Accepts what a sweep's drift brought forth, measures it on fresh pages, and puts the old definition back.</summary>
internal sealed class RepairBench
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> _expected = new(StringComparer.Ordinal);
    private readonly PracticeServices _services;

    private RepairBench(PracticeServices services) => _services = services;

    /// <summary>Notes what the sites show while they are well.</summary>
    public static async Task<RepairBench> OpenAsync(PracticeServices services, IReadOnlyList<string> siteIds)
    {
        var bench = new RepairBench(services);
        foreach (string id in siteIds)
        {
            var site = await bench.SiteAsync(id);
            bench._expected[id] = await RepairScore.ExpectedAsync(services, site, Queries(services, site));
        }

        return bench;
    }

    public async Task<RepairResult> TryAsync(Sweep sweep, string siteId)
    {
        var old = await SiteAsync(siteId);
        var proposal = await ProposalAsync(siteId, sweep.Id, old.Version);
        if (proposal.Definition is null)
        {
            return new RepairResult(proposal, null, 0);
        }

        var proposals = _services.Host.Services.GetRequiredService<RepairProposals>();
        Assert.That(await proposals.AcceptAsync(proposal.Id, "the test", CancellationToken.None), Is.TypeOf<RepairAnswer.Done>());
        var repaired = await SiteAsync(siteId);
        Assert.That(repaired.Version, Is.EqualTo(old.Version + 1));
        var score = await RepairScore.MeasureAsync(_services, repaired, _expected[siteId]);
        await _services.Store.UpdateAsync(LedgerCollections.Sites, siteId, _ => old, CancellationToken.None);
        return new RepairResult(proposal, score, repaired.Version);
    }

    /// <summary>Half of them were never asked by the sweep that the repair was learned from.</summary>
    private static IReadOnlyList<string> Queries(PracticeServices services, SiteDefinition site) =>
        [.. services.World.Ground.Truth.Terms.Where(t => site.Languages.Contains(t.Language)).Select(t => t.Text).Take(6)];

    private async Task<SiteDefinition> SiteAsync(string id) => (await _services.Store.GetAsync(LedgerCollections.Sites, id, CancellationToken.None))!.Value;

    private async Task<RepairProposal> ProposalAsync(string siteId, string sweepId, int version)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await look.WaitForNextTickAsync(patience.Token))
        {
            if (await _services.Store.GetAsync(LedgerCollections.Repairs, RepairProposal.IdFor(siteId, version, sweepId), patience.Token) is { } stored)
            {
                return stored.Value;
            }
        }

        throw new AssertionException($"no repair was proposed for {siteId}");
    }
}

/// <summary>What came of one repair.</summary>
/// <param name="Proposal">As proposed.</param>
/// <param name="Score">Null: there was nothing to accept.</param>
/// <param name="Version">Of the definition that was put into force.</param>
internal sealed record RepairResult(RepairProposal Proposal, RepairScore? Score, int Version)
{
    public override string ToString() => Score is { } score
        ? $"F1 {score.F1:0.000} ({score.Right} right of {score.Read} read, {score.Expected} there){string.Concat(score.Wrong.Take(3).Select(w => "\n        " + w))}\n        {string.Join("\n        ", Proposal.Changes.Select(c => $"{c.Field}: {c.OldRule} -> {c.NewRule} ({c.Example ?? c.Reason})"))}"
        : $"{Proposal.State}: {Proposal.Problem}";
}
