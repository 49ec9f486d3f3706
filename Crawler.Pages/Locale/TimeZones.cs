using System.Collections.Frozen;

namespace Crawler.Pages.Locale;

/// <summary>The zone whose midnight a country's sites mean by "yesterday"; for countries with several, that of the capital.</summary>
public static class TimeZones
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["NL"] = "Europe/Amsterdam", ["BE"] = "Europe/Brussels", ["DE"] = "Europe/Berlin", ["FR"] = "Europe/Paris", ["AT"] = "Europe/Vienna",
        ["CH"] = "Europe/Zurich", ["LU"] = "Europe/Luxembourg",
        ["IT"] = "Europe/Rome", ["ES"] = "Europe/Madrid", ["PT"] = "Europe/Lisbon", ["PL"] = "Europe/Warsaw", ["CZ"] = "Europe/Prague",
        ["SK"] = "Europe/Bratislava", ["DK"] = "Europe/Copenhagen",
        ["SE"] = "Europe/Stockholm", ["NO"] = "Europe/Oslo", ["FI"] = "Europe/Helsinki", ["GB"] = "Europe/London", ["IE"] = "Europe/Dublin",
        ["HU"] = "Europe/Budapest", ["RO"] = "Europe/Bucharest",
        ["BG"] = "Europe/Sofia", ["GR"] = "Europe/Athens", ["UA"] = "Europe/Kyiv", ["TR"] = "Europe/Istanbul", ["BR"] = "America/Sao_Paulo",
        ["US"] = "America/New_York",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>UTC for a country that is unknown or not listed, or on a system without zone data.</summary>
    public static TimeZoneInfo Of(string? country) =>
        country is not null && Names.TryGetValue(country, out string? name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : TimeZoneInfo.Utc;
}
