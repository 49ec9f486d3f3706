using Crawler.Analysis.Drift;
using Crawler.Contracts.Drift;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;

namespace Crawler.Scheduler.Sweeps;

/// <summary>
/// Gives the verdict on a site when its part of a sweep ends, and enters it into the site's history. All of it follows from the ledger: doing it twice
/// changes nothing.
/// </summary>
internal sealed class SiteVerdicts(IDocumentStore store, ISchedulerBus bus, TimeProvider time, ILogger<SiteVerdicts> log)
{
    /// <summary>The verdict. Null: the site is not in the store any more, or nothing of it was looked at.</summary>
    public async Task<SiteHealth?> GiveAsync(string sweepId, string siteId, IReadOnlyCollection<SweepJob> jobs, CancellationToken cancellationToken)
    {
        var site = (await store.GetAsync(LedgerCollections.Sites, siteId, cancellationToken))?.Value;
        if (site is null || jobs.Count == 0)
        {
            return null;
        }

        SiteHealth? health = null;
        var ended = jobs.Select(j => j.EndedAt).OfType<DateTimeOffset>().DefaultIfEmpty(time.GetUtcNow()).Max();
        await store.UpdateAsync(
            LedgerCollections.SiteHistories,
            siteId,
            history =>
            {
                history ??= new SiteHistory { SiteId = siteId };
                var profile = SweepProfiles.Of(sweepId, site, jobs, ended);
                health = DriftJudge.Judge(site, profile, history, jobs);
                return history.With(profile with { Condition = health.Condition });
            },
            cancellationToken);
        await store.UpdateAsync(
            LedgerCollections.SiteStatuses,
            siteId,
            status =>
                status?.Health is { } known && (known.At > health!.At || health.Condition is SiteCondition.NotAsked)
                    ? status
                    : (status ?? new SiteStatus { SiteId = siteId }) with { Health = health },
            cancellationToken);
        return health;
    }

    /// <summary>Says aloud that a site is not as it was. Whoever misses it reads it in the sweep's report.</summary>
    public async Task TellAsync(string sweepId, SiteHealth? health, CancellationToken cancellationToken)
    {
        if (health is null or { Condition: SiteCondition.Healthy or SiteCondition.Empty or SiteCondition.NotAsked })
        {
            return;
        }

        Log.SiteUnwell(log, sweepId, health.SiteId, health.Condition.ToString(), health.Detail);
        var trouble = new SiteTrouble
        {
            SiteId = health.SiteId,
            SweepId = sweepId,
            Outcome = SiteConditions.OutcomeOf(health.Condition),
            Detail = health.Detail,
            Url = health.Url,
            At = health.At,
            Health = health,
        };
        try
        {
            await bus.WarnAsync(trouble, cancellationToken);
        }
#pragma warning disable CA1031 // The verdict stands in the ledger; a bus that is down must not keep the sweep from ending.
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.WarningFailed(log, sweepId, problem);
        }
    }
}
