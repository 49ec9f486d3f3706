namespace Crawler.Analysis.Listings;

/// <summary>The checksum of segregated-witness addresses. Source: BIP 173 (Bech32) and BIP 350 (Bech32m).</summary>
internal static class Bech32
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const uint Bech32Residue = 1;
    private const uint Bech32MResidue = 0x2BC830A3;
    private static readonly uint[] Generator = [0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3];

    /// <summary>Whether a lower-case address passes either checksum.</summary>
    public static bool IsValid(string address)
    {
        int separator = address.LastIndexOf('1');
        if (separator < 1 || address.Length - separator < 7)
        {
            return false;
        }

        uint state = 1;
        foreach (char c in address.AsSpan(0, separator))
        {
            state = Step(state, (uint)c >> 5);
        }

        state = Step(state, 0);
        foreach (char c in address.AsSpan(0, separator))
        {
            state = Step(state, (uint)c & 31);
        }

        foreach (char c in address.AsSpan(separator + 1))
        {
            int value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            state = Step(state, (uint)value);
        }

        return state is Bech32Residue or Bech32MResidue;
    }

    private static uint Step(uint state, uint value)
    {
        uint top = state >> 25;
        uint next = ((state & 0x1FFFFFF) << 5) ^ value;
        for (int i = 0; i < Generator.Length; i++)
        {
            next ^= ((top >> i) & 1) * Generator[i];
        }

        return next;
    }
}
