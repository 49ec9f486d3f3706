using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Crawler.Hosting.Health;

/// <summary>Whether the store answers a read.</summary>
internal sealed class StoreHealth(IDocumentStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.GetAsync(LedgerCollections.WatchLists, "-", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreException problem)
        {
            return HealthCheckResult.Unhealthy(problem.Message);
        }
    }
}
