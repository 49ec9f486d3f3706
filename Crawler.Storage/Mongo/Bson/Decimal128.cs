using System.Globalization;
using System.Runtime.InteropServices;

namespace Crawler.Storage.Mongo.Bson;

/// <summary>
/// A decimal number of up to 34 digits as BSON has it (IEEE 754-2008, binary integer decimal): sign, 14 bits of exponent (bias 6176), 113 bits of digits. Money keeps its trailing zeros
/// this way, which a double drops.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Decimal128(ulong Low, ulong High)
{
    private const int Bias = 6176;
    private const int MaxExponent = 6111;
    private const int MaxDigits = 34;

    /// <summary>Reads digits with an optional point, no exponent, as <see cref="decimal"/> is written in JSON.</summary>
    public static bool TryParse(ReadOnlySpan<byte> json, out Decimal128 number)
    {
        number = default;
        bool negative = json.Length > 0 && json[0] == '-';
        UInt128 digits = 0;
        int count = 0, scale = 0;
        bool pastPoint = false;
        foreach (byte b in negative ? json[1..] : json)
        {
            if (b == '.' && !pastPoint)
            {
                pastPoint = true;
                continue;
            }

            if (b is < (byte)'0' or > (byte)'9' || (count += count > 0 || b != '0' ? 1 : 0) > MaxDigits)
            {
                return false;
            }

            digits = (digits * 10) + (uint)(b - '0');
            scale += pastPoint ? 1 : 0;
        }

        ulong head = ((negative ? 1UL : 0UL) << 63) | ((ulong)(Bias - scale) << 49);
        number = new Decimal128((ulong)digits, head | (ulong)(digits >> 64));
        return scale <= Bias;
    }

    /// <summary>In JSON: plain digits when there is a point or none, otherwise with an exponent. Not-a-number and infinity: null.</summary>
    public string? ToJson()
    {
        if ((High >> 58 & 0x1f) >= 0b11110)
        {
            return null;
        }

        // The other form, whose digits would exceed 34, stands for zero.
        bool isCanonical = (High >> 61 & 3) != 3;
        int exponent = (int)(High >> (isCanonical ? 49 : 47) & 0x3fff) - Bias;
        UInt128 digits = isCanonical ? new UInt128(High & 0x1_ffff_ffff_ffff, Low) : 0;
        string sign = High >> 63 == 1 ? "-" : "";
        string text = digits.ToString(CultureInfo.InvariantCulture);
        return exponent switch
        {
            0 => sign + text,
            > 0 and <= MaxExponent => string.Create(CultureInfo.InvariantCulture, $"{sign}{text}E+{exponent}"),
            < 0 when -exponent <= MaxDigits => sign + text.PadLeft(1 - exponent, '0').Insert(Math.Max(text.Length, 1 - exponent) + exponent, "."),
            _ => string.Create(CultureInfo.InvariantCulture, $"{sign}{text}E{exponent}"),
        };
    }
}
