using System.Text.Json;
using Crawler.Contracts;

namespace Crawler.Patrol.Hosting;

/// <summary>Asks a running instance, through the REST API of its console.</summary>
internal static class ConsoleApi
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Has a watch list swept now.</summary>
    public static async Task<RunAnswer> RunWatchListAsync(Uri console, string watchListId, CancellationToken cancellationToken)
    {
        // The address comes from a file in the data directory; a command of this machine has no business elsewhere.
        if (!console.IsLoopback)
        {
            return new RunAnswer.Refused($"the running instance names {console}, which is not on this machine");
        }

        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = console, Timeout = Patience,
        };
        try
        {
            using var reply = await client.PostAsync(
                new Uri($"/api/v1/watch-lists/{Uri.EscapeDataString(watchListId)}/run", UriKind.Relative), content: null, cancellationToken);
            var body = await reply.Content.ReadFromJsonAsync<Body>(ContractsJson.Options, cancellationToken);
            return reply.IsSuccessStatusCode && body?.SweepId is { } sweepId
                ? new RunAnswer.Accepted(sweepId)
                : new RunAnswer.Refused(body?.Detail ?? body?.Title ?? $"the running instance answered HTTP {(int)reply.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new RunAnswer.Refused($"the running instance does not answer at {console}: {e.Message}");
        }
    }

    /// <summary>A sweep's id, or a problem's title and detail.</summary>
    private sealed record Body(string? SweepId, string? Title, string? Detail);
}

/// <summary>What a running instance said.</summary>
internal abstract record RunAnswer
{
    public sealed record Accepted(string SweepId) : RunAnswer;

    /// <param name="Reason">In words.</param>
    public sealed record Refused(string Reason) : RunAnswer;
}
