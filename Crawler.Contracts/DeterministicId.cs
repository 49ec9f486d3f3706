using System.Security.Cryptography;
using System.Text;

namespace Crawler.Contracts;

/// <summary>Ids that are a function of what they name, so that doing a thing twice names it once.</summary>
public static class DeterministicId
{
    /// <summary>
    /// The first 128 bits of SHA-256 over the length-prefixed parts, as 32 lower-case hex digits. Lengths make ("ab","c") and ("a","bc") differ.
    /// </summary>
    public static string From(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (string part in parts)
        {
            text.Append(part.Length).Append(':').Append(part).Append('|');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
