using System.Globalization;

namespace Crawler.Sites.Yaml;

/// <summary>Durations and sizes as people write them in site files.</summary>
internal static class Units
{
    public const string DurationForm = "a duration such as 100ms, 2s, 1.5m or 1h";

    public const string SizeForm = "a size such as 500kB, 16MB or a number of bytes";

    public const string ShareForm = "a share from 0 to 1, or 0% to 100%";

    private static readonly (string Unit, double Milliseconds)[] Durations = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];

    private static readonly (string Unit, double Bytes)[] Sizes = [("kB", 1024), ("MB", 1024 * 1024), ("B", 1), ("", 1)];

    /// <summary>Null: not a duration, negative, or more than a day.</summary>
    public static TimeSpan? Duration(string text) =>
        Measure(text, Durations) is { } milliseconds and >= 0 and <= 86_400_000 ? TimeSpan.FromMilliseconds(milliseconds) : null;

    /// <summary>Null: not a size, not positive, or more than 1 GB.</summary>
    public static long? Size(string text) => Measure(text, Sizes) is { } bytes and >= 1 and <= 1024.0 * 1024 * 1024 ? (long)bytes : null;

    /// <summary>Null: not a number, or outside 0 to 1.</summary>
    public static double? Share(string text)
    {
        bool percent = text.EndsWith('%');
        return double.TryParse(percent ? text[..^1].TrimEnd() : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            && value / (percent ? 100 : 1) is var share and >= 0 and <= 1 ? share : null;
    }

    /// <summary>As <see cref="Duration"/> reads it: in the largest unit that gives a short number.</summary>
    public static string Write(TimeSpan duration)
    {
        double milliseconds = duration.TotalMilliseconds;
        var (unit, factor) = milliseconds >= 3_600_000 && milliseconds % 3_600_000 == 0 ? Durations[3]
            : milliseconds >= 60_000 && milliseconds % 60_000 == 0 ? Durations[2]
            : milliseconds >= 1000 && milliseconds % 100 == 0 ? Durations[1]
            : Durations[0];
        return (milliseconds / factor).ToString("0.####", CultureInfo.InvariantCulture) + unit;
    }

    /// <summary>As <see cref="Size"/> reads it.</summary>
    public static string Write(long bytes) =>
        bytes % (1024 * 1024) == 0 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * 1024)}MB")
        : bytes % 1024 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024}kB")
        : bytes.ToString(CultureInfo.InvariantCulture);

    private static double? Measure(string text, (string Unit, double Factor)[] units)
    {
        int split = text.AsSpan().IndexOfAnyExcept("0123456789.");
        string number = split < 0 ? text : text[..split];
        string unit = split < 0 ? "" : text[split..].Trim();
        foreach (var (name, factor) in units)
        {
            if (name.Equals(unit, StringComparison.OrdinalIgnoreCase)
                && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value))
            {
                return value * factor;
            }
        }

        return null;
    }
}
