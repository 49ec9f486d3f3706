using System.Text.RegularExpressions;
using Crawler.Contracts.Listings;

namespace Crawler.Extraction.Values;

/// <summary>Words that say what kind of price it is, in the languages of the sites that matter here.</summary>
internal static partial class PriceWords
{
    /// <summary>The kind of price that a text's words name. Null: none. Words about postage do not count.</summary>
    public static PriceKind? KindIn(string text, bool hasAmount)
    {
        if (OnRequest().IsMatch(text))
        {
            return PriceKind.OnRequest;
        }

        if (Bid().IsMatch(text))
        {
            return PriceKind.Bid;
        }

        if (Negotiable().IsMatch(text))
        {
            return PriceKind.Negotiable;
        }

        if (!hasAmount && Exchange().IsMatch(text))
        {
            return PriceKind.Exchange;
        }

        if (!hasAmount && Free().IsMatch(text))
        {
            return PriceKind.Free;
        }

        return hasAmount && From().IsMatch(text) ? PriceKind.From : null;
    }

    /// <summary>The text is nothing but such words ("VB", "Zu verschenken", "N.O.T.K.").</summary>
    public static bool IsNothingElse(string text) => text.Length is > 1 and <= 40 && Whole().IsMatch(text);

    /// <summary>What the amount is for ("kg", "piece", "month"). Null: the lot.</summary>
    public static string? PerIn(string text)
    {
        var match = Per().Match(text);
        if (!match.Success)
        {
            return null;
        }

        string unit = match.Groups["unit"].Value.ToLowerInvariant();
        return unit[0] switch
        {
            'k' => "kg",
            'g' => "g",
            'm' when unit is "m²" or "m2" or "mq" => "m2",
            'm' => "month",
            'l' => "l",
            'n' or 'd' or 't' or 'j' => "day",
            'w' => "week",
            _ => "piece",
        };
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private const string OnRequestWords =
        @"n\.?\s?o\.?\s?t\.?\s?k\.?|nader overeen te komen|(?:prijs )?op aanvraag|zie omschrijving|(?:preis )?auf anfrage|(?:prix )?sur demande"
        + @"|(?:prix )?nous consulter|price on request|on request"
        + @"|p\.?o\.?a\.?|call for price|contact (?:us )?for price|a consultar|sob consulta|(?:precio )?a convenir|su richiesta"
        + @"|(?:prezzo )?da concordare|na zapytanie|cena na telefon|prijs in overleg|prix à discuter";

    private const string BidWords =
        @"bieden(?: vanaf)?|(?:huidig )?bod|(?:current |starting |winning )?bids?|(?:aktuelles |mindest|höchst|start)?gebote?|enchères?(?: actuelle)?"
            + @"|mise à prix|offre actuelle|offerta attuale|puja(?: actual)?|licytacja|aktualna cena licytacji|lance(?: atual)?";

    private const string NegotiableWords =
        @"v\.?h?b\.?|verhandlungsbasis|verhandelbar|à débattre|négociable|o\.?n\.?o\.?|o\.?b\.?o\.?|or (?:nearest|best) offer|negotiable"
            + @"|make (?:an )?offer|do negocjacji|trattabil[ei]|negociable|negociável|onderhandelbaar|aceito propostas";

    private const string FreeWords =
        @"gratis(?: af te halen)?|free|kostenlos|zu verschenken|geschenkt|gratuit|gratuito|grátis|(?:à|a) donner|za darmo|oddam(?: za darmo)?"
            + @"|in regalo|regalo|te geef|gratis abzugeben";

    private const string ExchangeWords = @"te ruil|ruilen|(?:zu )?tausch(?:en)?|swaps?|échange|troc|scambio|intercambio|zamiana|zamienię|troca";

    [GeneratedRegex(@"(?<!\p{L})(?:" + OnRequestWords + @")(?!\p{L})", Options, 1000)]
    private static partial Regex OnRequest();

    [GeneratedRegex(@"(?<!\p{L})(?:" + BidWords + @")(?!\p{L})", Options, 1000)]
    private static partial Regex Bid();

    [GeneratedRegex(@"(?<!\p{L})(?:" + NegotiableWords + @")(?!\p{L})", Options, 1000)]
    private static partial Regex Negotiable();

    [GeneratedRegex(@"(?<!\p{L})(?:" + ExchangeWords + @")(?!\p{L})", Options, 1000)]
    private static partial Regex Exchange();

    [GeneratedRegex(
        @"(?<![\p{L}-])(?:" + FreeWords
            + @")(?![\p{L}-])(?!\s+(?:shipping|delivery|postage|returns?|p&p|versand|lieferung|livraison|verzending|bezorging|envío|envio|spedizione"
            + @"|wysyłka|dostawa|retour|frete|port))",
        Options,
        1000)]
    private static partial Regex Free();

    [GeneratedRegex(
        @"(?<!\p{L})(?:ab|from|vanaf|v\.a\.|à partir d[e']|a partir de|dès|desde|partire da|od|starting (?:at|from)|as low as|fra|från|alkaen|από"
            + @"|da)\s*:?\s*(?=[\d\p{Sc}A-Z])|\d\s?\+\s*$",
        Options,
        1000)]
    private static partial Regex From();

    [GeneratedRegex(
        @"(?:/|(?<!\p{L})(?:per|pro|je|par|le|la|the|por|al|za|à la|p\.)\s?)\s?(?<unit>kg|kilo(?:gramm?e?)?|g(?:ramm?e?)?|m²|m2|mq|stück|stk\.?|stuk"
            + @"|st\.?|pièce|piece|pi[eè]ce|each|ea|unit[éà]?|unidad|pezzo|szt\.?|sztuk[aę]|month|monat|maand|mois|mes|mês|mese|miesiąc|mth|mo|litre"
            + @"|liter|l|night|nacht|nuit|noche|day|tag|dag|jour|dzień|week|woche|semaine)(?![\p{L}\d])",
        Options,
        1000)]
    private static partial Regex Per();

    [GeneratedRegex(
        @"^\W*(?:(?:preis|price|prijs|prix|precio|prezzo|cena|preço)\W+)?(?:" + OnRequestWords + "|" + BidWords + "|" + NegotiableWords + "|" + FreeWords + "|"
            + ExchangeWords + @")\W*$",
        Options,
        1000)]
    private static partial Regex Whole();
}
