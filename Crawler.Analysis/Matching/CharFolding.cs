using System.Globalization;
using System.Text;

namespace Crawler.Analysis.Matching;

/// <summary>
/// What one character counts as: lower case, without diacritics, ligatures opened, white space and dashes one blank, invisible characters nothing.
/// </summary>
internal static class CharFolding
{
    private static readonly string?[] Cache = new string?[char.MaxValue + 1];

    /// <summary>The folded form of a character that is not half of a surrogate pair. Empty: it does not count.</summary>
    public static string Fold(char c) => Cache[c] ??= Compute(c);

    /// <summary>The folded form of a character beyond the basic plane.</summary>
    public static string Fold(Rune rune)
    {
        int value = rune.Value;
        if (value is (>= 0x1F3FB and <= 0x1F3FF) or (>= 0xE0000 and <= 0xE01EF))
        {
            return "";
        }

        // Regional indicators and squared or circled capitals: letters in costume.
        int letter = value switch
        {
            >= 0x1F1E6 and <= 0x1F1FF => value - 0x1F1E6,
            >= 0x1F130 and <= 0x1F149 => value - 0x1F130,
            >= 0x1F150 and <= 0x1F169 => value - 0x1F150,
            >= 0x1F170 and <= 0x1F189 => value - 0x1F170,
            _ => -1,
        };
        if (letter >= 0)
        {
            return ((char)('a' + letter)).ToString();
        }

        return IsMathematical(value) ? rune.ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant() : rune.ToString();
    }

    /// <summary>
    /// Whether the character is invisible and can be put inside a word without showing. Soft hyphens are not counted: ordinary pages have them.
    /// </summary>
    public static bool IsZeroWidth(char c) =>
        c is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF' or '\u180E' or '\u034F';

    /// <summary>Whether the character is a Latin letter or digit in another form: full width, circled, mathematical.</summary>
    public static bool IsCostume(Rune rune) => rune.Value is (>= 0xFF10 and <= 0xFF5A) or (>= 0x2460 and <= 0x24FF) or (>= 0x2102 and <= 0x2138)
        or (>= 0x1F130 and <= 0x1F189) or (>= 0x1F1E6 and <= 0x1F1FF) || IsMathematical(rune.Value);

    /// <summary>Whether a folded character is part of a word. Scripts written without blanks have no word edges to respect.</summary>
    public static bool IsWordChar(char folded) => folded < 0x80
        ? char.IsAsciiLetterOrDigit(folded)
        : char.IsLetterOrDigit(folded)
            && folded is not ((>= '\u0E00' and <= '\u0EFF') or (>= '\u3040' and <= '\u30FF')
                or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF'));

    /// <summary>
    /// Signs that, next to a blank, part words no more than the blank does: "colour: ivory" reads as "colour ivory". Full stops part sentences and are not
    /// among them.
    /// </summary>
    public static bool IsLoosePunctuation(char c) =>
        c is ',' or ':' or ';' or '(' or ')' or '[' or ']' or '"' or '/' or '“' or '”' or '„' or '«' or '»';

    private static bool IsMathematical(int value) => value is >= 0x1D400 and <= 0x1D7FF;

    private static string Compute(char c)
    {
        if (c == '\u00AD' || IsZeroWidth(c) || c is >= '\uFE00' and <= '\uFE0F')
        {
            return "";
        }

        if (c == '_' || c == '\u2212' || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation)
        {
            return " ";
        }

        if (c is '\u2018' or '\u2019' or '\u02BC' or '\u2032' or '`' or '\u00B4')
        {
            return "'";
        }

        if (char.IsSurrogate(c))
        {
            return "\uFFFD";
        }

        var folded = new StringBuilder();
        foreach (char part in c.ToString().Normalize(HasPlainForm(c) ? NormalizationForm.FormKD : NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
            {
                folded.Append(Letter(char.ToLowerInvariant(part)));
            }
        }

        return folded.ToString();
    }

    private static string Letter(char lower) => lower switch
    {
        'ß' => "ss",
        'œ' => "oe",
        'æ' => "ae",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        _ => lower.ToString(),
    };

    /// <summary>Compatibility forms that stand for letters. Signs such as ™ or ² are left alone: they would glue themselves to the word before them.</summary>
    private static bool HasPlainForm(char c) => c is 'ĳ' or 'Ĳ' or 'ŀ' or 'Ŀ' or 'ﬀ' or 'ﬁ' or 'ﬂ' or 'ﬃ' or 'ﬄ' or 'ﬅ' or 'ﬆ' or 'ſ'
        || (c != '№'
            && c is (>= '\uFF01' and <= '\uFF5E') or (>= '\u2460' and <= '\u24FF') or (>= '\u2102' and <= '\u211F') or (>= '\u2124' and <= '\u2138'));
}
