using System.Globalization;

namespace Crawler.Fetching.Pace;

/// <summary>Reads the Retry-After header (RFC 9110, 10.2.3): seconds, or a date.</summary>
internal static class RetryAfter
{
    /// <summary>What a value comes to.</summary>
    /// <returns>How long to wait from now, never negative and never above the cap; null when the value says nothing.</returns>
    public static TimeSpan? Parse(string? value, DateTimeOffset now, TimeSpan cap)
    {
        value = value?.Trim();
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds))
        {
            return seconds >= cap.TotalSeconds ? cap : TimeSpan.FromSeconds(seconds);
        }

        if (DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date))
        {
            var wait = date - now;
            return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > cap ? cap : wait;
        }

        return null;
    }
}
