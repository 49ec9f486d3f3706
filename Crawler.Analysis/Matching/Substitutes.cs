using System.Collections.Frozen;

namespace Crawler.Analysis.Matching;

/// <summary>Which characters stand in for which Latin letters.</summary>
internal static class Substitutes
{
    private static readonly FrozenDictionary<char, string> Leet = Table("0o 1il 2z 3e 4a 5s 6g 7t 8b 9g @a $s €e !i |il £l ¥y +t");

    /// <summary>Folded (lower-case) letters of other scripts, and Latin letters that folding leaves alone.</summary>
    private static readonly FrozenDictionary<char, string> Lookalikes = Table(
        """
        аa вb еe зe кk мm нh оo рp сc тt уy хx ѕs іi јj һh ԁd ԛq ԝw ьb гr пn иu ӏil ѵv αa βb
        εe ζz ηhn ιi κk μmu νvn οo ρp σo τt υyu χx ωw γy ɑa ɡg ɩi ɪi ʀr ʏy ʟl ɴn ɢg ʙb ʜh ᴀa ᴄc
        ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz օo ոn սu զq հh ɛe ƒf ħh ŧt ɨi ʋv
        """);

    public static bool IsLeet(char c) => Leet.ContainsKey(c);

    public static bool IsLookalike(char c) => c >= 0x80 && Lookalikes.ContainsKey(c);

    /// <summary>Whether <paramref name="c"/> may stand for <paramref name="letter"/> as a digit or sign.</summary>
    public static bool IsLeetFor(char c, char letter) => Leet.TryGetValue(c, out string? letters) && letters.Contains(letter, StringComparison.Ordinal);

    /// <summary>Whether <paramref name="c"/> may stand for <paramref name="letter"/> as a letter that looks alike.</summary>
    public static bool IsLookalikeFor(char c, char letter) =>
        c >= 0x80 && Lookalikes.TryGetValue(c, out string? letters) && letters.Contains(letter, StringComparison.Ordinal);

    /// <summary>
    /// The character that stands for everything that can be mistaken for <paramref name="c"/>: candidates are found by it and verified letter by letter
    /// afterwards. Letters that share a stand-in share a skeleton: i and l, h, m, n, u, v and y.
    /// </summary>
    public static char Skeleton(char c)
    {
        char letter = Leet.TryGetValue(c, out string? leet) ? leet[0] : IsLookalike(c) ? Lookalikes[c][0] : c;
        return letter switch
        {
            'l' => 'i',
            'm' or 'n' or 'u' or 'v' or 'y' => 'h',
            _ => letter,
        };
    }

    /// <summary>Each word of the rows is a stand-in and the letters it stands for.</summary>
    private static FrozenDictionary<char, string> Table(string rows) =>
        rows.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenDictionary(entry => entry[0], entry => entry[1..]);
}
