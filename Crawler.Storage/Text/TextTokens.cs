using System.Globalization;
using System.Text;

namespace Crawler.Storage.Text;

/// <summary>
/// Cuts text into the words that search compares, the same for texts and queries and for every store. A word is a run of letters and digits of any script,
/// folded: case, accents and width are dropped (NFKD without marks), and the letters that Unicode does not take apart are spelled out (ß ss, æ ae, œ oe, ø o,
/// ł l, đ d, ð d, þ th, ħ h, ı i, ŋ n). Each symbol (emoji included) is a word of its own, and so is each Han, Hiragana and Katakana character, since those
/// scripts write no spaces. Invisible characters are dropped where they stand, so that they cannot hide a word.
/// </summary>
public static class TextTokens
{
    /// <summary>
    /// Begins the word for a symbol, followed by six hex digits of its code point. A private-use character, so that no text spells it by accident.
    /// </summary>
    public const char SymbolMark = '\uE000';

    /// <summary>A word is cut here: nobody searches for longer ones, and they would only swell the index.</summary>
    public const int MaxLength = 64;

    /// <summary>The words in order, repetitions included.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in Decompose(text).EnumerateRunes())
        {
            switch (KindOf(rune))
            {
                case RuneKind.Letter:
                    if (word.Length < MaxLength)
                    {
                        AppendFolded(word, rune);
                    }

                    break;
                case RuneKind.Dropped:
                    break;
                case RuneKind.Ideograph:
                    if (word.Length > 0)
                    {
                        yield return Take(word);
                    }

                    yield return rune.ToString();
                    break;
                case RuneKind.Symbol:
                    if (word.Length > 0)
                    {
                        yield return Take(word);
                    }

                    yield return $"{SymbolMark}{rune.Value:x6}";
                    break;
                default:
                    if (word.Length > 0)
                    {
                        yield return Take(word);
                    }

                    break;
            }
        }

        if (word.Length > 0)
        {
            yield return Take(word);
        }
    }

    private static string Take(StringBuilder word)
    {
        string taken = word.ToString();
        word.Clear();
        return taken;
    }

    private static string Decompose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        // Normalize refuses half a surrogate pair; such text comes from pages cut in the middle of an emoji.
        string whole = IsWellFormed(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return whole.Normalize(NormalizationForm.FormKD);
    }

    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static RuneKind KindOf(Rune rune)
    {
        if (rune.IsAscii)
        {
            return Rune.IsLetterOrDigit(rune) ? RuneKind.Letter : RuneKind.Break;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.OtherLetter when IsIdeograph(rune.Value) => RuneKind.Ideograph,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber =>
                    RuneKind.Letter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format =>
                RuneKind.Dropped,

            // Skin tones change how an emoji looks, not what it says.
            UnicodeCategory.ModifierSymbol => rune.Value is >= 0x1F3FB and <= 0x1F3FF ? RuneKind.Dropped : RuneKind.Break,
            UnicodeCategory.OtherSymbol => RuneKind.Symbol,
            _ => RuneKind.Break,
        };
    }

    private static bool IsIdeograph(int value) =>
        value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static void AppendFolded(StringBuilder word, Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        switch (lower.Value)
        {
            case 'ß': word.Append("ss"); break;
            case 'æ': word.Append("ae"); break;
            case 'œ': word.Append("oe"); break;
            case 'ø': word.Append('o'); break;
            case 'ł': word.Append('l'); break;
            case 'đ' or 'ð': word.Append('d'); break;
            case 'þ': word.Append("th"); break;
            case 'ħ': word.Append('h'); break;
            case 'ı': word.Append('i'); break;
            case 'ŋ': word.Append('n'); break;
            case 'ς': word.Append('σ'); break;
            default: word.Append(lower.ToString()); break;
        }
    }

    private enum RuneKind
    {
        Break,
        Letter,
        Ideograph,
        Symbol,
        Dropped,
    }
}
