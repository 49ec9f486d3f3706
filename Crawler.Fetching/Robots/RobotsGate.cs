using System.Collections.Concurrent;
using System.Text;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Pace;
using Crawler.Fetching.Transport;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Fetching.Robots;

/// <summary>
/// Asks each host for its robots.txt, remembers it for all workers, and judges addresses by it (RFC 9309). Asking is paced like any other request.
/// </summary>
internal sealed class RobotsGate(
    HttpExchange exchange, IHostPacer pacer, IDocumentStore store, TimeProvider time, IOptions<FetchingOptions> options, ILogger<RobotsGate> logger)
{
    private const int MaxRedirects = 5;
    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(1);

    /// <summary>How long the others wait for the one that asks; if it died meanwhile, the next one asks.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    public async ValueTask<RobotsVerdict> CheckAsync(SiteDefinition site, Uri url, CancellationToken cancellationToken)
    {
        if (!site.Robots.Obey)
        {
            TellDisobedience(site);
            return new RobotsVerdict.Allowed(site.Pace.Delay);
        }

        var known = await KnownAsync(site, url, cancellationToken);
        if (known.Trouble is { } trouble)
        {
            return new RobotsVerdict.Refused(trouble);
        }

        if (known.File.Forbids(url) is { } rule)
        {
            return new RobotsVerdict.Refused(new FetchOutcome.Failed(
                OutcomeKind.RobotsDisallowed, $"robots.txt of {url.Authority} forbids {url.PathAndQuery} (Disallow: {rule.Pattern})", Transient: false));
        }

        return new RobotsVerdict.Allowed(known.File.CrawlDelay is { } delay && delay > site.Pace.Delay ? delay : site.Pace.Delay);
    }

    private async Task<Knowledge> KnownAsync(SiteDefinition site, Uri url, CancellationToken cancellationToken)
    {
        string authority = url.GetLeftPart(UriPartial.Authority).ToLowerInvariant();
        var entry = _entries.GetOrAdd(authority, static _ => new Entry());
        if (entry.Knowledge is { } fresh && time.GetUtcNow() < fresh.Until)
        {
            return fresh;
        }

        // One request for all who wait.
        await entry.Gate.WaitAsync(cancellationToken);
        try
        {
            if (entry.Knowledge is { } known && time.GetUtcNow() < known.Until)
            {
                return known;
            }

            if (await OthersKnowAsync(authority, cancellationToken) is { } shared)
            {
                return entry.Knowledge = shared;
            }

            var asked = await InTurnAsync(site, authority, cancellationToken);
            if (asked.Trouble is not null && entry.Knowledge is { Trouble: null } stale)
            {
                asked = stale with { Until = asked.Until };
            }

            entry.Knowledge = asked;
            return asked;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <summary>What another worker has learned, waiting for it if one is asking just now. Null: it is this worker's turn to ask.</summary>
    private async Task<Knowledge?> OthersKnowAsync(string authority, CancellationToken cancellationToken)
    {
        while (true)
        {
            bool ours = false;
            var now = time.GetUtcNow();
            var copy = await store.UpdateAsync(
                LedgerCollections.RobotsCopies,
                authority,
                old =>
                {
                    ours = (old is null || old.Until <= now) && !(old?.AskedUntil > now);
                    return ours ? new RobotsCopy { Origin = authority, Text = old?.Text, Until = old?.Until ?? now, AskedUntil = now + Turn } : old;
                },
                cancellationToken);
            if (ours)
            {
                return null;
            }

            if (copy is not null && now < copy.Until)
            {
                return new Knowledge(copy.Text is null ? RobotsFile.AllowAll : Parse(Encoding.UTF8.GetBytes(copy.Text)), copy.Until, null);
            }

            await Task.Delay(Glance, time, cancellationToken);
        }
    }

    private async Task<Knowledge> InTurnAsync(SiteDefinition site, string authority, CancellationToken cancellationToken)
    {
        bool told = false;
        try
        {
            var asked = await AskAsync(site, authority, cancellationToken);
            told = asked.Trouble is null;
            return asked;
        }
        finally
        {
            if (!told)
            {
                await PassTurnAsync(authority);
            }
        }
    }

    private async Task PassTurnAsync(string authority)
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
            await store.UpdateAsync(
                LedgerCollections.RobotsCopies, authority, old => old?.AskedUntil is null ? old : old with { AskedUntil = null }, limit.Token);
        }
        catch (Exception e) when (e is StoreException or OperationCanceledException)
        {
            // The others wait until the turn is over.
        }
    }

    /// <param name="text">Null: the host has none.</param>
    private async Task<Knowledge> TellOthersAsync(string authority, byte[]? text, CancellationToken cancellationToken)
    {
        var copy = new RobotsCopy
        {
            Origin = authority, Text = text is null ? null : Encoding.UTF8.GetString(text), Until = time.GetUtcNow() + options.Value.RobotsLife,
        };
        await store.UpdateAsync(LedgerCollections.RobotsCopies, authority, _ => copy, cancellationToken);
        return new Knowledge(text is null ? RobotsFile.AllowAll : Parse(text), copy.Until, null);
    }

    private static RobotsFile Parse(byte[] text) => RobotsParser.Parse(text, FetchingOptions.ProductToken);

    private async Task<Knowledge> AskAsync(SiteDefinition site, string authority, CancellationToken cancellationToken)
    {
        var url = new Uri(authority + "/robots.txt");
        string host = HostName.Of(url);
        for (int hop = 0; hop <= MaxRedirects; hop++)
        {
            var ask = new HttpAsk
            {
                Url = url, Headers = RequestHeaders.ForRobots(options.Value), MaxBytes = RobotsParser.MaxBytes, Delay = site.Pace.Delay, CutAtLimit = true,
            };
            switch (await exchange.SendAsync(site, ask, cancellationToken))
            {
                case Exchange.Ended ended:
                    Log.RobotsUnreadable(logger, url, ended.Outcome.Detail);
                    return new Knowledge(RobotsFile.AllowAll, time.GetUtcNow() + TryAgain, Explain(ended.Outcome));
                case Exchange.Answered { Answer: var answer } when answer.RedirectTarget is { } target:
                    url = target;
                    break;
                case Exchange.Answered { Answer: { Status: >= 200 and < 300 } answer }:
                    var read = await TellOthersAsync(authority, answer.Body.ToArray(), cancellationToken);
                    await StretchAsync(host, site, read.File, cancellationToken);
                    return read;
                default:
                    // 4xx: there is no robots.txt, all is allowed (RFC 9309, 2.3.1.3). A redirect without a target says as little.
                    return await TellOthersAsync(authority, null, cancellationToken);
            }
        }

        // More redirects than anyone must follow: as if there were none (RFC 9309, 2.3.1.2).
        return await TellOthersAsync(authority, null, cancellationToken);
    }

    /// <summary>A Crawl-delay holds from the answer that brought it: the request had arrived by then.</summary>
    private async Task StretchAsync(string host, SiteDefinition site, RobotsFile file, CancellationToken cancellationToken)
    {
        if (file.CrawlDelay is { } delay && delay > site.Pace.Delay)
        {
            Log.CrawlDelayWins(logger, host, delay, site.Id);
            await pacer.PauseAsync(host, time.GetUtcNow() + delay + PaceRules.Margin(delay), pause: null, reason: null, cancellationToken);
        }
    }

    // Nobody can say what is allowed, so nothing is (RFC 9309, 2.3.1.4); the outcome keeps its own kind.
    private static FetchOutcome Explain(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Failed failed => failed with { Detail = $"robots.txt could not be read: {failed.Detail}" },
        FetchOutcome.Throttled throttled => throttled with { Detail = $"robots.txt: {throttled.Detail}" },
        _ => outcome,
    };

    private void TellDisobedience(SiteDefinition site)
    {
        if (_told.TryAdd($"{site.Id}/{site.Version}", true))
        {
            Log.RobotsNotObeyed(logger, site.Id, site.Robots.LegalBasis);
        }
    }

    private sealed record Knowledge(RobotsFile File, DateTimeOffset Until, FetchOutcome? Trouble);

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Knowledge? Knowledge { get; set; }
    }
}
