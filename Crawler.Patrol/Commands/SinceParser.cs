using System.CommandLine.Parsing;
using System.Globalization;

namespace Crawler.Patrol.Commands;

/// <summary>
/// An instant as people give it: <c>7d</c>, <c>24h</c>, <c>30m</c>, <c>2w</c> ago, or a date, or a date and time (UTC unless it says otherwise).
/// </summary>
internal static class SinceParser
{
    public static DateTimeOffset? Parse(ArgumentResult result, TimeProvider clock)
    {
        string text = result.Tokens[0].Value;
        if (TryParse(text, clock.GetUtcNow(), out var instant))
        {
            return instant;
        }

        result.AddError($"'{text}' is no instant: give 7d, 24h, 2025-03-14 or 2025-03-14T09:30Z");
        return null;
    }

    public static bool TryParse(string text, DateTimeOffset now, out DateTimeOffset instant)
    {
        if (text.Length > 1 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number <= 100_000 && Unit(text[^1]) is { } unit && now - DateTimeOffset.MinValue > number * unit)
        {
            instant = now - (number * unit);
            return true;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        string[] forms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];
        return DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, Utc, out instant);
    }

    private static TimeSpan? Unit(char letter) => letter switch
    {
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        'w' => TimeSpan.FromDays(7),
        _ => null,
    };
}
