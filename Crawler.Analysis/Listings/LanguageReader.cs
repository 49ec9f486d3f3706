using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Lingua;

namespace Crawler.Analysis.Listings;

/// <summary>
/// Tells the language of a text: nl, fr, de, en, es, it, pl, pt. Lingua judges by groups of three letters; benchmarks/Languages says why it is
/// used in its mode of low accuracy.
/// </summary>
public static partial class LanguageReader
{
    /// <summary>Below this many words there is no saying: titles of two words are names and brands.</summary>
    private const int LeastWords = 3;

    /// <summary>
    /// The least lead of the first language over the second, of 1. Below it the page's own word is the better guess. So high a lead costs nothing on
    /// twenty words and keeps titles of four or six words from being given a wrong language (benchmarks/README.md).
    /// </summary>
    private const double LeastLead = 0.9;

    /// <summary>In UTF-16 units. More text makes the answer slower and no better.</summary>
    private const int MostRead = 1000;

    private static readonly FrozenDictionary<Language, string> Codes = new Dictionary<Language, string>
    {
        [Language.Dutch] = "nl",
        [Language.French] = "fr",
        [Language.German] = "de",
        [Language.English] = "en",
        [Language.Spanish] = "es",
        [Language.Italian] = "it",
        [Language.Polish] = "pl",
        [Language.Portuguese] = "pt",
    }.ToFrozenDictionary();

    private static readonly LanguageDetector Detector = LanguageDetectorBuilder
        .FromLanguages([.. Codes.Keys])
        .WithLowAccuracyMode()
        .WithMinimumRelativeDistance(LeastLead)
        .Build();

    /// <summary>ISO 639-1. Null: too short, another language, or two languages alike.</summary>
    public static string? Detect(string? text)
    {
        string read = text is { Length: > MostRead } ? text[..MostRead] : text ?? "";
        return Word().Count(read) < LeastWords ? null : Codes.GetValueOrDefault(Detector.DetectLanguageOf(read));
    }

    /// <summary>Letters written apart are a word in disguise, not a string of little words.</summary>
    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
