using System.Text.RegularExpressions;

namespace Crawler.Analysis.Listings;

/// <summary>
/// Finds payment addresses: <c>currency:address</c>. Bitcoin and Litecoin addresses must pass their checksum; Ether and Monero ones only their form.
/// </summary>
internal static partial class WalletReader
{
    public static IEnumerable<string> In(string text)
    {
        foreach (Match match in Base58().Matches(text))
        {
            if (Base58Check.IsValid(match.Value, out byte version) && Currency(version) is { } currency)
            {
                yield return $"{currency}:{match.Value}";
            }
        }

        foreach (Match match in SegWit().Matches(text))
        {
            string address = match.Value.ToLowerInvariant();
            if (Bech32.IsValid(address))
            {
                yield return $"{(address.StartsWith("bc1", StringComparison.Ordinal) ? "btc" : "ltc")}:{address}";
            }
        }

        foreach (Match match in Ether().Matches(text))
        {
            yield return $"eth:{match.Value.ToLowerInvariant()}";
        }

        foreach (Match match in Monero().Matches(text))
        {
            yield return $"xmr:{match.Value}";
        }
    }

    /// <summary>Version bytes 0x05 (BTC) and 0x32 (LTC) are pay-to-script; Litecoin's old 0x05 addresses cannot be told from Bitcoin's.</summary>
    private static string? Currency(byte version) => version switch
    {
        0x00 or 0x05 => "btc",
        0x30 or 0x32 => "ltc",
        _ => null,
    };

    [GeneratedRegex("(?<![0-9A-Za-z])[13LM][1-9A-HJ-NP-Za-km-z]{25,34}(?![0-9A-Za-z])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Base58();

    [GeneratedRegex(
        "(?<![0-9A-Za-z])(?:bc1|BC1|ltc1|LTC1)[02-9ac-hj-np-zAC-HJ-NP-Z]{11,71}(?![0-9A-Za-z])",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SegWit();

    [GeneratedRegex("(?<![0-9A-Za-z])0x[0-9a-fA-F]{40}(?![0-9A-Za-z])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ether();

    [GeneratedRegex("(?<![0-9A-Za-z])[48][0-9AB][1-9A-HJ-NP-Za-km-z]{93}(?![0-9A-Za-z])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Monero();
}
