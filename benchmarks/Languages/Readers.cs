using Crawler.Analysis.Listings;
using Lingua;

namespace CyberPatrol.Benchmarks.Languages;

/// <summary>What tells the language of a text. Null where it cannot.</summary>
internal static class Readers
{
    private static readonly IReadOnlyDictionary<Language, string> Codes = new Dictionary<Language, string>
    {
        [Language.Dutch] = "nl", [Language.French] = "fr", [Language.German] = "de", [Language.English] = "en",
        [Language.Spanish] = "es", [Language.Italian] = "it", [Language.Polish] = "pl", [Language.Portuguese] = "pt",
    };

    /// <summary>The number is that of the languages: the first four, or all that <see cref="LanguageReader"/> knows.</summary>
    public static readonly string[] Names = ["product", "lingua-low-4", "lingua-high-4", "lingua-low-8", "lingua-high-8"];

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="distance">Lingua's least lead of the first language over the second, from 0 to 0.99; below it the answer stays open.</param>
    public static Func<string, string?> Make(string name, double distance)
    {
        if (name == "product")
        {
            return LanguageReader.Detect;
        }

        string[] parts = name.Split('-');
        LanguageDetectorBuilder builder = LanguageDetectorBuilder.FromLanguages([.. Codes.Keys.Take(parts[2] == "4" ? 4 : 8)])
            .WithPreloadedLanguageModels()
            .WithMinimumRelativeDistance(distance);
        LanguageDetector detector = (parts[1] == "low" ? builder.WithLowAccuracyMode() : builder).Build();
        return text => Codes.GetValueOrDefault(detector.DetectLanguageOf(text));
    }
}
