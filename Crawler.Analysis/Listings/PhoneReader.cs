using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Crawler.Analysis.Listings;

/// <summary>Finds telephone numbers: in digits of any grouping, and spelled out in Dutch, French, German or English.</summary>
internal static partial class PhoneReader
{
    private const string Signs = @"[ \t\u00A0\u202F()\[\].\-/\u2010-\u2015\u2212]{0,4}";

    /// <summary>Behind a number may stand a postcode, or a price: so many groups of digits are taken off when the whole does not fit.</summary>
    private const int MostGroupsTakenOff = 2;

    /// <summary>E.164 where the country can be told, else the digits as printed.</summary>
    public static IEnumerable<string> In(string text, string? country)
    {
        List<string> phones = [];
        string rest = WithoutNumbers(OtherNumbers.RemovedFrom(WithPlainDigits(text)), country, phones);
        if (PhoneNumbering.OmitsTrunkZero(country))
        {
            phones.AddRange(WithoutPrefix().Matches(rest).Select(m => PhoneNumbering.ReadWithoutPrefix(m.Value, country!)).OfType<string>());
        }

        return [.. phones, .. SpelledOut(text, country)];
    }

    /// <summary>Only those told in words.</summary>
    public static IEnumerable<string> SpelledOut(string text, string? country = null) =>
        SpelledDigits.In(text).Select(spelled => PhoneNumbering.Read(spelled, country)?.E164 ?? PhoneNumbering.AsPrinted(spelled)).OfType<string>();

    /// <summary>
    /// Takes out what is a number, or can only be one that is wrong. The numbers are read between the matches, not by a match evaluator: the time a
    /// pattern may take covers its evaluator as well, and the numbering plans are loaded when the first number of a country is read.
    /// </summary>
    private static string WithoutNumbers(string text, string? country, List<string> phones)
    {
        var rest = new StringBuilder(text.Length);
        int kept = 0;
        for (Match match = Candidate().Match(text); match.Success; match = match.NextMatch())
        {
            string[] found = [.. Read(match.Value, country)];
            phones.AddRange(found);
            if (found.Length > 0 || match.Value[0] is '+' or '0')
            {
                rest.Append(text, kept, match.Index - kept).Append(" ; ");
                kept = match.Index + match.Length;
            }
        }

        return rest.Append(text, kept, text.Length - kept).ToString();
    }

    /// <summary>One number, or several with a stroke or a dash between them.</summary>
    private static IEnumerable<string> Read(string run, string? country)
    {
        string?[] parts = [.. NextNumber().Split(run).Select(part => Best(part, country) ?? PhoneNumbering.AsPrinted(part))];
        return parts.Length > 1 && parts.All(p => p is not null)
            ? parts.OfType<string>()
            : new[] { Best(run, country) ?? PhoneNumbering.AsPrinted(run) }.OfType<string>();
    }

    /// <summary>The reading with the most groups of digits that is valid; if none is, the one with the most that is possible.</summary>
    private static string? Best(string run, string? country)
    {
        string? possible = null;
        string shorter = run;
        for (int taken = 0; taken <= MostGroupsTakenOff && shorter.Length > 0; taken++)
        {
            PhoneReading? reading = PhoneNumbering.Read(shorter, country);
            if (reading is { IsValid: true })
            {
                return reading.E164;
            }

            possible ??= reading?.E164;
            shorter = LastGroup().Replace(shorter, "");
        }

        return possible;
    }

    /// <summary>Digits of other scripts and in circles as 0 to 9; characters that nobody sees are dropped.</summary>
    private static string WithPlainDigits(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            int digit = text[i] < 128 ? -1 : CharUnicodeInfo.GetDigitValue(text, i);
            if (digit >= 0)
            {
                plain.Append((char)('0' + digit));
                i += char.IsHighSurrogate(text[i]) ? 1 : 0;
            }
            else if (char.GetUnicodeCategory(text[i]) is not UnicodeCategory.Format)
            {
                plain.Append(text[i] is '＋' ? '+' : text[i]);
            }
        }

        return plain.ToString();
    }

    /// <summary>Plus, double zero or zero, then digits with few signs between each two. It may hold two numbers.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\d.,€$£@/#_=-])(?:\+\d|[(\[]\+?\d|00 ?\d|0)(?:" + Signs + @"\d){7,29}(?![\d\p{L}]|[.,]\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Candidate();

    [GeneratedRegex(
        @"(?<![\p{L}\d.,€$£@/#_=+-])\(?[1-9](?:" + Signs + @"\d){8,11}(?![\d\p{L}]|[.,]\d|[ \u00A0]?[€$£%])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WithoutPrefix();

    [GeneratedRegex(@"[ \u00A0]*[/\-\u2010-\u2015\u2212][ \u00A0]*(?=[+0])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NextNumber();

    [GeneratedRegex(@"[ \t\u00A0\u202F/]+[^ \t\u00A0\u202F/]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastGroup();
}
