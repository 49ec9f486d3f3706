using System.Collections.Frozen;
using PhoneNumbers;

namespace Crawler.Analysis.Listings;

/// <summary>
/// Brings a printed number into E.164 by the numbering plans of libphonenumber. Its verdict "valid" is not asked for, because it calls every range for
/// fiction invalid. It is enough that a fixed line or a mobile telephone of the country may have so many digits.
/// </summary>
internal static class PhoneNumbering
{
    /// <summary>Shorter ones are postcodes, years and prices far more often than telephones.</summary>
    private const int FewestDigits = 8;

    /// <summary>The most that E.164 allows, country code included.</summary>
    private const int MostDigits = 15;

    /// <summary>Fewer different digits are a placeholder.</summary>
    private const int FewestDifferentDigits = 3;

    /// <summary>Without plus and zero a number counts as international only if it is that long.</summary>
    private const int FewestDigitsWithBareCode = 11;

    /// <summary>A number without trunk prefix looks like any other number; shorter ones are left.</summary>
    private const int FewestDigitsWithoutPrefix = 9;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    private static readonly FrozenSet<string> Regions = Library.GetSupportedRegions().ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Countries whose national numbers do not begin with a zero that people print: Spain, Poland, the United States.</summary>
    private static readonly FrozenSet<string> WithoutTrunkZero =
        Regions.Where(r => Library.GetNddPrefixForRegion(r, stripNonDigits: true) is null or not ['0', ..]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether national numbers of the country are printed without a zero before them. Null, or no country: false.</summary>
    public static bool OmitsTrunkZero(string? country) => country is not null && WithoutTrunkZero.Contains(country);

    /// <summary>A number that begins with plus, 00 or 0, or with a country code. Null: no telephone number.</summary>
    /// <param name="printed">Digits with signs between them.</param>
    /// <param name="country">ISO 3166-1 alpha-2, by which a number with a single leading zero is completed.</param>
    public static PhoneReading? Read(string printed, string? country)
    {
        bool plus = printed.TrimStart(' ', '(', '[').StartsWith('+');
        string digits = string.Concat(printed.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit));
        if (!plus && digits.StartsWith("00", StringComparison.Ordinal))
        {
            (plus, digits) = (true, digits[2..]);
        }

        if (!IsPlausible(digits))
        {
            return null;
        }

        if (plus || digits[0] != '0')
        {
            return digits[0] != '0' && (plus || digits.Length >= FewestDigitsWithBareCode) ? Parse("+" + digits, region: null) : null;
        }

        return Parse(digits, country);
    }

    /// <summary>
    /// The digits alone, for a national number that does not fit the site's own country or whose country is not known. Null: no telephone number.
    /// </summary>
    public static string? AsPrinted(string printed)
    {
        string digits = string.Concat(printed.Where(char.IsAsciiDigit));
        return digits is ['0', not '0', ..] && digits.Length is > FewestDigits and <= 12 && IsPlausible(digits) ? digits : null;
    }

    /// <summary>
    /// A national number without any prefix. Only a valid fixed or mobile one counts: there is nothing else that tells it from other numbers.
    /// </summary>
    public static string? ReadWithoutPrefix(string printed, string country)
    {
        string digits = string.Concat(printed.Where(char.IsAsciiDigit));
        return digits.Length >= FewestDigitsWithoutPrefix && IsPlausible(digits) && Parse(digits, country) is { IsValid: true } reading ? reading.E164 : null;
    }

    private static bool IsPlausible(string digits) =>
        digits.Length is >= FewestDigits and <= MostDigits && digits.Distinct().Count() >= FewestDifferentDigits && !IsCounting(digits);

    /// <summary>"0123456789": written to fill a field.</summary>
    private static bool IsCounting(string digits) => digits.Zip(digits.Skip(1)).All(pair => (pair.First - '0' + 1) % 10 == pair.Second - '0');

    private static PhoneReading? Parse(string number, string? region)
    {
        if (region is null ? number[0] != '+' : !Regions.Contains(region))
        {
            return null;
        }

        try
        {
            PhoneNumber parsed = Library.Parse(number, region?.ToUpperInvariant());
            string e164 = Library.Format(parsed, PhoneNumberFormat.E164);
            bool fits = e164.Length <= MostDigits + 1
                && Library.IsPossibleNumberForTypeWithReason(parsed, PhoneNumberType.FIXED_LINE_OR_MOBILE) is PhoneNumberUtil.ValidationResult.IS_POSSIBLE;
            bool valid = Library.GetNumberType(parsed) is PhoneNumberType.FIXED_LINE or PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE;
            return fits ? new PhoneReading(e164, valid) : null;
        }
        catch (NumberParseException)
        {
            // The library's way to say that there is no such country code, or that the digits are too few or too many.
            return null;
        }
    }
}

/// <summary>What printed digits mean.</summary>
/// <param name="E164">"+" and digits.</param>
/// <param name="IsValid">It lies in a range that is given out to fixed lines or mobile telephones.</param>
internal sealed record PhoneReading(string E164, bool IsValid);
