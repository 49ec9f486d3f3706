using System.Collections.Concurrent;
using Crawler.Contracts.Sites;
using Crawler.Fetching.Pace;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Fetching.Transport;

/// <summary>Hears a host's wish to be left alone, and passes it on to all workers.</summary>
internal sealed class Throttling(IHostPacer pacer, TimeProvider time, IOptions<FetchingOptions> options, ILogger<Throttling> logger)
{
    private static readonly TimeSpan WhenUnsaid = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, int> _inARow = new(StringComparer.Ordinal);

    /// <summary>Pauses the host if the answer asks for it.</summary>
    /// <returns>Null: the answer asks for no pause.</returns>
    public async Task<FetchOutcome.Throttled?> HeedAsync(HttpAnswer answer, TimeSpan delay, CancellationToken cancellationToken)
    {
        string host = HostName.Of(answer.Url);
        var now = time.GetUtcNow();
        var asked = RetryAfter.Parse(answer.Header("Retry-After"), now, options.Value.RetryAfterCap);
        if (answer.Status != 429 && !(answer.Status == 503 && asked is not null))
        {
            _inARow.TryRemove(host, out _);
            return null;
        }

        int times = _inARow.AddOrUpdate(host, 1, static (_, n) => n + 1);
        var wait = asked ?? Min(WhenUnsaid * Math.Pow(2, Math.Min(times, 20) - 1), options.Value.RetryAfterCap);
        wait = wait < delay ? delay : wait;
        string detail = asked is null ? $"HTTP {answer.Status}, no word on how long: waiting {wait:c}" : $"HTTP {answer.Status}, asked to wait {wait:c}";
        var retryAt = await pacer.PauseAsync(host, now + wait, HostPause.Asked, detail, cancellationToken);
        Log.HostAskedForPause(logger, host, retryAt, detail);
        return new FetchOutcome.Throttled(retryAt, detail);
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
