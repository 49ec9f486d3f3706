using System.Text.RegularExpressions;

namespace Crawler.Extraction.Patterns;

/// <summary>The one row of a result list of one: nothing repeats, so it is found by its price, link and picture in the page's content.</summary>
internal static partial class SingleRow
{
    private const int MostLetters = 1500;
    private const int MostLinks = 8;

    /// <summary>The page says that there is one result.</summary>
    public static bool IsAnnounced(PageFeatures features)
    {
        try
        {
            return One().IsMatch(features.Page.AllText);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Null: nothing in the content looks like an advert.</summary>
    public static RowDraft? Find(PageFeatures features)
    {
        var tree = features.Tree;
        for (int i = 0; i < tree.Count; i++)
        {
            if (!features.PriceSpots[i] || tree.Nodes[i].Hidden || features.Regions[i] != Region.Main)
            {
                continue;
            }

            int node = Widen(features, i);
            if (node < 0)
            {
                continue;
            }

            var fields = new RowFields(features, [node]);
            if (fields.Complete(fields.Read()) is [{ Title.Length: > 3 } row])
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>The largest element around a price that is still one advert; -1: there is no link to one.</summary>
    private static int Widen(PageFeatures features, int price)
    {
        var tree = features.Tree;
        int best = -1;
        for (int at = price; at > 0; at = tree.Nodes[at].Parent)
        {
            if (features.Letters(at) > MostLetters || features.Links(at) > MostLinks || tree.Nodes[at].Tag is "main" or "body" or "html"
                || HoldsPageHeading(features, at))
            {
                break;
            }

            best = features.Links(at) > 0 || features.LinkAround(at, 0) >= 0 ? at : best;
        }

        return best;
    }

    private static bool HoldsPageHeading(PageFeatures features, int index)
    {
        for (int i = index; i < features.Tree.Nodes[index].End; i++)
        {
            if (features.Tree.Nodes[i].Tag is "h1" or "nav" or "form" or "footer" or "header" || features.Regions[i] is Region.Related or Region.Navigation)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(
        @"(?<![\d.,])(?:1|one|een|één|ein|eine|un|une|uno|una|jeden|um|uma) (?:\p{L}+ )?(?:results?|resultaa?t(?:en)?|zoekresultaa?t(?:en)?"
            + @"|ergebnisse|treffer|résultats|risultati|resultados|wynik(?:i|ów)|výsledek|výsled(?:ky|ků)|nalezen\p{L}*|träff(?:ar)?|resultat(?:er)?"
            + @"|találat|tulos(?:ta)?|rezultat(?:e)?|advertentie|zoekertje|ergebnis|treffer|anzeige|artikel|produkt|résultat|annonce|produit|article"
            + @"|risultato|annuncio|prodotto|resultado|anuncio|producto|wynik|ogłoszenie|anúncio|item|listing|advert|ad|product)(?!\p{L})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex One();
}
