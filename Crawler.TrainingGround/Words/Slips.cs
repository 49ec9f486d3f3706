using Crawler.TrainingGround.Terms;

namespace Crawler.TrainingGround.Words;

/// <summary>Slips of hasty writers: swapped, missing and doubled letters, no capitals. Words of the dictionary terms are left whole.</summary>
internal static class Slips
{
    private static readonly HashSet<string> Kept =
        [.. PlainTerms.All.SelectMany(t => t.Variants.Concat(t.Exclude).Prepend(t.Text)).SelectMany(WordSplitter.Split).Select(w => w.Folded)];

    public static string Make(string text, double rate, SeededRandom random)
    {
        var result = text;
        foreach (var word in WordSplitter.Split(text).AsEnumerable().Reverse())
        {
            var slippable = word.Length > 4 && !Kept.Contains(word.Folded) && !IsPartOfAddress(text, word)
                && text.AsSpan(word.Start, word.Length).IndexOfAnyInRange('0', '9') < 0;
            if (slippable && random.Chance(rate))
                result = result[..word.Start] + Slip(text.Substring(word.Start, word.Length), random) + result[(word.Start + word.Length)..];
        }

        return result;
    }

    private static bool IsPartOfAddress(string text, Word word)
    {
        var start = text.LastIndexOfAny([' ', '\n'], Math.Max(0, word.Start - 1)) + 1;
        var end = text.IndexOfAny([' ', '\n'], word.Start);
        return text.AsSpan(start, (end < 0 ? text.Length : end) - start).IndexOfAny('@', '#') >= 0;
    }

    private static string Slip(string word, SeededRandom random)
    {
        var at = random.Int(1, word.Length - 3);
        return random.Int(0, 2) switch
        {
            0 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            1 => word.Remove(at, 1),
            _ => word.Insert(at, word[at].ToString()),
        };
    }
}
