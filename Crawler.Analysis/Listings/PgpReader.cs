using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Crawler.Analysis.Listings;

/// <summary>
/// Finds OpenPGP keys: printed fingerprints (40 hex digits, upper case), else the SHA-256 of an armoured public key block without its white space.
/// </summary>
internal static partial class PgpReader
{
    public static IEnumerable<string> In(string text)
    {
        foreach (Match match in Fingerprint().Matches(text))
        {
            yield return string.Concat(match.Groups["hex"].Value.Where(char.IsAsciiHexDigit)).ToUpperInvariant();
        }

        foreach (Match match in Block().Matches(text))
        {
            string body = string.Concat(match.Groups["body"].Value.Where(c => !char.IsWhiteSpace(c)));
            yield return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(body)))}";
        }
    }

    /// <summary>Ten groups of four as GnuPG prints them, or forty digits after a word that says what they are.</summary>
    [GeneratedRegex(
        @"(?<![0-9A-Za-z])(?:(?<hex>[0-9A-F]{4}(?:\s{1,2}[0-9A-F]{4}){9})" +
        @"|(?:pgp|gpg|openpgp|fingerprint|vingerafdruk|empreinte|fingerabdruck|key)[\s\w:=-]{0,20}?[\s:=](?:0x)?(?<hex>[0-9A-F]{40}))(?![0-9A-Za-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fingerprint();

    [GeneratedRegex(
        "-----BEGIN PGP PUBLIC KEY BLOCK-----(?<body>.{20,20000}?)-----END PGP PUBLIC KEY BLOCK-----",
        RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();
}
