using System.Globalization;

namespace Crawler.TrainingGround.Serving;

/// <summary>The pages that stand in a visitor's way: throttling, errors, consent, log-in, challenges, soft 404.</summary>
internal static class TroublePages
{
    public const string ConsentCookie = "consent";

    public static Page Throttled(SitePages site, Trouble trouble) => Waiting(
        site, trouble, 429, site.Site.Language switch
        {
            "nl" => ("Te veel aanvragen", "U surft te snel. Probeer het later opnieuw."),
            "de" => ("Zu viele Anfragen", "Bitte versuchen Sie es später erneut."),
            _ => ("Too many requests", "Please slow down and try again later."),
        });

    public static Page Unavailable(SitePages site, Trouble trouble) => Waiting(
        site, trouble, 503, site.Site.Language switch
        {
            "nl" => ("Tijdelijk onbeschikbaar", "We zijn zo terug."),
            "de" => ("Vorübergehend nicht erreichbar", "Wir sind gleich zurück."),
            _ => ("Service temporarily unavailable", "We will be back shortly."),
        });

    public static Page Consent(SitePages site, PageRequest request)
    {
        if (IsApi(request))
            return Page.Redirect("/consent");
        var (title, text, yes, no) = site.Site.Language switch
        {
            "nl" => ("Je privacy telt", "Wij en onze 842 partners gebruiken cookies en verwerken persoonsgegevens. Maak een keuze om verder te gaan.", "Alles aanvaarden", "Voorkeuren beheren"),
            "de" => ("Deine Privatsphäre", "Wir und unsere 842 Partner verwenden Cookies und verarbeiten personenbezogene Daten. Bitte wähle, um fortzufahren.", "Alle akzeptieren", "Einstellungen"),
            _ => ("Before you continue", "We and our 842 partners use cookies and process personal data. Choose how to continue.", "Accept all", "Manage preferences"),
        };
        return Page.OfHtml(Html.Of($"""
            <!DOCTYPE html>
            <html lang="{site.Site.Language}"><head><meta charset="utf-8"><title>{title}</title><link rel="stylesheet" href="/static/site.css"></head>
            <body class="consent-page"><div id="consent-wall" class="cmp-container" role="dialog" aria-modal="true"><h1>{title}</h1><p>{text}</p>
            <form method="post" action="/consent"><button id="consent-accept" type="submit">{yes}</button> <a href="/consent/settings">{no}</a></form>
            <p><small>Privacy · Cookies · GDPR</small></p></div></body></html>
            """));
    }

    public static Page Login(SitePages site, PageRequest request, Trouble trouble)
    {
        if (IsApi(request))
            return Page.OfJson("""{"error":"This method requires an authenticated user"}""", 401);
        if (trouble.Variant is not "status401" && request.Path is not "/login")
            return Page.Redirect("/login?next=" + Uri.EscapeDataString(request.Path));
        return LoginForm(site, trouble.Variant is "status401" ? 401 : 200);
    }

    public static Page LoginForm(SitePages site, int status = 200)
    {
        var (title, user, password, button) = site.Site.Language switch
        {
            "nl" => ("Log in om verder te gaan", "E-mailadres", "Wachtwoord", "Inloggen"),
            "de" => ("Bitte melde dich an", "E-Mail-Adresse", "Passwort", "Anmelden"),
            _ => ("Log in to continue", "E-mail address", "Password", "Log in"),
        };
        return Page.OfHtml(site.Frame(title, Html.Of($"""
            <div class="login-box"><h1>{title}</h1><form id="login-form" action="/login" method="post"><p><label>{user} <input type="email" name="username" autocomplete="username"></label></p><p><label>{password} <input type="password" name="password" autocomplete="current-password"></label></p><button type="submit">{button}</button></form></div>
            """)), status);
    }

    /// <summary>Looks like the known vendors' pages; carries none of their scripts.</summary>
    public static Page Captcha(Trouble trouble) => trouble.Variant switch
    {
        "recaptcha" => Page.OfHtml(Html.Raw("""
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"><title>Are you a human?</title></head><body><h1>Unusual traffic</h1><p>Our systems have detected unusual traffic from your network. Please confirm that you are not a robot.</p>
            <form method="post" action="/sorry"><div class="g-recaptcha" data-sitekey="practice-key"></div><textarea name="g-recaptcha-response" hidden></textarea><button>Continue</button></form></body></html>
            """)),
        "slider" => Page.OfHtml(Html.Raw("""
            <html lang="en"><head><title>127.0.0.1</title></head><body style="margin:0"><p id="cmsg">Please enable JS and disable any ad blocker</p><div id="captcha-container" class="captcha captcha-delivery" data-cid="practice"></div></body></html>
            """), 403) with { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["x-datadome"] = "protected" } },
        _ => Page.OfHtml(Html.Raw("""
            <!DOCTYPE html>
            <html lang="en-US"><head><title>Just a moment...</title><meta charset="utf-8"><meta name="robots" content="noindex,nofollow"></head>
            <body class="no-js"><div class="main-wrapper" role="main"><div class="main-content"><h1 class="zone-name-title">127.0.0.1</h1><h2 id="challenge-running">Checking if the site connection is secure</h2><form id="challenge-form" class="challenge-form cf-browser-verification" method="post"><div class="cf-turnstile" data-sitekey="practice-key"></div></form><noscript><div id="challenge-error-title">Enable JavaScript and cookies to continue</div></noscript></div></div><div class="footer">Ray ID: <code>practice0000</code></div></body></html>
            """), 403) with { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["cf-mitigated"] = "challenge" } },
    };

    /// <summary>In the manner of a firewall at the edge of a site.</summary>
    public static Page Refused(PageRequest request) => Page.OfHtml(Html.Of($"""
        <html><head><title>Access Denied</title></head><body><h1>Access Denied</h1><p>You don't have permission to access "{request.Path}" on this server.</p><p>Reference #18.practice</p></body></html>
        """), 403);

    public static Page SoftNotFound(SitePages site, PageRequest request) =>
        site.NotFound(request) with { Status = 200 };

    public static Page RedirectOn(PageRequest request)
    {
        var step = request.Number("r", 0) + 1;
        var rest = string.Join('&', request.Query.Where(q => q.Key != "r").Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}"));
        return Page.Redirect($"{request.Path}?{rest}{(rest.Length > 0 ? "&" : "")}r={step.ToString(CultureInfo.InvariantCulture)}");
    }

    private static Page Waiting(SitePages site, Trouble trouble, int status, (string Title, string Text) words)
    {
        var page = Page.OfHtml(
            site.Frame(words.Title, Html.Of($"<div class=\"message melding hinweis panel\"><h1>{words.Title}</h1><p>{words.Text}</p></div>")), status);
        return trouble.RetryAfter <= TimeSpan.Zero ? page : page with
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Retry-After"] = ((long)Math.Ceiling(trouble.RetryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture),
            },
        };
    }

    private static bool IsApi(PageRequest request) => request.Path.StartsWith("/api/", StringComparison.Ordinal);
}
