using System.Globalization;
using MongoDB.Bson;

namespace Crawler.Storage.Mongo.Bson;

/// <summary>
/// The digits of a decimal128 as JSON has them. Money keeps its trailing zeros this way; the driver's own text turns small numbers into powers of ten.
/// </summary>
internal static class DecimalDigits
{
    // What a decimal128 holds (IEEE 754-2008).
    private const int MaxDigits = 34;

    /// <summary>False: it would not come out with the same digits again.</summary>
    public static bool TryRead(string digits, out Decimal128 number) => Decimal128.TryParse(digits, out number) && Of(number) == digits;

    /// <summary>Plain digits when there is a point or none, otherwise with an exponent. Not-a-number and infinity: null.</summary>
    public static string? Of(Decimal128 number)
    {
        if (Decimal128.IsNaN(number) || Decimal128.IsInfinity(number))
        {
            return null;
        }

        int exponent = Decimal128.GetExponent(number);
        string sign = Decimal128.IsNegative(number) ? "-" : "";
        string text = new UInt128(Decimal128.GetSignificandHighBits(number), Decimal128.GetSignificandLowBits(number)).ToString(CultureInfo.InvariantCulture);
        return exponent switch
        {
            0 => sign + text,
            > 0 => string.Create(CultureInfo.InvariantCulture, $"{sign}{text}E+{exponent}"),
            >= -MaxDigits => sign + text.PadLeft(1 - exponent, '0').Insert(Math.Max(text.Length, 1 - exponent) + exponent, "."),
            _ => string.Create(CultureInfo.InvariantCulture, $"{sign}{text}E{exponent}"),
        };
    }
}
