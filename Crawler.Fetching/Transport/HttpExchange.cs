using System.Globalization;
using System.Text;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Pace;
using Polly;
using Polly.Registry;
using Polly.Timeout;

namespace Crawler.Fetching.Transport;

/// <summary>
/// One request and its answer: pace, send, read, and again where that may help. Follows nothing and judges no status but those that ask for patience.
/// </summary>
internal sealed class HttpExchange(
    SiteIdentities identities, IHostPacer pacer, Throttling throttling, HostResilience resilience, ValidatorCache validators,
    ResiliencePipelineRegistry<string> pipelines, TimeProvider time)
{
    public Task<Exchange> SendAsync(SiteDefinition site, HttpAsk ask, CancellationToken cancellationToken) =>
        resilience.RunAsync(HostName.Of(ask.Url), ct => AttemptAsync(site, ask, ct), cancellationToken);

    private async ValueTask<Exchange> AttemptAsync(SiteDefinition site, HttpAsk ask, CancellationToken cancellationToken)
    {
        var claim = await pacer.ClaimAsync(HostName.Of(ask.Url), ask.Delay, cancellationToken);
        if (claim is PaceClaim.Postponed postponed)
        {
            return new Exchange.Ended(Explain(postponed), Asked: false);
        }

        using var ticket = ((PaceClaim.Granted)claim).Ticket;
        try
        {
            return await TimeoutOf(site).ExecuteAsync(ct => SendOnceAsync(site, ask, ticket, ct), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            return Failed(
                OutcomeKind.Timeout,
                string.Create(CultureInfo.InvariantCulture, $"no complete answer within {site.Fetch.Timeout.TotalSeconds:0.#} s"),
                transient: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(OutcomeKind.Timeout, $"no connection to {ask.Url.Authority} in time", transient: true);
        }
        catch (InvalidDataException fault)
        {
            return Failed(OutcomeKind.Unreadable, fault.Message, transient: false);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new Exchange.Ended(NetworkFault.Explain(ask.Url, fault));
        }
    }

    private async ValueTask<Exchange> SendOnceAsync(SiteDefinition site, HttpAsk ask, PaceTicket ticket, CancellationToken cancellationToken)
    {
        using var message = Compose(ask);
        var at = time.GetUtcNow();
        ticket.Patience = cancellationToken;
        using var response = await identities.Of(site).InvokerFor(ask.Url).SendAsync(message, cancellationToken);
        await ticket.AnsweredAsync(cancellationToken);
        var body = await BodyReader.ReadAsync(response, ask.MaxBytes, ask.CutAtLimit, cancellationToken);
        if (body is null)
        {
            return Failed(OutcomeKind.TooLarge, $"more than {ask.MaxBytes} bytes", transient: false, (int)response.StatusCode);
        }

        var answer = Describe(ask.Url, at, response, body.Value);
        if (await throttling.HeedAsync(answer, ask.Delay, cancellationToken) is { } throttled)
        {
            return new Exchange.Ended(throttled);
        }

        if (answer.Status is >= 500 or 408)
        {
            return Failed(answer.Status == 408 ? OutcomeKind.Timeout : OutcomeKind.ServerError, $"HTTP {answer.Status}", transient: true, answer.Status);
        }

        return new Exchange.Answered(answer);
    }

    private HttpRequestMessage Compose(HttpAsk ask)
    {
        var message = new HttpRequestMessage(ask.Method, ask.Url)
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = ask.Body is { } body ? new ReadOnlyMemoryContent(body) : null,
        };
        foreach (var (name, value) in ask.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (ask.Conditional && validators.Find(ask.Url) is { } known)
        {
            known.AddTo(message);
        }

        return message;
    }

    private static HttpAnswer Describe(Uri url, DateTimeOffset at, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            headers.AddRange(values.Select(v => KeyValuePair.Create(name, v)));
        }

        var raw = new StringBuilder();
        raw.Append(CultureInfo.InvariantCulture, $"HTTP/{response.Version} {(int)response.StatusCode} {response.ReasonPhrase}\n");
        foreach (var (name, value) in headers)
        {
            raw.Append(name).Append(": ").Append(value).Append('\n');
        }

        return new HttpAnswer { Url = url, At = at, Status = (int)response.StatusCode, RawHeaders = raw.ToString(), Headers = headers, Body = body };
    }

    private static FetchOutcome Explain(PaceClaim.Postponed postponed) => postponed.Pause == HostPause.Failing
        ? new FetchOutcome.Failed(OutcomeKind.ServerError, postponed.Reason, Transient: true)
        : new FetchOutcome.Throttled(postponed.Until, postponed.Reason);

    private static Exchange.Ended Failed(OutcomeKind kind, string detail, bool transient, int? status = null) =>
        new(new FetchOutcome.Failed(kind, detail, transient, status));

    /// <summary>One pipeline per length of the time-out.</summary>
    private ResiliencePipeline TimeoutOf(SiteDefinition site) => pipelines.GetOrAddPipeline($"answer within {site.Fetch.Timeout:c}", pipeline =>
    {
        (pipeline.Name, pipeline.InstanceName) = ("answer", site.Fetch.Timeout.ToString("c", CultureInfo.InvariantCulture));
        pipeline.TimeProvider = time;
        pipeline.AddTimeout(new TimeoutStrategyOptions { Timeout = site.Fetch.Timeout });
    });
}
