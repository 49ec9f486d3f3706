using Crawler.Fetching;
using Crawler.Fetching.Browser;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Status;

/// <summary>Whether pages that need a browser can be rendered. A browser that is not wanted is not missed.</summary>
internal sealed class BrowserHealth(IOptions<FetchingOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(!options.Value.BrowserEnabled ? HealthCheckResult.Healthy()
            : BrowserFinder.Find(options.Value) is { } found && File.Exists(found) ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("Chromium was not found; install chromium-headless-shell or chromium, name it in Fetching:BrowserExecutable, or set Fetching:BrowserEnabled to false"));
}
