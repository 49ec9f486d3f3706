using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Robots;
using Crawler.Fetching.Transport;
using Crawler.Pages.Addresses;

namespace Crawler.Fetching.Http;

/// <summary>Goes to an address and follows where it points. Each hop is asked by itself: robots.txt, pace, address check.</summary>
internal sealed class RedirectFollower(RobotsGate robots, HttpExchange exchange, SiteIdentities identities)
{
    private const int MaxRedirects = 10;

    /// <summary>Asks, and goes on asking while the answer is a redirect.</summary>
    /// <returns>The first answer that is no redirect; its address is where the redirects ended.</returns>
    public async Task<Exchange> GoAsync(SiteDefinition site, HttpAsk ask, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int hop = 0; hop <= MaxRedirects; hop++)
        {
            if (NotWeb(ask.Url) is { } notWeb)
            {
                return Ended(notWeb);
            }

            if (AddressGuard.Objection(site, identities.Of(site), ask.Url) is { } objection)
            {
                return Ended(new(OutcomeKind.NetworkError, $"not asked: {objection}", Transient: false));
            }

            // The same address again, and nothing learnt in between: it would go round forever. (With a new cookie it may not.)
            if (!seen.Add($"{ask.Method} {ask.Url.AbsoluteUri} {identities.Of(site).Cookies.GetCookieHeader(ask.Url)}"))
            {
                return Ended(new(OutcomeKind.RedirectLoop, $"redirected back to {ask.Url}", Transient: false));
            }

            var verdict = await robots.CheckAsync(site, ask.Url, cancellationToken);
            if (verdict is RobotsVerdict.Refused refused)
            {
                return new Exchange.Ended(refused.Outcome, Asked: false);
            }

            var result = await exchange.SendAsync(site, ask with { Delay = ((RobotsVerdict.Allowed)verdict).Delay }, cancellationToken);
            if (result is not Exchange.Answered { Answer: { RedirectTarget: { } target } answer })
            {
                return result;
            }

            if (LoginAddress.IsReached(ask.Url, target))
            {
                return Ended(new(OutcomeKind.LoginRequired, $"redirected to {target}", Transient: false, answer.Status));
            }

            bool keepsMethod = answer.Status is 307 or 308 || ask.Method == HttpMethod.Head;
            if (keepsMethod && ask.Body is not null && !SameOrigin(ask.Url, target))
            {
                return Ended(new(OutcomeKind.NetworkError, $"not asked: what is posted to {ask.Url.Authority} does not follow a redirect to {target.Authority}", Transient: false, answer.Status));
            }

            ask = keepsMethod ? ask with { Url = target } : ask with { Url = target, Method = HttpMethod.Get, Body = null };
        }

        return Ended(new(OutcomeKind.RedirectLoop, $"more than {MaxRedirects} redirects, the last to {ask.Url}", Transient: false));
    }

    private static bool SameOrigin(Uri a, Uri b) =>
        a.Scheme == b.Scheme && a.Port == b.Port && string.Equals(a.IdnHost, b.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static FetchOutcome.Failed? NotWeb(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        ? null
        : new FetchOutcome.Failed(OutcomeKind.NetworkError, $"not asked: {url} is not a web address (http or https)", Transient: false);

    private static Exchange.Ended Ended(FetchOutcome.Failed outcome) => new(outcome);
}
