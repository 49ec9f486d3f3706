using System.Globalization;

namespace Crawler.Hosting.Settings;

/// <summary>Whether a text can be the value of a setting, and what would be.</summary>
internal static class SettingValue
{
    /// <returns>Null: it can. Otherwise what would be valid.</returns>
    public static string? WhatWouldBeValid(Type type, string value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return Valid(type, value) ? null : Describe(type);
    }

    private static bool Valid(Type type, string value) => type switch
    {
        _ when type == typeof(string) => true,
        _ when type == typeof(bool) => bool.TryParse(value, out _),
        _ when type == typeof(int) => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        _ when type == typeof(long) => long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        _ when type == typeof(double) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        _ when type == typeof(TimeSpan) => TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out _),
        _ when type == typeof(Uri) => Uri.TryCreate(value, UriKind.Absolute, out _),
        _ when type.IsEnum => Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase),
        _ => false,
    };

    private static string Describe(Type type) => type switch
    {
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(double) => "a number such as 0.5",
        _ when type == typeof(TimeSpan) => "a span of time such as 00:01:30 (hours:minutes:seconds) or 1.00:00:00 (days first)",
        _ when type == typeof(Uri) => "an address such as http://127.0.0.1:8080",
        _ when type.IsEnum => string.Join(", ", Enum.GetNames(type)),
        _ => "not a single value",
    };
}
