using System.Text.RegularExpressions;

namespace Crawler.Extraction.Values;

/// <summary>A place as people read it: without labels, brackets and distances.</summary>
internal static partial class PlaceText
{
    /// <summary>Null: nothing is left, or it is too long to be a place.</summary>
    public static string? Tidy(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            string place = White().Replace(text, " ").Trim();
            place = Label().Replace(place, "");
            place = place is ['(', .., ')'] && place.IndexOf('(', 1) < 0 ? place[1..^1] : place;
            place = place.Trim(' ', ',', ';', '·', '•', '|', '-', '–', ':');
            return place.Length is > 1 and <= 160 && place.Any(char.IsLetterOrDigit) ? place : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"[\s\u00a0\u200b]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex White();

    [GeneratedRegex(
        @"^(?:ort|standort|lage|adresse|plaats|locatie|lieu|localisation|location|ubicación|località|lokalizacja|localização|município|ville|stadt"
            + @"|city)\s*:\s*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Label();
}
