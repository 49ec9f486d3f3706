using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Crawler.Analysis.Matching;

namespace Crawler.Analysis.Listings;

/// <summary>
/// Finds numbers told digit by digit (or pair by pair) in words, mixed with digits or not: "nul zes twaalf 34 vijf zes", "zéro six douze trente-quatre".
/// </summary>
internal static class SpelledDigits
{
    private const int LeastDigits = 8;

    /// <summary>At least so many tokens in words; digits alone are read elsewhere.</summary>
    private const int LeastWords = 3;

    private static readonly FrozenDictionary<string, int> Small = Words(
        "nul|zero|null|oh|o 0", "een|un|une|eins|ein|one 1", "twee|deux|zwei|zwo|two 2", "drie|trois|drei|three 3", "vier|quatre|four 4",
        "vijf|cinq|funf|fuenf|five 5", "zes|six|sechs 6",
        "zeven|sept|sieben|seven 7", "acht|huit|eight 8", "negen|neuf|neun|nine 9", "tien|dix|zehn|ten 10", "elf|onze|eleven 11",
        "twaalf|douze|zwolf|zwoelf|twelve 12", "dertien|treize|dreizehn|thirteen 13",
        "veertien|quatorze|vierzehn|fourteen 14", "vijftien|quinze|funfzehn|fifteen 15", "zestien|seize|sechzehn|sixteen 16",
        "zeventien|siebzehn|seventeen 17", "achttien|achtzehn|eighteen 18",
        "negentien|neunzehn|nineteen 19");

    private static readonly FrozenDictionary<string, int> Tens = Words(
        "twintig|vingt|zwanzig|twenty 20", "dertig|trente|dreißig|thirty 30", "veertig|quarante|vierzig|forty 40", "vijftig|cinquante|funfzig|fifty 50",
        "zestig|soixante|sechzig|sixty 60",
        "zeventig|septante|siebzig|seventy 70", "tachtig|octante|huitante|achtzig|eighty 80", "negentig|nonante|neunzig|ninety 90");

    /// <summary>Each number as digits, a leading plus kept when it is said ("plus 33").</summary>
    public static IEnumerable<string> In(string text)
    {
        FoldedText folded = FoldedText.Of(text);
        List<string> tokens = Tokens(folded.Chars.ToString());
        int i = 0;
        while (i < tokens.Count)
        {
            (string number, int words, int next) = Read(tokens, i);
            if (number.Count(char.IsAsciiDigit) >= LeastDigits && words >= LeastWords)
            {
                yield return number;
            }

            i = Math.Max(next, i + 1);
        }
    }

    private static (string Number, int Words, int Next) Read(List<string> tokens, int start)
    {
        var number = new StringBuilder();
        int words = 0;
        int i = start;
        while (i < tokens.Count && number.Length <= 18)
        {
            string token = tokens[i];
            if (token.All(char.IsAsciiDigit))
            {
                number.Append(token);
                i++;
            }
            else if (token is "plus" && number.Length == 0 && i + 1 < tokens.Count)
            {
                number.Append('+');
                i++;
            }
            else if (token is ("double" or "dubbel" or "doppel") && i + 1 < tokens.Count && Small.TryGetValue(tokens[i + 1], out int twice) && twice < 10)
            {
                number.Append(CultureInfo.InvariantCulture, $"{twice}{twice}");
                words += 2;
                i += 2;
            }
            else if (token is "quatre" && i + 1 < tokens.Count && tokens[i + 1] is ("vingt" or "vingts"))
            {
                int value = 80;
                i += 2;
                (value, i) = AddUnit(tokens, i, value, most: 19);
                number.Append(CultureInfo.InvariantCulture, $"{value}");
                words += 2;
            }
            else if (Tens.TryGetValue(token, out int tens))
            {
                (int value, i) = AddUnit(tokens, i + 1, tens, most: token is "soixante" ? 19 : 9);
                number.Append(CultureInfo.InvariantCulture, $"{value}");
                words++;
            }
            else if (SmallAt(tokens, i) is { } small)
            {
                number.Append(CultureInfo.InvariantCulture, $"{small.Value}");
                words++;
                i = small.Next;
            }
            else
            {
                break;
            }
        }

        return (number.ToString(), words, i);
    }

    /// <summary>"trente quatre" is 34; "soixante douze" 72. A zero after tens is a new digit.</summary>
    private static (int Value, int Next) AddUnit(List<string> tokens, int i, int value, int most)
    {
        int at = i < tokens.Count && tokens[i] is ("et" or "and") ? i + 1 : i;
        return SmallAt(tokens, at) is { } unit && unit.Value > 0 && unit.Value <= most ? (value + unit.Value, unit.Next) : (value, i);
    }

    /// <summary>A number below twenty; French says 17 to 19 in two words.</summary>
    private static (int Value, int Next)? SmallAt(List<string> tokens, int i)
    {
        if (i >= tokens.Count || !Small.TryGetValue(tokens[i], out int value))
        {
            return null;
        }

        return tokens[i] is "dix" && i + 1 < tokens.Count && tokens[i + 1] is ("sept" or "huit" or "neuf")
            ? (value + Small[tokens[i + 1]], i + 2)
            : (value, i + 1);
    }

    private static List<string> Tokens(string folded)
    {
        List<string> tokens = [];
        int start = -1;
        for (int i = 0; i <= folded.Length; i++)
        {
            bool inside = i < folded.Length && CharFolding.IsWordChar(folded[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                tokens.Add(folded[start..i]);
                start = -1;
            }

            // A full stop between words ends a number; commas, dots and slashes between digits do not.
            if (i < folded.Length && folded[i] is ('!' or '?' or ';'))
            {
                tokens.Add(".");
            }
        }

        return tokens;
    }

    private static FrozenDictionary<string, int> Words(params string[] rows) => rows
        .Select(row => row.Split(' '))
        .SelectMany(parts => parts[0].Split('|').Select(word => (Word: FoldedText.Plain(word), Value: int.Parse(parts[1], CultureInfo.InvariantCulture))))
        .DistinctBy(p => p.Word, StringComparer.Ordinal)
        .ToFrozenDictionary(p => p.Word, p => p.Value, StringComparer.Ordinal);
}
