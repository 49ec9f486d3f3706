using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Tiers;
using Crawler.Fetching.Transport;
using Crawler.Pages;
using Microsoft.Extensions.Logging;

namespace Crawler.Fetching.Login;

/// <summary>Signs in, once per site identity, and again when a session has ended.</summary>
internal sealed class LoginSessions(PageFetcher pages, SiteIdentities identities, SecretReader secrets, TimeProvider time, ILogger<LoginSessions> logger)
{
    /// <summary>A wrong password is not tried again for this long unless it changes: sites lock accounts.</summary>
    private static readonly TimeSpan RejectionLife = TimeSpan.FromHours(6);

    /// <summary>A session that seems to end sooner than this did not end: the page is for others.</summary>
    private static readonly TimeSpan ShortestSession = TimeSpan.FromMinutes(5);

    private readonly ConditionalWeakTable<SiteIdentity, SiteSession> _sessions = [];

    public SiteSession SessionOf(SiteDefinition site) => _sessions.GetOrCreateValue(identities.Of(site));

    /// <summary>Signs in unless that is done. Null: signed in.</summary>
    /// <param name="site">With a <see cref="SiteDefinition.Login"/>.</param>
    /// <param name="ended">The session that was found ended; null: none was. A later one counts as signed in.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<FetchOutcome?> SignInAsync(SiteDefinition site, int? ended, CancellationToken cancellationToken)
    {
        var session = SessionOf(site);
        await session.Gate.WaitAsync(cancellationToken);
        try
        {
            if (session.Since is { } since && (ended is null || ended != session.Number))
            {
                return null;
            }

            if (session.Since is { } recently && time.GetUtcNow() - recently < ShortestSession)
            {
                return Refused($"signed in at {recently:u}, but the page still asks who we are: this account may not see it");
            }

            var refusal = await TryAsync(site, site.Login!, session, cancellationToken);
            session.Since = refusal is null ? time.GetUtcNow() : null;
            session.Number += refusal is null ? 1 : 0;
            return refusal;
        }
        finally
        {
            session.Gate.Release();
        }
    }

    private async Task<FetchOutcome?> TryAsync(SiteDefinition site, LoginDefinition login, SiteSession session, CancellationToken cancellationToken)
    {
        var (values, missing) = secrets.Read(login.Url is null ? login.Cookies : login.Fields);
        if (missing is not null)
        {
            return Refused($"not signed in: {missing}");
        }

        string fingerprint = Fingerprint(login, values);
        if (session.Rejected is { } rejected && rejected.Secrets == fingerprint && time.GetUtcNow() - rejected.At < RejectionLife)
        {
            return Refused(
                $"{rejected.Detail}; not tried again with the same secrets before {rejected.At + RejectionLife:u}, so that the account is not locked");
        }

        var refusal = login.Url is null ? ByCookies(site, values, session) : await ByFormAsync(site, login, values, cancellationToken);
        if (refusal is null)
        {
            session.Rejected = null;
            Log.SignedIn(logger, site.Id);
        }
        else if (refusal.Kind == OutcomeKind.LoginRequired)
        {
            session.Rejected = new SiteSession.Rejection(fingerprint, time.GetUtcNow(), refusal.Detail ?? "the log-in was not accepted");
            Log.NotSignedIn(logger, site.Id, refusal.Detail);
        }

        return refusal;
    }

    private FetchOutcome.Failed? ByCookies(SiteDefinition site, IReadOnlyDictionary<string, string> values, SiteSession session)
    {
        if (session.Since is not null)
        {
            return Refused("the session of the cookies has ended: open a new one in a browser and put its cookies where the definition says");
        }

        foreach (var (name, value) in values)
        {
            try
            {
                identities.Of(site).Cookies.Add(
                    new Cookie(name, value, "/", site.Home.Host) { Secure = site.Home.Scheme == Uri.UriSchemeHttps, HttpOnly = true });
            }
            catch (CookieException)
            {
                return Refused($"the cookie '{name}' holds characters that no cookie may hold");
            }
        }

        return null;
    }

    private async Task<FetchOutcome?> ByFormAsync(
        SiteDefinition site, LoginDefinition login, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var plain = site with { Fetch = site.Fetch with { Mode = FetchMode.Http } };
        var asked = await pages.FetchAsync(plain, new FetchRequest { Url = new Uri(site.Home, login.Url), Kind = PageKind.Detail }, cancellationToken);
        if (asked is not FetchOutcome.Ok { Page: var page })
        {
            return About("the log-in page", asked);
        }

        var (request, problem) = await LoginForm.FillAsync(login, page, values, cancellationToken);
        if (request is null)
        {
            return Refused($"not signed in: {problem}");
        }

        var answered = await pages.FetchAsync(plain, request, cancellationToken);
        return answered switch
        {
            FetchOutcome.Ok { Page: var landing } => Judge(login, landing),
            FetchOutcome.Failed { Kind: OutcomeKind.LoginRequired or OutcomeKind.Blocked } refused =>
                Refused($"the site did not accept the log-in: {refused.Detail}"),
            // Some sites send a new arrival to a page that does not exist; the cookies are there all the same.
            FetchOutcome.Missing => null,
            _ => About("the log-in", answered),
        };
    }

    private static FetchOutcome.Failed? Judge(LoginDefinition login, FetchedPage landing)
    {
        if (LoginSigns.Found(login.Failed, landing.Text) is { } failed)
        {
            return Refused($"the site did not accept the log-in: its page shows '{failed}'");
        }

        if (login.SignedIn.Count > 0)
        {
            return LoginSigns.Any(login.SignedIn, landing.Text)
                ? null
                : Refused($"the site did not accept the log-in: {landing.FinalUrl} shows none of '{string.Join("', '", login.SignedIn)}'");
        }

        return LoginSigns.AsksForPassword(landing.Text)
            ? Refused($"the site did not accept the log-in: {landing.FinalUrl} asks for the password again")
            : null;
    }

    private static FetchOutcome About(string what, FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Failed failed => failed with { Detail = $"{what}: {failed.Detail}" },
        FetchOutcome.Throttled throttled => throttled with { Detail = $"{what}: {throttled.Detail}" },
        _ => new FetchOutcome.Failed(outcome.Kind, $"{what}: {outcome.Detail}", Transient: false),
    };

    private static FetchOutcome.Failed Refused(string detail) => new(OutcomeKind.LoginRequired, detail, Transient: false);

    private static string Fingerprint(LoginDefinition login, IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder(login.Url).Append('\0').Append(login.Form);
        foreach (var (name, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            text.Append('\0').Append(name).Append('\0').Append(value);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
