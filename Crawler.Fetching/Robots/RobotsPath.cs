using System.Buffers;
using System.Globalization;
using System.Text;

namespace Crawler.Fetching.Robots;

/// <summary>Brings addresses and rule patterns to one percent-encoded form, so that they can be compared octet by octet (RFC 9309, 2.2.2).</summary>
internal static class RobotsPath
{
    // Kept as they are: what RFC 3986 reserves means something else when encoded; "%" is handled apart.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!&'()+,;=");

    /// <summary>Path and query of an address; a literal <c>*</c> or <c>$</c> is encoded, because patterns give them another meaning.</summary>
    public static string Of(Uri url) => Normalize(url.PathAndQuery, pattern: false);

    /// <summary>A rule's pattern; its wildcards stay.</summary>
    public static string OfPattern(string pattern) => Normalize(pattern, pattern: true);

    private static string Normalize(string text, bool pattern)
    {
        var result = new StringBuilder(text.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        for (int i = 0; i < text.Length;)
        {
            char c = text[i];
            if (Plain.Contains(c) || (pattern && (c == '*' || (c == '$' && i == text.Length - 1))))
            {
                result.Append(c);
                i++;
            }
            else if (c == '%' && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte octet))
            {
                if (char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
                {
                    result.Append((char)octet);
                }
                else
                {
                    AppendEncoded(result, octet);
                }

                i += 3;
            }
            else
            {
                OperationStatus status = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out int consumed);
                rune = status == OperationStatus.Done ? rune : Rune.ReplacementChar;
                int count = rune.EncodeToUtf8(utf8);
                foreach (byte b in utf8[..count])
                {
                    AppendEncoded(result, b);
                }

                i += consumed;
            }
        }

        return result.ToString();
    }

    private static void AppendEncoded(StringBuilder result, byte octet) => result.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
}
