using System.Collections.Frozen;
using System.Globalization;

namespace Crawler.Analysis.Listings;

/// <summary>Brings a printed number into E.164.</summary>
internal static class PhoneNumbers
{
    private const int MostDigits = 15;

    /// <summary>Country, its calling code, and how few and how many digits follow it. Source: ITU-T E.164 national numbering plans.</summary>
    private static readonly FrozenDictionary<string, (string Code, int Least, int Most)> Plans =
        "NL 31 9 9, BE 32 8 9, FR 33 9 9, DE 49 7 11, AT 43 7 12, CH 41 9 9, LU 352 6 9, GB 44 9 10, IE 353 7 9, ES 34 9 9, IT 39 8 11, PL 48 9 9, PT 351 9 9, CZ 420 9 9, DK 45 8 8, SE 46 7 9"
            .Split(", ")
            .Select(row => row.Split(' '))
            .ToFrozenDictionary(row => row[0], row => (row[1], int.Parse(row[2], CultureInfo.InvariantCulture), int.Parse(row[3], CultureInfo.InvariantCulture)), StringComparer.OrdinalIgnoreCase);

    /// <summary>"+" and digits; digits alone when the country cannot be told. Null: no telephone number.</summary>
    /// <param name="printed">Digits with signs between them.</param>
    /// <param name="country">By which a number with a single leading zero is completed.</param>
    public static string? Normalize(string printed, string? country)
    {
        bool plus = printed.TrimStart(' ', '(').StartsWith('+');
        string digits = string.Concat(printed.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit));
        if (!plus && digits.StartsWith("00", StringComparison.Ordinal))
        {
            (plus, digits) = (true, digits[2..]);
        }

        if (digits.Length is < 8 or > MostDigits || digits.Distinct().Count() < 3)
        {
            return null;
        }

        if (plus)
        {
            return digits[0] == '0' ? null : "+" + digits;
        }

        if (digits[0] == '0')
        {
            return National(digits[1..], country);
        }

        // No plus and no zero: a country code and exactly what belongs after it, or nothing we know.
        foreach ((string code, int least, int most) in Plans.Values)
        {
            int rest = digits.Length - code.Length;
            if (digits.Length >= 11 && digits.StartsWith(code, StringComparison.Ordinal) && rest >= least && rest <= most && digits[code.Length] != '0')
            {
                return "+" + digits;
            }
        }

        return null;
    }

    private static string? National(string rest, string? country)
    {
        if (country is not null && Plans.TryGetValue(country, out (string Code, int Least, int Most) plan))
        {
            // Italy keeps the zero. A number that does not fit the site's own plan is somebody's from abroad: left as printed.
            string kept = plan.Code == "39" ? "0" + rest : rest;
            if (kept.Length >= plan.Least && kept.Length <= plan.Most)
            {
                return $"+{plan.Code}{kept}";
            }
        }

        return rest.Length is >= 8 and <= 11 ? "0" + rest : null;
    }
}
