using System.Text.RegularExpressions;
using Crawler.Extraction.Html;
using Crawler.Extraction.Patterns;

namespace Crawler.Extraction.States;

/// <summary>Sentences by which pages say that there is nothing, or nothing any more, in nl, fr, de, en, es, it, pl and pt.</summary>
internal static partial class Sentences
{
    private const int LongestSentence = 220;

    /// <summary>The words say that nothing was found.</summary>
    public static bool SaysEmpty(string text) => Match(EmptyWords(), text) is not null;

    /// <summary>"No results"; null: the page does not say so.</summary>
    public static string? Empty(HtmlPage page, Regions regions) => Find(page, regions, EmptyWords());

    /// <summary>"This advert was removed"; null: the page does not say so.</summary>
    public static string? Gone(HtmlPage page, Regions regions) => Match(GoneWords(), page.Document.Title ?? "") ?? Find(page, regions, GoneWords());

    /// <summary>"Page not found"; null: the page does not say so.</summary>
    public static string? NotFound(HtmlPage page, Regions regions) => Match(NotFoundWords(), page.Document.Title ?? "")
        ?? Find(page, regions, NotFoundWords());

    private static string? Find(HtmlPage page, Regions regions, Regex words)
    {
        var tree = page.Tree;
        for (int i = 0; i < tree.Count; i++)
        {
            ref var node = ref tree.Nodes[i];
            if (node.OwnText && !node.Hidden && regions[i] is Region.Main or Region.Aside or Region.Form
                && node.Tag is not ("a" or "option" or "button" or "label")
                && tree.ShortText(i, LongestSentence) is { Length: > 3 } text && Match(words, text) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Match(Regex words, string text)
    {
        try
        {
            var match = words.Match(text);
            return match.Success ? match.Value.Trim() : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private const string Things = @"(?:search )?(?:results?|items?|listings?|ads?|adverts?|products?|matches|hits|topics|posts|threads)";

    [GeneratedRegex(
        @"(?<![\d.,])(?:no|0|zero) " + Things
            + @"(?![\p{L}])|nothing (?:was )?found|(?:did not|didn't|does not) match any|(?:couldn'?t|could not|can'?t|cannot|unable to) find (?:any"
            + @"|what|anything"
            + @"|" + Things + @")|no " + Things + @" (?:were |was )?(?:found|match)|we found nothing|nothing match(?:es|ed)?|your search returned no"
        + @"|(?:keine|0) (?:\p{L}+ )?(?:ergebnisse?|treffer|anzeigen|artikel|produkte|angebote|einträge|resultate|themen|beiträge)(?: (?:gefunden"
        + @"|vorhanden|verfügbar))?|nichts gefunden|(?:wurden?|haben|konnten) (?:wir )?(?:leider )?(?:keine?|nichts)[^.]{0,60}(?:gefunden|finden)"
        + @"|(?:geen|0) (?:\p{L}+ )?(?:resultaten|zoekresultaten|advertenties|zoekertjes|producten|artikelen|items|treffers|onderwerpen"
        + @"|berichten)(?: gevonden)?|niets gevonden|(?:hebben|konden) (?:we |wij )?(?:helaas )?(?:geen|niets)[^.]{0,60}(?:gevonden|vinden)"
        + @"|(?:aucun|aucune|0) (?:\p{L}+ )?(?:résultats?|annonces?|produits?|articles?|offres?|sujets?|messages?)|rien trouvé|n'avons (?:rien trouvé"
        + @"|trouvé auc|pas trouvé)|pas de résultats?"
        + @"|sin resultados|(?:ningún|0) (?:resultado|anuncio|producto)s?|no (?:se )?(?:han|ha|hemos) encontrado|no hay (?:resultados|anuncios"
        + @"|productos)|no se encontr"
        + @"|ness?un (?:risultato|annuncio|prodotto|articolo)|0 risultati|non (?:ci sono|abbiamo trovato|sono stati trovati)|la ricerca non ha"
        + @"|brak (?:wyników|ogłoszeń|produktów|ofert)|nie znaleziono|nie znaleźliśmy|0 wyników|nenhum (?:resultado|anúncio|produto)"
        + @"|não (?:encontramos|foram encontrados|há resultados)",
        Options,
        1000)]
    private static partial Regex EmptyWords();

    [GeneratedRegex(
        @"no longer (?:available|exists?|active|for sale)|(?:this |the )?(?:listing|ad|advert|item|post|offer|product|topic|posting) (?:has "
        + @"|was )?(?:been )?(?:removed|deleted|expired|ended|withdrawn|deactivated|closed by|flagged)|(?:listing|ad|advert|item"
        + @"|posting) (?:is )?(?:unavailable|not available|expired)"
        + @"|nicht mehr (?:verfügbar|vorhanden|online|aktiv|erhältlich)|(?:anzeige|artikel|angebot|inserat|beitrag) (?:wurde "
        + @"|ist )?(?:bereits )?(?:gelöscht|entfernt|beendet|abgelaufen|deaktiviert|nicht verfügbar)|existiert nicht mehr"
        + @"|niet (?:meer|langer) (?:beschikbaar|online|actief|te koop)|(?:advertentie|zoekertje|artikel|product|bericht) (?:is "
        + @"|werd )?(?:niet gevonden|verwijderd|verlopen|gesloten|afgelopen)|bestaat niet (?:meer|langer)"
        + @"|n'est plus (?:disponible|en ligne|active?)|n'existe plus|(?:annonce|article|produit|offre) (?:a été |est )?(?:supprimée?|expirée?"
        + @"|désactivée?|retirée?|indisponible)"
        + @"|ya no (?:está disponible|existe)|(?:anuncio|artículo|producto) (?:ha sido |fue )?(?:eliminado|caducado|borrado)|non (?:è"
        + @"|e') più (?:disponibile|online)|(?:annuncio|articolo|prodotto) (?:è stato )?(?:rimosso|scaduto|eliminato|cancellato)"
        + @"|(?:nie jest już|już nie jest) (?:dostępn|aktualn)\p{L}+|(?:ogłoszenie|oferta) (?:jest |zostało )?(?:nieaktualne|zakończon[ea]|usunięte"
        + @"|wygasło)|(?:não|nao) está mais (?:disponível|ativo)|já não está disponível|anúncio (?:foi )?(?:removido|expirado|excluído)",
        Options,
        1000)]
    private static partial Regex GoneWords();

    [GeneratedRegex(
        @"page (?:not found|cannot be found|could not be found|you(?:'re| are) looking for)|^\W*(?:error )?404(?!\d)|not found$|^not found"
        + @"|seite (?:wurde )?nicht gefunden|seite (?:existiert|gibt es) nicht|pagina (?:is )?niet gevonden|pagina bestaat niet"
        + @"|page (?:est )?introuvable|page n'existe pas|página no (?:encontrada|existe)"
        + @"|pagina non (?:trovata|esiste)|nie znaleziono strony|strona nie istnieje|página não encontrada|(?:does not|doesn't) exist|(?:advertentie"
        + @"|anzeige|annonce|topic|thread|user) (?:niet gevonden|nicht gefunden|introuvable|not found)",
        Options,
        1000)]
    private static partial Regex NotFoundWords();
}
