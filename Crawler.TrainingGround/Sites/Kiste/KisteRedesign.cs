using System.Text.RegularExpressions;
using Crawler.TrainingGround.Serving;

namespace Crawler.TrainingGround.Sites.Kiste;

/// <summary>Gives the keys of the API other names, in the answers and in the script that reads them.</summary>
internal static partial class KisteRedesign
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["anzeigen"] = "eintraege",
        ["anzeigeId"] = "nr",
        ["titel"] = "ueberschrift",
        ["auszug"] = "kurztext",
        ["preis"] = "kosten",
        ["betrag"] = "summe",
        ["ort"] = "standort",
        ["bild"] = "vorschau",
        ["bilder"] = "medien",
        ["beschreibung"] = "langtext",
        ["naechsteSeite"] = "weiter",
        ["anbieter"] = "inserent",
        ["preisText"] = "kostenText",
        ["erstellt"] = "datum",
    };

    public static string Rename(string text, PageRequest request)
    {
        if (request.Redesign is not RedesignVariant.JsonRenamed)
            return text;
        text = JsonKey().Replace(text, m => Names.TryGetValue(m.Groups["name"].Value, out var name) ? $"\"{name}\":" : m.Value);
        return ScriptProperty().Replace(text, m => Names.TryGetValue(m.Groups["name"].Value, out var name) ? "." + name : m.Value);
    }

    [GeneratedRegex("\"(?<name>[a-zA-Z]+)\":", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex JsonKey();

    [GeneratedRegex(@"(?<=\b[adp])\.(?<name>[a-zA-Z]+)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ScriptProperty();
}
