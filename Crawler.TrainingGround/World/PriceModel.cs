using System.Globalization;

namespace Crawler.TrainingGround.World;

/// <summary>How much things cost and how each country and site writes it.</summary>
internal static class PriceModel
{
    private const decimal EuroPerBitcoin = 58_000m;
    private const decimal EuroPerMonero = 145m;

    /// <summary>A plausible round amount in the currency.</summary>
    public static decimal Draw(string topic, string currency, SeededRandom random)
    {
        var (low, high) = topic switch
        {
            "ivory" => (40, 4500),
            "tortoiseshell" => (30, 1800),
            "medicines" => (15, 180),
            "rhino" => (800, 20000),
            "pangolin" => (40, 900),
            "reptiles" => (30, 1200),
            "counterfeits" => (25, 320),
            "drugs" => (20, 400),
            _ => (4, 380),
        };
        var amount = (decimal)(low * Math.Pow(high / (double)low, random.Double()));
        return InCurrency(Round(amount, random), currency);
    }

    /// <summary>The amount after a change: 5 to 30 percent down or up, never the same as before.</summary>
    public static decimal Change(decimal price, string currency, SeededRandom random)
    {
        var factor = 1m + ((random.Chance(0.7) ? -1 : 1) * random.Int(5, 30) / 100m);
        var changed = currency switch
        {
            "BTC" => Math.Round(price * factor, 6),
            "XMR" => Math.Round(price * factor, 3),
            _ => Math.Max(1, Math.Round(price * factor)),
        };
        return changed == price ? price + (currency is "BTC" ? 0.001m : 1m) : changed;
    }

    /// <summary>The price as the site prints it. Empty when there is nothing to print.</summary>
    public static string Print(decimal? price, string? currency, PriceKind kind, string language) => kind switch
    {
        PriceKind.None => "",
        PriceKind.Free => language switch { "nl" => "Gratis", "fr" => "Gratuit", "de" => "Zu verschenken", _ => "Free" },
        PriceKind.Offers => language switch { "nl" => "Bieden", "fr" => "Faire offre", "de" => "VB", _ => "Make an offer" },
        PriceKind.Request => language switch { "nl" => "N.o.t.k.", "fr" => "Prix sur demande", "de" => "Preis auf Anfrage", _ => "POA" },
        _ => Amount(price ?? 0, currency, language) + (kind is PriceKind.Negotiable
            ? language switch { "nl" => " (bespreekbaar)", "fr" => " à débattre", "de" => " VB", _ => " ono" }
            : ""),
    };

    /// <summary>An amount the way the language writes it.</summary>
    public static string Amount(decimal amount, string? currency, string language)
    {
        if (currency is "BTC")
            return amount.ToString("0.000000", CultureInfo.InvariantCulture) + " BTC";
        if (currency is "XMR")
            return amount.ToString("0.000", CultureInfo.InvariantCulture) + " XMR";

        var whole = amount == decimal.Truncate(amount);
        var sign = currency switch { "GBP" => "£", "USD" => "$", _ => "€" };
        return language switch
        {
            "nl" when whole => $"{sign} {Grouped(amount, '.', ',', 0)},-",
            "nl" => $"{sign} {Grouped(amount, '.', ',', 2)}",
            "fr" => $"{Grouped(amount, '\u00A0', ',', whole ? 0 : 2)}\u00A0{sign}",
            "de" => $"{Grouped(amount, '.', ',', whole ? 0 : 2)} {sign}",
            _ => $"{sign}{Grouped(amount, ',', '.', 2)}",
        };
    }

    private static string Grouped(decimal amount, char group, char point, int decimals) =>
        amount.ToString(decimals == 0 ? "#,0" : "#,0.00", CultureInfo.InvariantCulture)
            .Replace('.', '\u0001').Replace(',', group).Replace('\u0001', point);

    private static decimal Round(decimal amount, SeededRandom random) => amount switch
    {
        < 20 => Math.Round(amount * 2) / 2,
        < 100 => (Math.Round(amount / 5) * 5) - (random.Chance(0.25) ? 1m : 0) - (random.Chance(0.1) ? 0.05m : 0),
        < 1000 => (Math.Round(amount / 10) * 10) - (random.Chance(0.2) ? 5m : 0),
        _ => Math.Round(amount / 50) * 50,
    };

    private static decimal InCurrency(decimal euro, string currency) => currency switch
    {
        "BTC" => Math.Round(euro / EuroPerBitcoin, 6),
        "XMR" => Math.Round(euro / EuroPerMonero, 3),
        _ => euro,
    };
}
