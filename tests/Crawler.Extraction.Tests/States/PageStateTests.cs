using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Tests.Patterns;

namespace Crawler.Extraction.Tests.States;

public sealed class PageStateTests
{
    [TestCase("<title>Just a moment...</title><div id='challenge-form'></div>", OutcomeKind.Captcha)]
    [TestCase("<title>x</title><body><iframe src='https://geo.captcha-delivery.com/captcha/?x'></iframe></body>", OutcomeKind.Captcha)]
    [TestCase("<title>Access to this page has been denied.</title><div id='px-captcha'></div>", OutcomeKind.Captcha)]
    [TestCase("<title>Access Denied</title><h1>Access Denied</h1>Reference #18.2d35db17.1700000000.2ab5d1c", OutcomeKind.Blocked)]
    [TestCase("<h1>Sorry, you have been blocked</h1>", OutcomeKind.Blocked)]
    [TestCase("<p>Ihre IP-Adresse wurde gesperrt.</p>", OutcomeKind.Blocked)]
    [TestCase("<h1>Bevestig dat je een mens bent</h1><img src='/captcha.png'><input name='answer'>", OutcomeKind.Captcha)]
    [TestCase("<h1>Aanmelden</h1><form><input name=u><input type=password name=p><button>Log in</button></form>", OutcomeKind.LoginRequired)]
    [TestCase("<h2>Bitte melden Sie sich an, um fortzufahren</h2>", OutcomeKind.LoginRequired)]
    [TestCase("<h1>Wij respecteren jouw privacy</h1><p>Wij gebruiken cookies.</p><button>Accepteren</button>", OutcomeKind.ConsentWall)]
    [TestCase("<h1>Bevor Sie fortfahren</h1><p>Cookies</p><button>Alle akzeptieren</button>", OutcomeKind.ConsentWall)]
    [TestCase("<h1>Zoeken</h1><p>Geen resultaten gevonden voor 'xyz'.</p>", OutcomeKind.Empty)]
    [TestCase("<p>Es wurden leider keine passenden Anzeigen gefunden.</p>", OutcomeKind.Empty)]
    [TestCase("<p>Désolé, aucune annonce ne correspond à votre recherche</p>", OutcomeKind.Empty)]
    [TestCase("<p>Your search did not match any listings.</p>", OutcomeKind.Empty)]
    [TestCase("<p>No se han encontrado anuncios</p>", OutcomeKind.Empty)]
    [TestCase("<p>Nessun risultato</p>", OutcomeKind.Empty)]
    [TestCase("<p>Nie znaleziono ogłoszeń</p>", OutcomeKind.Empty)]
    [TestCase("<h1>Pagina niet gevonden</h1>", OutcomeKind.SoftNotFound)]
    [TestCase("<h1>Welkom</h1><p>Dit is een heel gewone pagina met wat woorden.</p>", OutcomeKind.Drifted)]
    [TestCase("", OutcomeKind.Unreadable)]
    public void ReadSearch_PageWithoutRows_SaysWhy(string body, OutcomeKind expected)
    {
        var reading = Reading.Search($"<html><body>{body}</body></html>".Replace("<html><body></body></html>", "", StringComparison.Ordinal));

        Assert.That(reading.State, Is.EqualTo(expected), reading.StateDetail);
        Assert.That(reading.Rows, Is.Empty);
        Assert.That(reading.StateDetail, Is.Not.Empty);
    }

    [TestCase("<h1>Deze advertentie is verwijderd</h1>", OutcomeKind.Gone)]
    [TestCase("<h1>Porzellanhund</h1><p>Diese Anzeige ist nicht mehr verfügbar.</p>", OutcomeKind.Gone)]
    [TestCase("<h1>Cette annonce est désactivée</h1>", OutcomeKind.Gone)]
    [TestCase("<h1>This listing has been removed</h1>", OutcomeKind.Gone)]
    [TestCase("<title>404</title><h1>Page not found</h1>", OutcomeKind.SoftNotFound)]
    [TestCase("<div id=app></div><script src=/a.js></script>", OutcomeKind.Drifted)]
    [TestCase("<form><input type=password></form>", OutcomeKind.LoginRequired)]
    public void ReadDetail_NotAnAdvert_SaysWhy(string body, OutcomeKind expected)
    {
        var reading = Reading.Detail($"<html><body>{body}</body></html>");

        Assert.That(reading.State, Is.EqualTo(expected), reading.StateDetail);
    }

    [Test]
    public void ReadSearch_NoResultsButSuggestions_IsEmpty()
    {
        var reading = Reading.Search(Layout.Page("<p class=\"none\">Geen resultaten gevonden voor 'xyz'.</p>").Replace("<ul class=\"paging\">", "<ul hidden>", StringComparison.Ordinal));

        Assert.That(reading.State, Is.EqualTo(OutcomeKind.Empty), reading.StateDetail);
    }

    [Test]
    public void ReadSearch_RowsAndAHiddenEmptyMessage_AreRows()
    {
        string rows = "<p style=\"display: none\">Geen resultaten gevonden</p><ul>" + Layout.Each(Layout.Adverts(10), a => $"<li><a href=\"{a.Url}\"><img src=\"{a.Image}\">{a.Title}</a><b>€ {a.PriceText}</b></li>") + "</ul>";

        Assert.That(Reading.Search(Layout.Page(rows)).Rows, Has.Count.EqualTo(10));
    }

    [Test]
    public void ReadSearch_DefinitionMarkers_ComeFirst()
    {
        const string yaml = "search: {url: /s, rows: li.ad, fields: {url: 'a@href'}}\nstates: {empty: '#none', blocked: 'text: geblokkeerd wegens', consent: .wall}\n";

        Assert.That(Reading.Search("<p id=none>0</p>", yaml).State, Is.EqualTo(OutcomeKind.Empty));
        Assert.That(Reading.Search("<p>U bent geblokkeerd wegens drukte</p>", yaml).State, Is.EqualTo(OutcomeKind.Blocked));
        Assert.That(Reading.Search("<ul><li class=ad><a href=/1>x</a></ul><div class=wall></div>", yaml).State, Is.EqualTo(OutcomeKind.ConsentWall));
        Assert.That(Reading.Search("<ul><li class=other><a href=/1>x</a></ul>", yaml).State, Is.EqualTo(OutcomeKind.Drifted));
    }

    [Test]
    public void ReadSearch_Refused_ByStatusWhenNothingElseTells() =>
        Assert.That(Reading.Search("<p>Hm.</p>", status: 403).State, Is.EqualTo(OutcomeKind.Blocked));
}
