using System.Text.RegularExpressions;

namespace Crawler.Analysis.Listings;

/// <summary>
/// Takes numbers out of a text that look like telephone numbers and are others: dates, bank accounts, company and VAT numbers, article numbers.
/// </summary>
internal static partial class OtherNumbers
{
    /// <summary>The text with a semicolon in the place of each.</summary>
    public static string RemovedFrom(string text)
    {
        string left = Date().Replace(text, " ; ");
        left = BankAccount().Replace(left, " ; ");
        left = BelgianVat().Replace(left, " ; ");
        return Labelled().Replace(left, " ; ");
    }

    /// <summary>"01-02-2024", "2024/02/01", "1 2 2024"; not the first groups of something longer.</summary>
    [GeneratedRegex(
        @"(?<![\d+])(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2} \d{1,2} (?:19|20)\d{2}(?![ ./-]?\d))(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();

    /// <summary>An IBAN, in one piece or in groups of four. Source: ISO 13616.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?(?![\p{L}\d])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BankAccount();

    /// <summary>"BE 0417.497.106" without a word before it: ten digits with a leading zero, grouped as no Belgian telephone number is.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])BE[ -]?[01]\d{3}[. ]\d{3}[. ]\d{3}(?![\p{L}\d])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BelgianVat();

    /// <summary>
    /// A word that says what the number after it is. "VAT" alone ends prices too ("excl. VAT"), so it wants "number", a colon or a country code behind it.
    /// </summary>
    [GeneratedRegex(
        @"(?<![\p{L}\d])(?:" +
        @"(?:isbn|issn|ean|gtin|asin|iban|kvk|kbo|bce|siret|siren|ondernemings|company" +
        @"|lot|kavel|ref(?:erentie|erence|érence|erenz)?|artikel|article|chassis|imei|serie|serial)" +
        @"(?:-?\d\d(?=:))?(?:[-. ]{0,2}(?:nr|no|n°|num(?:mer|ber|éro)?|nummer|id|code)\b\.?)?[ :.#]{0,3}" +
        @"|(?:btw|tva|vat|ust|mwst|order|bestel|bestell|commande|rekening|konto|account)[-. ]{0,2}" +
        @"(?:(?:id[-. ]?)?(?:nr|no|n°|num(?:mer|ber|éro)?|nummer)\b\.?|id\b)[ :.#]{0,3}" +
        @"|(?:btw|tva|vat|ust|mwst)(?: ?: ?| (?=[A-Z]{2} ?\d))" +
        @")(?:[A-Z]{2} ?)?\d(?:[ ./-]?\d){4,17}(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Labelled();
}
