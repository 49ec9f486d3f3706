using System.Collections.Frozen;

namespace Crawler.Analysis.Matching;

/// <summary>Which characters stand in for which Latin letters.</summary>
internal static class Substitutes
{
    private static readonly FrozenDictionary<char, string> Leet = new Dictionary<char, string>
    {
        ['0'] = "o", ['1'] = "il", ['2'] = "z", ['3'] = "e", ['4'] = "a", ['5'] = "s", ['6'] = "g", ['7'] = "t", ['8'] = "b", ['9'] = "g",
        ['@'] = "a", ['$'] = "s", ['€'] = "e", ['!'] = "i", ['|'] = "il", ['£'] = "l", ['¥'] = "y", ['+'] = "t",
    }.ToFrozenDictionary();

    /// <summary>Folded (lower-case) letters of other scripts, and Latin letters that folding leaves alone.</summary>
    private static readonly FrozenDictionary<char, string> Lookalikes = new Dictionary<char, string>
    {
        ['а'] = "a", ['в'] = "b", ['е'] = "e", ['з'] = "e", ['к'] = "k", ['м'] = "m", ['н'] = "h", ['о'] = "o", ['р'] = "p", ['с'] = "c", ['т'] = "t", ['у'] = "y", ['х'] = "x",
        ['ѕ'] = "s", ['і'] = "i", ['ј'] = "j", ['һ'] = "h", ['ԁ'] = "d", ['ԛ'] = "q", ['ԝ'] = "w", ['ь'] = "b", ['г'] = "r", ['п'] = "n", ['и'] = "u", ['ӏ'] = "il", ['ѵ'] = "v",
        ['α'] = "a", ['β'] = "b", ['ε'] = "e", ['ζ'] = "z", ['η'] = "hn", ['ι'] = "i", ['κ'] = "k", ['μ'] = "mu", ['ν'] = "vn", ['ο'] = "o", ['ρ'] = "p", ['σ'] = "o", ['τ'] = "t", ['υ'] = "yu",
        ['χ'] = "x", ['ω'] = "w", ['γ'] = "y", ['ɑ'] = "a", ['ɡ'] = "g", ['ɩ'] = "i", ['ɪ'] = "i", ['ʀ'] = "r", ['ʏ'] = "y", ['ʟ'] = "l", ['ɴ'] = "n", ['ɢ'] = "g", ['ʙ'] = "b", ['ʜ'] = "h", ['ᴀ'] = "a",
        ['ᴄ'] = "c", ['ᴅ'] = "d", ['ᴇ'] = "e", ['ᴊ'] = "j", ['ᴋ'] = "k", ['ᴍ'] = "m", ['ᴏ'] = "o", ['ᴘ'] = "p", ['ᴛ'] = "t", ['ᴜ'] = "u", ['ᴠ'] = "v", ['ᴡ'] = "w", ['ᴢ'] = "z", ['օ'] = "o", ['ո'] = "n",
        ['ս'] = "u", ['զ'] = "q", ['հ'] = "h", ['ɛ'] = "e", ['ƒ'] = "f", ['ħ'] = "h", ['ŧ'] = "t", ['ɨ'] = "i", ['ʋ'] = "v",
    }.ToFrozenDictionary();

    public static bool IsLeet(char c) => Leet.ContainsKey(c);

    public static bool IsLookalike(char c) => c >= 0x80 && Lookalikes.ContainsKey(c);

    /// <summary>Whether <paramref name="c"/> may stand for <paramref name="letter"/> as a digit or sign.</summary>
    public static bool IsLeetFor(char c, char letter) => Leet.TryGetValue(c, out string? letters) && letters.Contains(letter, StringComparison.Ordinal);

    /// <summary>Whether <paramref name="c"/> may stand for <paramref name="letter"/> as a letter that looks alike.</summary>
    public static bool IsLookalikeFor(char c, char letter) => c >= 0x80 && Lookalikes.TryGetValue(c, out string? letters) && letters.Contains(letter, StringComparison.Ordinal);

    /// <summary>
    /// The character that stands for everything that can be mistaken for <paramref name="c"/>: candidates are found by it and verified letter by letter afterwards.
    /// Letters that share a stand-in share a skeleton: i and l, h, m, n, u, v and y.
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
}
