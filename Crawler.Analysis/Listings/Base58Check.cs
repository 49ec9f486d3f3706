using System.Numerics;
using System.Security.Cryptography;

namespace Crawler.Analysis.Listings;

/// <summary>The checksum of Bitcoin-style addresses: the first four bytes of a double SHA-256.</summary>
internal static class Base58Check
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int Length = 25;

    /// <summary>Whether the address holds 21 bytes and their checksum.</summary>
    /// <param name="address">Base-58 text.</param>
    /// <param name="version">The address's kind; its first byte whether valid or not.</param>
    public static bool IsValid(string address, out byte version)
    {
        version = 0;
        BigInteger number = BigInteger.Zero;
        foreach (char c in address)
        {
            int digit = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }

            number = (number * 58) + digit;
        }

        byte[] tail = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        if (tail.Length > Length)
        {
            return false;
        }

        byte[] bytes = new byte[Length];
        tail.CopyTo(bytes, Length - tail.Length);
        byte[] hash = SHA256.HashData(SHA256.HashData(bytes.AsSpan(0, Length - 4)));
        version = bytes[0];
        return hash.AsSpan(0, 4).SequenceEqual(bytes.AsSpan(Length - 4));
    }
}
