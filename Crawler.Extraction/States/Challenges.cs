using System.Text.RegularExpressions;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Html;
using Crawler.Pages.Html;

namespace Crawler.Extraction.States;

/// <summary>Challenge and refusal pages of the common protection services, by the markers those pages publicly carry, and by their words.</summary>
internal static partial class Challenges
{
    /// <summary>Elements that only stand on a challenge page, not on pages that the same service merely watches.</summary>
    private static readonly (string Selector, OutcomeKind Kind, string Name)[] Markers =
    [
        ("#challenge-form, #challenge-running, #challenge-stage, #cf-challenge-running, #challenge-error-text, form#challenge-form", OutcomeKind.Captcha,
        "Cloudflare challenge"),
        ("#cf-error-details, .cf-error-details", OutcomeKind.Blocked, "Cloudflare refusal"),
        ("iframe[src*='captcha-delivery.com'], script[src*='captcha-delivery.com']", OutcomeKind.Captcha, "DataDome challenge"),
        ("#px-captcha, #px-captcha-wrapper, .px-captcha-container", OutcomeKind.Captcha, "HUMAN (PerimeterX) challenge"),
        ("iframe[src*='_Incapsula_Resource'], #main-iframe[src*='Incapsula']", OutcomeKind.Captcha, "Imperva challenge"),
        ("#sec-cpt-if, #sec-if-cpt-container, script[src*='/akam/'][src*='challenge']", OutcomeKind.Captcha, "Akamai challenge"),
        ("script[src*='awswaf.com'][src*='challenge'], script[src*='captcha.awswaf.com'], #captcha-container awswaf-captcha", OutcomeKind.Captcha,
        "AWS WAF challenge"),
        ("form[action*='validateCaptcha' i], form[action*='captcha' i]", OutcomeKind.Captcha, "captcha form"),
        ("script[src*='ips.js'][src*='kpsdk' i], script[src*='/kpsdk']", OutcomeKind.Blocked, "Kasada challenge"),
        (".g-recaptcha, .h-captcha, .cf-turnstile, iframe[src*='hcaptcha.com'], iframe[src*='recaptcha/api2/anchor'], #captcha, img[src*='captcha'"
            + " i], input[name*='captcha' i]", OutcomeKind.Captcha, "captcha"),
    ];

    /// <summary>Null: the page is no challenge. Only asked of pages that yielded nothing, so a captcha in a contact form does no harm.</summary>
    public static PageVerdict? Of(HtmlPage page, int status)
    {
        string title = page.Document.Title ?? "";
        string text = page.Opening;
        if (Match(HumanCheck(), title, text) is { } human)
        {
            return new PageVerdict(OutcomeKind.Captcha, $"the words '{human}'");
        }

        foreach (var (selector, kind, name) in Markers)
        {
            if (CssSelection.Select(page.Document, selector).Any())
            {
                return new PageVerdict(kind, name);
            }
        }

        if (Match(Refusal(), title, text) is { } refusal)
        {
            return new PageVerdict(OutcomeKind.Blocked, $"the words '{refusal}'");
        }

        return status is 401 ? new PageVerdict(OutcomeKind.LoginRequired, "HTTP 401")
            : status is 403 or 429 or 503 ? new PageVerdict(OutcomeKind.Blocked, $"HTTP {status}")
            : null;
    }

    private static string? Match(Regex words, string title, string text)
    {
        try
        {
            var match = words.Match(title);
            match = match.Success ? match : words.Match(text);
            return match.Success ? match.Value : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"^just a moment\.\.\.|^ein moment, bitte|^un momento|verify(?:ing)? (?:that )?you are (?:a )?human|(?:are you|prove you(?:'|’)?re"
        + @"|you are) (?:not )?a robot|press (?:&|and) hold|robot or human|pardon our interruption|please complete the (?:security check|captcha)"
        + @"|enter the characters you see"
        + @"|checking (?:if the site connection is secure|your browser)|ich bin kein roboter|bist du ein mensch|sind sie ein (?:mensch|roboter)"
        + @"|sicherheitsabfrage|ben je een (?:mens|robot)|ik ben geen robot|bevestig dat je (?:een mens|geen robot) bent|je ne suis pas un robot"
        + @"|êtes-vous un robot|vérification (?:de sécurité|que vous êtes)"
        + @"|no soy un robot|non sono un robot|nie jestem robotem|não sou um robô|unusual traffic from your|ungewöhnlichen datenverkehr"
        + @"|trafic inhabituel|ongebruikelijk verkeer|solve the captcha|löse(?:n sie)? das captcha|captcha (?:invullen|résoudre)",
        Options,
        1000)]
    private static partial Regex HumanCheck();

    [GeneratedRegex(
        @"^access denied|^403 forbidden|^forbidden$|access to this page has been denied|you have been blocked|sorry, you have been blocked"
        + @"|attention required! \| cloudflare|the requested url was rejected|request unsuccessful\. incapsula|sucuri website firewall|your (?:ip"
        + @"|ip address|access) (?:has been|is|was) (?:blocked|banned|denied|restricted)"
        + @"|reference #[0-9a-f.]{8,}|errors\.edgesuite\.net|zugriff (?:verweigert|wurde verweigert|blockiert)|ihre ip-adresse (?:wurde"
        + @"|ist) (?:gesperrt|blockiert)|ip-bereich (?:wurde )?gesperrt|toegang (?:geweigerd|geblokkeerd)|je bent geblokkeerd|accès (?:refusé|bloqué"
        + @"|interdit)|vous avez été bloqué|acceso denegado|accesso negato|dostęp zabroniony|acesso negado|too many requests|zu viele anfragen",
        Options,
        1000)]
    private static partial Regex Refusal();
}
