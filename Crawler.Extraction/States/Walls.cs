using System.Text.RegularExpressions;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Html;
using Crawler.Pages.Html;

namespace Crawler.Extraction.States;

/// <summary>Log-in forms and consent requests that stand in place of content.</summary>
internal static partial class Walls
{
    private const int LittleText = 3500;

    /// <summary>
    /// A page with more links than this stands by itself: what asks for consent or a password there is a bar or a form in its head, not a wall.
    /// </summary>
    private const int FewLinks = 40;

    /// <summary>Null: neither. Only asked of pages that yielded nothing.</summary>
    public static PageVerdict? Of(HtmlPage page)
    {
        bool little = page.AllText.Length < LittleText && page.Tree.Nodes.Count(n => n.Tag == "a" && n.Element.HasAttribute("href")) <= FewLinks;
        bool password = CssSelection.Select(page.Document, "input[type=password]")
            .Any(e => page.IndexOf(e) is var node && (node < 0 || !page.Tree.Nodes[node].Hidden));
        bool loginAddress = LoginAddress().IsMatch(page.Url.AbsolutePath);
        if (password && (little || loginAddress))
        {
            return new PageVerdict(OutcomeKind.LoginRequired, "a password form and nothing else");
        }

        if (Match(LoginWords(), page.Opening) is { } login)
        {
            return new PageVerdict(OutcomeKind.LoginRequired, $"the words '{login}'");
        }

        bool consentForm = CssSelection.Select(page.Document,
            "form[action*='consent' i], iframe[src*='consent' i], #consent, [class*='consent-wall' i], [id*='consent-wall' i]").Any();
        if (little && (Match(ConsentWords(), page.AllText)
            ?? (consentForm || ConsentAddress().IsMatch(page.Url.AbsoluteUri) ? "a consent form" : null)) is { } consent)
        {
            return new PageVerdict(OutcomeKind.ConsentWall, $"a request for consent and nothing else ('{consent}')");
        }

        return null;
    }

    private static string? Match(Regex words, string text)
    {
        try
        {
            var match = words.Match(text);
            return match.Success ? match.Value : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"/(?:login|log-in|signin|sign-in|anmelden|inloggen|connexion|accedi|zaloguj|auth|sso)(?:/|\.|$)", Options, 1000)]
    private static partial Regex LoginAddress();

    [GeneratedRegex(@"consent\.|/consent|privacy-?wall|cookiewall", Options, 1000)]
    private static partial Regex ConsentAddress();

    [GeneratedRegex(
        @"(?:log ?in|sign in) (?:to|or sign up to) (?:continue|view|see|proceed)|you (?:must|need to) (?:be logged in|log in|sign in)"
        + @"|please (?:log ?in|sign in)(?: to| first|\.)|(?:bitte )?melden sie sich an,? um|(?:bitte )?logge dich ein,? um|sie müssen (?:angemeldet"
        + @"|eingeloggt) sein|(?:log in|meld je aan) om (?:verder|door|deze|te)|je moet ingelogd zijn|u moet (?:ingelogd|aangemeld) zijn"
        + @"|connectez-vous pour|vous devez (?:être connecté|vous connecter)|accedi per|devi (?:effettuare l'accesso|essere registrato)"
        + @"|inicia sesión para|debes iniciar sesión|zaloguj się,? aby|musisz się zalogować|faça login para|the access token is invalid"
        + @"|method requires authentication",
        Options,
        1000)]
    private static partial Regex LoginWords();

    [GeneratedRegex(
        @"we value your privacy|your privacy (?:matters|choices)|before you continue|bevor (?:sie|du) (?:fortfahren|fortfährst|weitermach)"
        + @"|wir schätzen ihre privatsphäre|ihre privatsphäre ist uns wichtig|mit werbung(?: und tracking)? (?:lesen|weiter)|wij respecteren (?:je"
        + @"|uw) privacy|(?:je|jouw|uw) privacy|voordat (?:je|u) verdergaat|nous respectons votre vie privée|votre vie privée|avant de continuer"
        + @"|rispettiamo la tua privacy|prima di continuare|valoramos (?:tu|su) privacidad|antes de continuar|szanujemy twoją prywatność|(?:accept"
        + @"|akzeptieren|accepteren|accepter|accetta|aceptar|akceptuję|aceitar)[^.]{0,60}cookies?|cookies?[^.]{0,80}(?:accept|akzeptieren|accepteren"
        + @"|accepter|accetta|aceptar|akceptuj|zustimmen|toestemming|consent)",
        Options,
        1000)]
    private static partial Regex ConsentWords();
}
