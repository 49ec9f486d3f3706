using System.Globalization;

namespace Crawler.TrainingGround.Serving;

/// <summary>Dates as each language prints them. Spelled out here so that they do not depend on the machine's ICU version.</summary>
internal static class Dates
{
    private static readonly string[] Dutch = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    private static readonly string[] French = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
    private static readonly string[] English = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static string Print(DateTimeOffset at, string language) => language switch
    {
        "nl" => FormattableString.Invariant($"{at.Day} {Dutch[at.Month - 1]} {at.Year}"),
        "fr" => FormattableString.Invariant($"{at.Day} {French[at.Month - 1]} {at.Year}"),
        "de" => at.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        _ => FormattableString.Invariant($"{at.Day} {English[at.Month - 1]} {at.Year}"),
    };

    public static string PrintWithTime(DateTimeOffset at, string language) =>
        Print(at, language) + (language is "fr" ? " à " : ", ") + at.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
