using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crawler.Hosting.Storing;

/// <summary>
/// Opens the store before anything that needs it starts. A server that is not there yet is waited for; what waiting does not mend (a wrong password, a newer schema)
/// ends the start.
/// </summary>
internal sealed class StoreOpening(IDocumentStore store, TimeProvider time, ILogger<StoreOpening> log) : IHostedService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);

    /// <exception cref="StoreException">The store refuses.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? waitingSince = null;
        while (true)
        {
            try
            {
                await HouseCollections.EnsureAllAsync(store, cancellationToken);
                if (waitingSince is { } since)
                {
                    Log.StoreIsThere(log, time.GetUtcNow() - since);
                }

                return;
            }
            catch (StoreException problem) when (problem.Problem is StoreProblem.Unreachable or StoreProblem.Locked)
            {
                if (waitingSince is null)
                {
                    waitingSince = time.GetUtcNow();
                    Log.StoreAwaited(log, BetweenTries, problem.Message);
                }

                await Task.Delay(BetweenTries, time, cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
