using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Crawler.Hosting.Storing;

/// <summary>
/// Opens the store before anything that needs it starts. A server that is not there yet is waited for; what waiting does not mend (a wrong password, a
/// newer schema)
/// ends the start.
/// </summary>
internal sealed class StoreOpening(IDocumentStore store, TimeProvider time, ILogger<StoreOpening> log) : IHostedService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);

    /// <exception cref="StoreException">The store refuses.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? waitingSince = null;
        var untilItAnswers = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<StoreException>(p => p.Problem is StoreProblem.Unreachable or StoreProblem.Locked),
                MaxRetryAttempts = int.MaxValue,
                Delay = BetweenTries,
                OnRetry = retry =>
                {
                    if (waitingSince is null)
                    {
                        waitingSince = time.GetUtcNow();
                        Log.StoreAwaited(log, BetweenTries, retry.Outcome.Exception!.Message);
                    }

                    return default;
                },
            })
            .Build();
        await untilItAnswers.ExecuteAsync(async ct => await LedgerCollections.EnsureAllAsync(store, ct), cancellationToken);
        if (waitingSince is { } since)
        {
            Log.StoreIsThere(log, time.GetUtcNow() - since);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
