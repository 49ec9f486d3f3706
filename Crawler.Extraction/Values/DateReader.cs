using System.Globalization;
using System.Text.RegularExpressions;

namespace Crawler.Extraction.Values;

/// <summary>Reads printed dates, absolute and relative. Pure: the instant "now" and the zone are arguments.</summary>
internal static partial class DateReader
{
    private const int LongestText = 120;

    /// <summary>The instant (UTC) a text states. Null: no date in it. A date without a time of day is its local midnight.</summary>
    public static DateTimeOffset? Read(string? text, DateContext context)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText * 4)
        {
            return null;
        }

        try
        {
            string trimmed = text.Trim();
            return Machine(trimmed, context) ?? Human(FoldedText.Of(trimmed.Length > LongestText ? trimmed[..LongestText] : trimmed), context);
        }
        catch (Exception e) when (e is RegexMatchTimeoutException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The text is a date and little else: what a label beside an advert looks like.</summary>
    public static bool IsDateText(string text, DateContext context)
    {
        try
        {
            return text.Length is > 3 and <= 48 && Hint().IsMatch(text) && Human(FoldedText.Of(text), context) is not null;
        }
        catch (Exception e) when (e is RegexMatchTimeoutException or ArgumentException or OverflowException)
        {
            return false;
        }
    }

    private static DateTimeOffset? Machine(string text, DateContext context)
    {
        if (text.Length >= 10 && char.IsAsciiDigit(text[0]) && text.Length <= 40)
        {
            var iso = Iso().Match(text);
            if (iso.Success && DateTimeOffset.TryParse(iso.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            {
                bool zoned = iso.Groups["zone"].Success;
                return zoned ? instant.ToUniversalTime() : context.At(instant.DateTime);
            }

            if (Epoch().IsMatch(text) && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds))
            {
                seconds = seconds > 100_000_000_000 ? seconds / 1000 : seconds;
                return DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000));
            }
        }

        return Rfc().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var rfc)
            ? rfc.ToUniversalTime()
            : null;
    }

    private static DateTimeOffset? Human(string text, DateContext context)
    {
        var time = TimeOfDay(text);
        if (Absolute(text, context) is { } date)
        {
            return context.At(date + time);
        }

        foreach (var word in Words().EnumerateMatches(text))
        {
            string name = text.Substring(word.Index, word.Length);
            if (DateWords.DaysAgo(name) is { } days)
            {
                return context.At(context.Local.Date.AddDays(-days) + time);
            }
        }

        return Relative(text, context) ?? LastWeekday(text, time, context);
    }

    private static DateTime? Absolute(string text, DateContext context)
    {
        foreach (Match match in DayMonthName().Matches(text))
        {
            if (DateWords.Month(match.Groups["month"].Value) is { } month
                && Date(Number(match, "year"), month, Number(match, "day")!.Value, context) is { } date)
            {
                return date;
            }
        }

        foreach (Match match in MonthNameDay().Matches(text))
        {
            if (DateWords.Month(match.Groups["month"].Value) is { } month
                && Date(Number(match, "year"), month, Number(match, "day")!.Value, context) is { } date)
            {
                return date;
            }
        }

        var numeric = Numeric().Match(text);
        if (!numeric.Success)
        {
            return null;
        }

        if (numeric.Groups["first"].Success)
        {
            return Date(Number(numeric, "first"), Number(numeric, "second")!.Value, Number(numeric, "third")!.Value, context);
        }

        int a = Number(numeric, "a")!.Value, b = Number(numeric, "b")!.Value;
        int? year = Number(numeric, "year");

        bool monthFirst = numeric.Groups["sign"].Value == "/" && ((context.MonthFirst && a <= 12) || b > 12);
        return monthFirst ? Date(year, a, b, context) : Date(year, b, a, context);
    }

    private static DateTimeOffset? Relative(string text, DateContext context)
    {
        if (JustNow().IsMatch(text))
        {
            return context.Now.ToUniversalTime();
        }

        var match = Ago().Match(text);
        if (!match.Success)
        {
            return null;
        }

        double count = double.TryParse(match.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out double number) ? number : 1;
        return DateWords.Unit(match.Groups["unit"].Value) is { } unit && count <= 1000 ? (context.Now - unit * count).ToUniversalTime() : null;
    }

    private static DateTimeOffset? LastWeekday(string text, TimeSpan time, DateContext context)
    {
        foreach (var word in Words().EnumerateMatches(text))
        {
            if (DateWords.Weekday(text.Substring(word.Index, word.Length)) is { } day)
            {
                int back = ((int)context.Local.DayOfWeek - (int)day + 7) % 7;
                return context.At(context.Local.Date.AddDays(-(back == 0 ? 7 : back)) + time);
            }
        }

        return null;
    }

    /// <summary>A date without a year is the last such day that is not in the future.</summary>
    private static DateTime? Date(int? year, int month, int day, DateContext context)
    {
        int full = year switch { null => context.Local.Year, < 70 => 2000 + year.Value, < 100 => 1900 + year.Value, _ => year.Value };
        if (month is < 1 or > 12 || full is < 1970 or > 2200 || day < 1 || day > DateTime.DaysInMonth(full, month))
        {
            return null;
        }

        var date = new DateTime(full, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        return year is null && date > context.Local.Date.AddDays(1) ? date.AddYears(-1) : date;
    }

    private static TimeSpan TimeOfDay(string text)
    {
        var match = Time().Match(text);
        if (!match.Success)
        {
            return TimeSpan.Zero;
        }

        int hour = Number(match, "hour")!.Value;
        string half = match.Groups["half"].Value;
        hour = half.StartsWith('p') && hour < 12 ? hour + 12 : half.StartsWith('a') && hour == 12 ? 0 : hour;
        return new TimeSpan(hour, Number(match, "minute") ?? 0, Number(match, "second") ?? 0);
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : null;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?\d*)?)?\s?(?<zone>Z|[+-]\d{2}:?\d{2})?", Options, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^[12]\d{9}(?:\d{3})?(?:\.\d+)?$", Options, 1000)]
    private static partial Regex Epoch();

    [GeneratedRegex(@"^\w{3}, \d{1,2} \w{3} \d{4} \d{2}:\d{2}", Options, 1000)]
    private static partial Regex Rfc();

    [GeneratedRegex(
        @"(?<!\d)(?<day>\d{1,2})(?:\.|st|nd|rd|th|er)?\s?(?:de |di |of |-|\.|/)?\s?(?<month>\p{L}{3,12})\.?(?:,?\s?(?:de |del |-"
            + @"|/)?\s?'?(?<year>(?:19|20)\d{2}|\d{2}(?![\d:h])))?",
        Options,
        1000)]
    private static partial Regex DayMonthName();

    [GeneratedRegex(@"(?<!\p{L})(?<month>\p{L}{3,12})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?:,? (?<year>(?:19|20)\d{2}))?", Options, 1000)]
    private static partial Regex MonthNameDay();

    [GeneratedRegex(
        @"(?<![\d.,/-])(?:(?<first>(?:19|20)\d{2})[-/.](?<second>\d{1,2})[-/.](?<third>\d{1,2})"
            + @"|(?<a>\d{1,2})(?<sign>[./-])(?<b>\d{1,2})\k<sign>(?<year>(?:19|20)\d{2}|\d{2})|(?<a>\d{1,2})(?<sign>\.)(?<b>\d{1,2})\.)(?![\d])",
        Options,
        1000)]
    private static partial Regex Numeric();

    [GeneratedRegex(
        @"(?<![\d:.])(?<hour>[01]?\d|2[0-3])(?:[:h](?<minute>[0-5]\d)(?::(?<second>[0-5]\d))?(?:\s?(?<half>[ap])\.?m)?|\s?(?<half>[ap])\.?m\b|(?= uhr))(?!\d)",
        Options,
        1000)]
    private static partial Regex Time();

    [GeneratedRegex(
        @"(?:(?:vor|il y a|hace|ha|fa|depuis|seit|since|geleden)\s+(?:ca\.?|environ|etwa|over|more than|plus de|mehr als|about)?\s*)(?<count>\d{1,3}"
        + @"|einem|einer|einen|un|une|una|uno|um|uma)\s?(?<unit>\p{L}+)"
        + @"|(?<!\d)(?<count>\d{1,3}|a|an|one|een|un|una|uno)\+?\s?(?<unit>\p{L}+)\s+(?:and\s.*)?(?:ago|geleden|fa|temu|atras|zuvor)"
        + @"|^(?<count>\d{1,3})\s?(?<unit>min|h|d|j|w|std|uur|s|sec|dagen|tage|jours|days?|hours?|heures?)\.?$",
        Options,
        1000)]
    private static partial Regex Ago();

    [GeneratedRegex(@"^\W*(?:just now|gerade eben|zojuist|a l'instant|adesso|ahora mismo|przed chwila|agora mesmo|less than a minute ago)\W*$", Options, 1000)]
    private static partial Regex JustNow();

    [GeneratedRegex(@"\p{L}[\p{L}'-]+", Options, 1000)]
    private static partial Regex Words();

    // Cheap: a text without a digit, or without one of the day words' beginnings, is no date.
    [GeneratedRegex(
        @"\d|[Hh]eute|[Gg]estern|[Vv]andaag|[Gg]isteren|[Aa]ujourd|[Hh]ier\b|[Tt]oday|[Yy]esterday|[Oo]ggi|[Ii]eri|[Hh]oy|[Aa]yer|[Dd]zi|[Ww]czoraj"
            + @"|[Hh]oje|[Oo]ntem",
        Options,
        1000)]
    private static partial Regex Hint();
}
