using Crawler.Contracts.Drift;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Ledger.Repairs;

/// <summary>
/// Where proposed repairs are kept and decided. Accepting changes the site's definition first and the proposal second, both by compare-and-set: who dies in
/// between is made good by accepting again.
/// </summary>
public sealed class RepairProposals(IDocumentStore store, TimeProvider time)
{
    /// <summary>Who decides when the settings let repairs take effect by themselves.</summary>
    public const string Policy = "policy";

    /// <summary>Stores a new proposal; what earlier ones for the site still wait for a decision is then out of date.</summary>
    public async Task StoreAsync(RepairProposal proposal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        if (!await store.InsertIfAbsentAsync(LedgerCollections.Repairs, proposal, cancellationToken))
        {
            return;
        }

        foreach (var earlier in (await OfSiteAsync(proposal.SiteId, cancellationToken)).Where(p => p.Id != proposal.Id && p.State is RepairState.Proposed or RepairState.Impossible && p.ProposedAt <= proposal.ProposedAt))
        {
            await ChangeAsync(earlier.Id, p => p with { State = RepairState.Superseded }, cancellationToken);
        }
    }

    /// <summary>All proposals for a site, newest first.</summary>
    public async Task<IReadOnlyList<RepairProposal>> OfSiteAsync(string siteId, CancellationToken cancellationToken)
    {
        var query = new DocumentQuery
        {
            Where = [Filter.AnyOf(RepairFields.SiteId, siteId)], OrderBy = new Sort(RepairFields.ProposedAt, Descending: true), Limit = 200,
        };
        return [.. (await store.QueryAsync(LedgerCollections.Repairs, query, cancellationToken)).Items.Select(i => i.Value)];
    }

    /// <summary>The site's latest proposal that is not out of date. Null: there is none.</summary>
    public async Task<RepairProposal?> LatestAsync(string siteId, CancellationToken cancellationToken) =>
        (await OfSiteAsync(siteId, cancellationToken)).FirstOrDefault(p => p.State is not RepairState.Superseded);

    /// <summary>Puts the repaired definition into force. The kill switch stays as it is.</summary>
    /// <param name="id">The proposal.</param>
    /// <param name="who">A person's name, or <see cref="Policy"/>.</param>
    public async Task<RepairAnswer> AcceptAsync(string id, string who, CancellationToken cancellationToken)
    {
        if (await GetAsync(id, cancellationToken) is not { } proposal)
        {
            return new RepairAnswer.Refused($"there is no repair '{id}'");
        }

        if (proposal.State is not RepairState.Proposed || proposal.Definition is not { } repaired)
        {
            return Decided(proposal);
        }

        bool put = false;
        var site = await store.UpdateAsync(
            LedgerCollections.Sites,
            proposal.SiteId,
            stored =>
            {
                bool before = stored is not null && stored.Version == proposal.FromVersion;
                put = before || (stored?.Version == repaired.Version && stored.Learned?.At == repaired.Learned?.At);
                return before ? repaired with { Enabled = stored!.Enabled } : stored;
            },
            cancellationToken);
        if (!put)
        {
            await ChangeAsync(id, p => p with { State = RepairState.Superseded }, cancellationToken);
            return new RepairAnswer.Refused(site is null ? $"site '{proposal.SiteId}' is not in the store any more" : $"site '{site.Id}' is at version {site.Version} by now; the repair was made for version {proposal.FromVersion}");
        }

        return new RepairAnswer.Done(
            await ChangeAsync(id, p => p with { State = RepairState.Accepted, DecidedAt = time.GetUtcNow(), DecidedBy = who }, cancellationToken) ?? proposal);
    }

    /// <summary>Leaves the definition as it is.</summary>
    public async Task<RepairAnswer> RejectAsync(string id, string who, CancellationToken cancellationToken)
    {
        if (await GetAsync(id, cancellationToken) is not { } proposal)
        {
            return new RepairAnswer.Refused($"there is no repair '{id}'");
        }

        if (proposal.State is not RepairState.Proposed)
        {
            return Decided(proposal);
        }

        return new RepairAnswer.Done(
            await ChangeAsync(id, p => p with { State = RepairState.Rejected, DecidedAt = time.GetUtcNow(), DecidedBy = who }, cancellationToken) ?? proposal);
    }

    private static RepairAnswer.Refused Decided(RepairProposal proposal) => new(proposal.State switch
    {
        RepairState.Impossible => $"there is nothing to decide: {proposal.Problem}",
        RepairState.Superseded => "the repair is out of date: the definition has changed since, or a later sweep proposed another",
        _ => $"the repair was {proposal.State.ToString().ToLowerInvariant()} by {proposal.DecidedBy} at {proposal.DecidedAt:yyyy-MM-dd HH:mm}Z",
    });

    private async Task<RepairProposal?> GetAsync(string id, CancellationToken cancellationToken) =>
        (await store.GetAsync(LedgerCollections.Repairs, id, cancellationToken))?.Value;

    /// <summary>Changes a proposal that still waits.</summary>
    private Task<RepairProposal?> ChangeAsync(string id, Func<RepairProposal, RepairProposal> change, CancellationToken cancellationToken) =>
        store.UpdateAsync(
            LedgerCollections.Repairs, id, p => p is { State: RepairState.Proposed or RepairState.Impossible } ? change(p) : p, cancellationToken);
}

/// <summary>What came of a decision.</summary>
public abstract record RepairAnswer
{
    /// <param name="Proposal">As it stands now.</param>
    public sealed record Done(RepairProposal Proposal) : RepairAnswer;

    /// <param name="Reason">In words.</param>
    public sealed record Refused(string Reason) : RepairAnswer;
}
