using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.Workers;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Ledger.Workers;

/// <summary>
/// Reads how much work each site has and what governs its pace. Counted by the ledger's indexes over jobs that have not ended: no job is loaded but the first
/// waiting one of each site and priority.
/// </summary>
public sealed class QueueReader(IDocumentStore store)
{
    private const int PageSize = 500;

    /// <summary>All sites, and whatever else has work.</summary>
    /// <param name="now">Hosts are paused, and workers silent, as of this instant.</param>
    /// <param name="workers">From <see cref="WorkerReader"/>.</param>
    public async Task<QueueOverview> ReadAsync(DateTimeOffset now, IReadOnlyList<WorkerStatus> workers, CancellationToken cancellationToken)
    {
        var sites = await AllAsync(LedgerCollections.Sites, cancellationToken);
        var statuses = (await AllAsync(LedgerCollections.SiteStatuses, cancellationToken)).ToDictionary(s => s.SiteId, StringComparer.Ordinal);
        var hosts = SiteHosts.Sort(sites, await AllAsync(LedgerCollections.HostPaces, cancellationToken));
        var work = await OpenWorkAsync(cancellationToken);
        var putOff = await PutOffAsync(now, cancellationToken);
        var listeners = workers.Where(w => w.StateAt(now) is not WorkerState.Silent).SelectMany(w => w.Queues).CountBy(s => s, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

        var byId = sites.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var queues = new List<SiteQueue>();
        foreach (string id in byId.Keys.Union(work.Keys, StringComparer.Ordinal))
        {
            var site = byId.GetValueOrDefault(id);
            var open = work.GetValueOrDefault(id) ?? [];
            var queue = new SiteQueue
            {
                SiteId = id,
                Name = site?.Name ?? id,
                State = SiteQueueState.Idle,
                Workers = listeners.GetValueOrDefault(id),
                InHand = open.GetValueOrDefault(JobState.Running),
                OnBus = open.GetValueOrDefault(JobState.Sent),
                Waiting = open.GetValueOrDefault(JobState.Pending),
                PutOff = putOff.GetValueOrDefault(id),
                FirstDueAt = open.ContainsKey(JobState.Pending) ? await FirstDueAsync(id, cancellationToken) : null,
                Delay = site?.Pace.Delay,
                Hosts = [.. hosts.Of(id)],
                Status = statuses.GetValueOrDefault(id),
            };
            queues.Add(queue with { State = State(queue, site?.Enabled ?? true, now) });
        }

        return new QueueOverview(
            now,
            [.. queues.OrderBy(q => q.State is SiteQueueState.Idle).ThenBy(q => q.Name, StringComparer.OrdinalIgnoreCase)],
            [.. hosts.Others.Where(h => IsPaused(h, now))]);
    }

    private static SiteQueueState State(SiteQueue queue, bool enabled, DateTimeOffset now) => queue switch
    {
        _ when !enabled => SiteQueueState.SwitchedOff,
        { InHand: 0, OnBus: 0, Waiting: 0 } => SiteQueueState.Idle,
        { Workers: 0 } => SiteQueueState.Unattended,
        _ when queue.Hosts.Any(h => IsPaused(h, now)) => SiteQueueState.Paused,
        { InHand: > 0 } => SiteQueueState.Working,
        _ => SiteQueueState.Waiting,
    };

    private static bool IsPaused(HostPace host, DateTimeOffset now) => host.Pause is not null && host.NextAt > now;

    /// <summary>Jobs by state, of every site that has any.</summary>
    private async Task<Dictionary<string, Dictionary<JobState, long>>> OpenWorkAsync(CancellationToken cancellationToken)
    {
        var open = new DocumentQuery { Where = [Filter.AnyOf(JobFields.State, nameof(JobState.Pending), nameof(JobState.Sent), nameof(JobState.Running))] };
        var facets = await store.FacetsAsync(LedgerCollections.Jobs, open, [new FacetRequest(JobFields.Progress, Limit: 100_000)], cancellationToken);
        return facets[0]
            .Select(f => (Parts: f.Value.Split('/'), f.Count))
            .GroupBy(f => f.Parts[0], StringComparer.Ordinal)
            .ToDictionary(
                site => site.Key,
                site => site.GroupBy(f => Enum.Parse<JobState>(f.Parts[2])).ToDictionary(state => state.Key, state => state.Sum(f => f.Count)),
                StringComparer.Ordinal);
    }

    /// <summary>Waiting jobs that are not due yet, by site. Jobs that have ended were due in the past, so the range holds few.</summary>
    private async Task<Dictionary<string, long>> PutOffAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var later = new DocumentQuery { Where = [Filter.Range(JobFields.DueAt, now, null), Filter.AnyOf(JobFields.State, nameof(JobState.Pending))] };
        var facets = await store.FacetsAsync(LedgerCollections.Jobs, later, [new FacetRequest(JobFields.SiteId, Limit: 100_000)], cancellationToken);
        return facets[0].ToDictionary(f => f.Value, f => f.Count, StringComparer.Ordinal);
    }

    /// <summary>
    /// The earliest instant at which a waiting job is due. Jobs wait in the order of priority, then of that instant, so the first of each priority tells.
    /// </summary>
    private async Task<DateTimeOffset?> FirstDueAsync(string siteId, CancellationToken cancellationToken)
    {
        DateTimeOffset? first = null;
        var range = JobFields.ReadyRange(siteId);
        while (await NextAsync(range, cancellationToken) is { } job)
        {
            first = first < job.DueAt ? first : job.DueAt;
            range = JobFields.ReadyBelow(siteId, job.Priority);
        }

        return first;
    }

    private async Task<SweepJob?> NextAsync(Filter range, CancellationToken cancellationToken)
    {
        var page = await store.QueryAsync(
            LedgerCollections.Jobs, new DocumentQuery { Where = [range], OrderBy = new Sort(JobFields.Ready), Limit = 1 }, cancellationToken);
        return page.Items.Count == 0 ? null : page.Items[0].Value;
    }

    private async Task<IReadOnlyList<T>> AllAsync<T>(DocumentCollection<T> collection, CancellationToken cancellationToken)
        where T : class
    {
        var all = new List<T>();
        await foreach (var item in store.QueryAllAsync(collection, new DocumentQuery { Limit = PageSize }, cancellationToken))
        {
            all.Add(item.Value);
        }

        return all;
    }
}
