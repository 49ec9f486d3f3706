using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Crawler.Storage.Mongo.Faults;

/// <summary>
/// Sends an operation again when the connection broke, the primary stepped down or too few servers confirmed. The driver's own retry covers one failure
/// of one command on a replica set; this covers standalone servers and elections that take longer.
/// </summary>
internal static class MongoRetries
{
    // Some five seconds in all, beyond what the driver spends on looking for a primary.
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    /// <param name="jitter">0 to 1; each pause is taken half to one and a half times.</param>
    public static ResiliencePipeline Create(TimeProvider time, Func<double> jitter, ILogger log) => new ResiliencePipelineBuilder { Name = "mongo", TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = arguments => ValueTask.FromResult(FaultIn(arguments.Outcome) is { IsPassing: true }),
            MaxRetryAttempts = Pauses.Length,
            DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(Pauses[arguments.AttemptNumber] * (0.5 + jitter())),
            OnRetry = arguments =>
            {
                var fault = FaultIn(arguments.Outcome);
                MongoLog.OperationRetried(log, fault?.Kind, fault?.Code, arguments.RetryDelay);
                return default;
            },
        })
        .Build();

    private static MongoFault? FaultIn(Outcome<object> outcome) => outcome.Exception is { } exception ? MongoFault.Of(exception) : null;
}
