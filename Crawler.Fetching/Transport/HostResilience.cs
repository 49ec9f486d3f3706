using System.Collections.Concurrent;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Pace;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Registry;
using Polly.Retry;

namespace Crawler.Fetching.Transport;

/// <summary>Retries what may pass, and leaves a host alone that fails again and again. One pipeline per host.</summary>
internal sealed class HostResilience(
    IHostPacer pacer, ResiliencePipelineRegistry<string> pipelines, TimeProvider time, Jitter jitter, ILogger<HostResilience> logger)
{
    private const int MaxRetries = 2;
    private const int FailuresToOpen = 6;
    private static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, FetchOutcome.Failed> _lastFailures = new(StringComparer.Ordinal);

    /// <summary>Runs the attempt, again if it fails in a way that may pass. Each attempt claims its own slot.</summary>
    public async Task<Exchange> RunAsync(string host, Func<CancellationToken, ValueTask<Exchange>> attempt, CancellationToken cancellationToken)
    {
        var pipeline = pipelines.GetOrAddPipeline<Exchange>($"host {host}", builder => Build(builder, host));
        try
        {
            return await pipeline.ExecuteAsync(static (a, ct) => a(ct), attempt, cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            var last = _lastFailures.GetValueOrDefault(host);
            return new Exchange.Ended(
                new FetchOutcome.Failed(
                    last?.Kind ?? OutcomeKind.ServerError,
                    $"{host} was not asked: it failed again and again, last with: {last?.Detail ?? "no answer"}",
                    Transient: true,
                    last?.Status),
                Asked: false);
        }
    }

    private void Build(ResiliencePipelineBuilder<Exchange> pipeline, string host)
    {
        (pipeline.Name, pipeline.InstanceName) = ("host", host);
        pipeline.TimeProvider = time;
        pipeline
            .AddRetry(new RetryStrategyOptions<Exchange>
            {
                ShouldHandle = args => ValueTask.FromResult(MayPass(args.Outcome.Result)),
                MaxRetryAttempts = MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = TimeSpan.FromSeconds(10),
                Randomizer = jitter.Next,
                OnRetry = args =>
                {
                    Log.Retrying(logger, host, args.AttemptNumber + 1, (args.Outcome.Result as Exchange.Ended)?.Outcome.Detail);
                    return default;
                },
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Exchange>
            {
                ShouldHandle = args =>
                {
                    bool failed = MayPass(args.Outcome.Result);
                    if (failed && (args.Outcome.Result as Exchange.Ended)?.Outcome is FetchOutcome.Failed failure)
                    {
                        _lastFailures[host] = failure;
                    }

                    return ValueTask.FromResult(failed);
                },
                FailureRatio = 0.8,
                MinimumThroughput = FailuresToOpen,
                SamplingDuration = TimeSpan.FromMinutes(2),
                BreakDurationGenerator = static args => ValueTask.FromResult(BreakFor(args.HalfOpenAttempts)),
                OnOpened = args => TellAllAsync(host, args.BreakDuration, _lastFailures.GetValueOrDefault(host), args.Context.CancellationToken),
            });
    }

    private static TimeSpan BreakFor(int halfOpenAttempts)
    {
        var wanted = FirstBreak * Math.Pow(2, Math.Min(halfOpenAttempts, 10));
        return wanted < LongestBreak ? wanted : LongestBreak;
    }

    private async ValueTask TellAllAsync(string host, TimeSpan pause, FetchOutcome.Failed? last, CancellationToken cancellationToken)
    {
        string reason = $"left alone for {pause:c} after repeated failures, last: {last?.Detail ?? "no answer"}";
        Log.HostLeftAlone(logger, host, reason);
        await pacer.PauseAsync(host, time.GetUtcNow() + pause, HostPause.Failing, reason, cancellationToken);
    }

    private static bool MayPass(Exchange? exchange) => exchange is Exchange.Ended { Asked: true, Outcome: FetchOutcome.Failed { Transient: true } };
}
