using System.Globalization;
using System.Text.RegularExpressions;

namespace Crawler.Extraction.Values;

/// <summary>Numbers as they are printed in Europe: grouped by point, comma, space or apostrophe, with decimals after point or comma.</summary>
internal static partial class AmountReader
{
    private static readonly HashSet<string> CommaLanguages =
    [
        "nl", "fr", "de", "it", "es", "pt", "pl", "cs", "sk", "da", "sv", "nb", "no", "nn", "fi", "tr", "ru", "uk", "hu", "ro", "bg", "el", "hr", "sl", "sr",
        "lt", "lv", "et", "ca", "gl", "eu", "vi", "id",
    ];

    private static readonly HashSet<string> ThreeDecimals = ["KWD", "BHD", "OMR", "JOD", "TND", "XBT", "XMR", "ETH"];

    /// <summary>Where the numbers of a text are; the group <c>dash</c> holds a closing ",-".</summary>
    public static Regex Numbers => NumbersRegex();

    /// <summary>What a printed number means.</summary>
    /// <param name="digits">One match of <see cref="Numbers"/>, without the dash.</param>
    /// <param name="iso">The currency, if known: few have three decimals.</param>
    /// <param name="context">Language and habit of the page.</param>
    /// <param name="ambiguous">True when another reading was possible.</param>
    public static decimal? Read(string digits, string? iso, PriceContext context, out bool ambiguous)
    {
        ambiguous = false;
        string plain = Spaces().Replace(digits, "");
        int points = plain.Count(c => c == '.');
        int commas = plain.Count(c => c == ',');
        char? mark = null;
        if (points > 0 && commas > 0)
        {
            mark = plain.LastIndexOf('.') > plain.LastIndexOf(',') ? '.' : ',';
        }
        else if (points + commas == 1)
        {
            mark = Single(plain, points == 1 ? '.' : ',', iso, context, grouped: plain.Length != digits.Length, out ambiguous);
        }
        else if (points > 1 && plain[(plain.LastIndexOf('.') + 1)..].Length != 3)
        {
            mark = '.';
        }

        return Parse(plain, mark);
    }

    /// <summary>Which sign the decimals of these printed prices stand after; null when none of them tells.</summary>
    public static NumberHabit? HabitOf(IEnumerable<string> prices)
    {
        int point = 0, comma = 0;
        foreach (string price in prices)
        {
            foreach (var digits in Numbers.EnumerateMatches(price))
            {
                var number = price.AsSpan(digits.Index, digits.Length).TrimEnd("-–— ").ToString();
                int mark = number.LastIndexOfAny(['.', ',']);
                int decimals = mark < 0 ? 0 : number.Length - mark - 1;
                if (decimals is 1 or 2)
                {
                    point += number[mark] == '.' ? 1 : 0;
                    comma += number[mark] == ',' ? 1 : 0;
                }
            }
        }

        return point == comma ? null : point > comma ? NumberHabit.DecimalPoint : NumberHabit.DecimalComma;
    }

    private static char? Single(string plain, char sign, string? iso, PriceContext context, bool grouped, out bool ambiguous)
    {
        ambiguous = false;
        int at = plain.IndexOf(sign, StringComparison.Ordinal);
        int decimals = plain.Length - at - 1;
        if (decimals != 3 || at == 0 || grouped || plain[..at].TrimStart('0').Length == 0 || at > 3)
        {
            return sign;
        }

        ambiguous = true;
        if (iso is not null && ThreeDecimals.Contains(iso))
        {
            return sign;
        }

        if (context.Habit is { } habit)
        {
            return sign == (habit == NumberHabit.DecimalPoint ? '.' : ',') && !IsGroupingSign(sign, context.Language) ? sign : null;
        }

        // Three decimals are rare in prices: without other evidence the sign groups thousands, in any language.
        return null;
    }

    private static bool IsGroupingSign(char sign, string? language) =>
        language is not null && (CommaLanguages.Contains(language) ? sign == '.' : sign == ',');

    private static decimal? Parse(string plain, char? mark)
    {
        var kept = new System.Text.StringBuilder(plain.Length);
        int last = mark is { } m ? plain.LastIndexOf(m) : -1;
        for (int i = 0; i < plain.Length; i++)
        {
            if (char.IsAsciiDigit(plain[i]))
            {
                kept.Append(plain[i]);
            }
            else if (i == last)
            {
                kept.Append('.');
            }
        }

        return kept.Length is > 0 and < 40
            && decimal.TryParse(kept.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount)
            ? amount
            : null;
    }

    // Order matters: grouped forms first, then one separator, then plain digits.
    [GeneratedRegex(
        @"(?<![\d])(?:\d{1,3}(?:[\s'’`´]\d{3})+(?:[.,]\d{1,2})?(?![\d])|\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d])|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])"
            + @"|\d{1,3}(?:,\d{2})+,\d{3}(?:\.\d+)?(?![\d])|\d+[.,]\d+(?![\d])|\d+|[.,]\d{1,2}(?!\d))(?<dash>[.,]\s?[-–—=]{1,2}(?!\d))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex NumbersRegex();

    [GeneratedRegex(@"[\s'’`´]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
