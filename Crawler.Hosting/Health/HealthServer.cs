using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crawler.Hosting.Health;

/// <summary>
/// Answers how the process is, on an address of its own, from before the store is opened until the very end. It shows states and reasons, no data.
/// </summary>
internal sealed class HealthServer(HealthCheckService checks, IHostApplicationLifetime lifetime, HealthOptions options, ILogger<HealthServer> log) : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private WebApplication? _server;

    /// <summary>Where it answers. Null: not started.</summary>
    public string? Address => _server?.Urls.FirstOrDefault();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        _server = builder.Build();
        _server.Urls.Add(options.Url.GetLeftPart(UriPartial.Authority));
        _server.MapGet("/health/live", () => Results.Text("live"));
        _server.MapGet("/health/ready", ReadyAsync);
        await _server.StartAsync(cancellationToken);
        Log.HealthAt(log, Address!);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<IResult> ReadyAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        HealthReport report;
        try
        {
            report = await checks.CheckHealthAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Results.Json(
                new ReadyReply("not ready", new Dictionary<string, string>(StringComparer.Ordinal) { ["process"] = $"no answer within {Patience}" }),
                statusCode: 503);
        }

        var words = report.Entries.ToDictionary(e => e.Key, e => Words(e.Value), StringComparer.Ordinal);
        bool started = lifetime.ApplicationStarted.IsCancellationRequested;
        if (!started)
        {
            // What the process offers, such as its pages, comes last.
            words["process"] = "starting";
        }

        bool ready = started && report.Status is HealthStatus.Healthy;
        return Results.Json(
            new ReadyReply(ready ? "ready" : "not ready", words),
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static string Words(HealthReportEntry entry) =>
        entry.Status is HealthStatus.Healthy ? "ok" : entry.Description ?? entry.Exception?.Message ?? entry.Status.ToString();
}

/// <param name="Status">"ready" or "not ready".</param>
/// <param name="Checks">By name: "ok", or what is wrong.</param>
internal sealed record ReadyReply(string Status, IReadOnlyDictionary<string, string> Checks);
