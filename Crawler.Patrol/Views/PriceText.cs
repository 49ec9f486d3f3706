using System.Globalization;
using Crawler.Contracts.Listings;

namespace Crawler.Patrol.Views;

/// <summary>A price as understood, in one short form whatever the site's habits.</summary>
internal static class PriceText
{
    public static string Of(PriceTag? price)
    {
        if (price is null)
        {
            return "-";
        }

        string amount = price.Amount is { } first
            ? string.Join(' ', new[] { Digits(first) + (price.AmountMax is { } last ? "-" + Digits(last) : ""), price.Currency }.OfType<string>())
            : "";
        string words = price.Kind switch
        {
            PriceKind.Negotiable => $"{amount} negotiable",
            PriceKind.From => $"from {amount}",
            PriceKind.Bid => $"bid {amount}",
            PriceKind.OnRequest => $"{amount} on request",
            PriceKind.Free => "free",
            PriceKind.Exchange => $"{amount} exchange",
            _ => amount,
        };
        return words.Trim() + (price.Per is { } per ? $"/{per}" : "") + (price.Ambiguous ? " ?" : "");
    }

    /// <summary>Cents only when there are some.</summary>
    private static string Digits(decimal amount) => amount.ToString(decimal.IsInteger(amount) ? "0" : "0.00##", CultureInfo.InvariantCulture);
}
