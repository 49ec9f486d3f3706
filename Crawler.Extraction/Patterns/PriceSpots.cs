using System.Text.RegularExpressions;
using Crawler.Extraction.Values;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Patterns;

/// <summary>The smallest elements of a page whose whole text is a price.</summary>
internal static partial class PriceSpots
{
    private const int LongestPrice = 60;

    /// <summary>One flag per node.</summary>
    public static bool[] Find(PageTree tree)
    {
        bool[] spots = new bool[tree.Count];
        var texts = new Dictionary<string, bool>(StringComparer.Ordinal);
        for (int i = tree.Count - 1; i >= 0; i--)
        {
            ref var node = ref tree.Nodes[i];
            if (node.FirstChunk == node.EndChunk || node.EndChunk - node.FirstChunk > 8 || (node.Hidden && !IsLikelyShown(tree, i))
                || node.Tag is "option" or "select" or "textarea")
            {
                continue;
            }

            int inner = Array.IndexOf(spots, true, i + 1, node.End - i - 1);
            if (inner >= 0 && CompletedBy(tree, spots, i, inner))
            {
                (spots[i], spots[inner]) = (true, false);
            }
            else if (Text(tree, spots, i) is { Length: > 0 } text)
            {
                if (!texts.TryGetValue(text, out bool isPrice))
                {
                    texts[text] = isPrice = IsPrice(text);
                }

                spots[i] = isPrice && (inner < 0 || node.OwnText || Currencies.Signs.IsMatch(text));
            }
        }

        return spots;
    }

    /// <summary>The price text of a node: without that of prices further in (an old price within the current one's element). Null: too long.</summary>
    public static string? Text(PageTree tree, bool[] spots, int index)
    {
        if (!AnySpot(spots, index + 1, tree.Nodes[index].End))
        {
            string? whole = tree.ShortText(index, LongestPrice);
            return tree.Nodes[index].OwnText && (whole is null || !IsPrice(whole) || HasOtherWords(tree, index))
                && tree.OwnText(index) is { Length: > 0 and <= LongestPrice } direct && Currencies.Signs.IsMatch(direct) && IsPrice(direct) ? direct : whole;
        }

        string own = tree.OwnText(index);
        return IsPrice(own) ? own : Outside(tree, spots, index);
    }

    /// <summary>An element within says something of its own, with a number in it: a title before the price.</summary>
    private static bool HasOtherWords(PageTree tree, int index)
    {
        for (int child = index + 1; child < tree.Nodes[index].End; child = tree.Nodes[child].End)
        {
            if (tree.ShortText(child, LongestPrice) is { } text && text.Count(char.IsLetter) >= 3 && text.Any(char.IsAsciiDigit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The one amount within lacks its currency, and this element adds just that ("€" beside "165,-").</summary>
    private static bool CompletedBy(PageTree tree, bool[] spots, int index, int inner)
    {
        if (AnySpot(spots, inner + 1, tree.Nodes[index].End) || tree.ShortText(inner, LongestPrice) is not { } amount || Currencies.Signs.IsMatch(amount)
            || tree.ShortText(index, LongestPrice) is not { } whole)
        {
            return false;
        }

        return amount.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && whole.Count(char.IsAsciiDigit) == amount.Count(char.IsAsciiDigit)
            && Currencies.Signs.IsMatch(whole) && IsPrice(whole);
    }

    /// <summary>A node's text without that of the prices within it.</summary>
    private static string Outside(PageTree tree, bool[] spots, int index)
    {
        ref var node = ref tree.Nodes[index];
        var text = new System.Text.StringBuilder();
        for (int i = node.FirstChunk; i < node.EndChunk && text.Length <= LongestPrice; i++)
        {
            int holder = tree.Chunks[i].Node;
            while (holder > index && !spots[holder])
            {
                holder = tree.Nodes[holder].Parent;
            }

            if (holder == index && !tree.Chunks[i].Aside)
            {
                text.Append(tree.Chunks[i].Break ? " " : "").Append(tree.Chunks[i].Text);
            }
        }

        return text.ToString().Trim();
    }

    /// <summary>The text is a price and hardly anything else.</summary>
    public static bool IsPrice(string text)
    {
        if (text.Length > LongestPrice || text.Length == 0)
        {
            return false;
        }

        try
        {
            if (PriceWords.IsNothingElse(text))
            {
                return true;
            }

            text = Reduction().Replace(text, " ");

            if (text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
            {
                return false;
            }

            var sign = Currencies.Signs.Match(text);
            if (!sign.Success)
            {
                return Dashed().IsMatch(text);
            }

            // What is left beside amounts and signs may be a few words ("ab", "VB", "Preis:", "inkl. MwSt."), not a sentence.
            string rest = AmountReader.Numbers.Replace(Currencies.Signs.Replace(text, " "), " ");
            int letters = rest.Count(char.IsLetter);
            return letters <= 24 && Touching().IsMatch(Currencies.Signs.Replace(text, "¤")) && !Saving().IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool IsLikelyShown(PageTree tree, int index) => tree.Nodes[index].Element.HasAttribute("itemprop");

    private static bool AnySpot(bool[] spots, int from, int to) => Array.IndexOf(spots, true, from, to - from) >= 0;

    [GeneratedRegex(@"^\D{0,12}\d{1,3}(?:[. ]?\d{3})*\s?[,.]\s?[-–—]{1,2}\D{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dashed();

    /// <summary>"(20% off)" beside a price.</summary>
    [GeneratedRegex(@"\(\s?[-–−]?\s?\d{1,2}\s?%[^()]{0,16}\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reduction();

    [GeneratedRegex(@"¤[\s:.*-]{0,3}\d|\d[\s.,*–—-]{0,4}¤", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Touching();

    [GeneratedRegex(
        @"^\W*[-–−]\s?\d+\s?%|\b(?:save|you save|spare|sparen|ersparnis|bespaar|korting|rabatt|rabais|économisez|remise|ahorra|sconto|risparmi|off"
            + @"|coupon|cashback|versand|shipping|delivery|livraison|verzending|bezorging|envíos?|envios?|frete|portes|spedizion[ei]|wysyłk\p{L}*"
            + @"|dostaw\p{L}*|frakt|fragt|toimitus\p{L}*|doprav\p{L}*|poštovné|szállítás\p{L}*|kiszállítás\p{L}*|livrare|dostav\p{L}*"
            + @"|versandkosten\p{L}*|verzendkosten|postage|instal?ments?|interest-free|raten|termijnen|mensualités|plazos|cuotas|parcelas|rate da"
            + @"|raty|splátk\p{L}*)\b|\d\s?x\s(?:sem|de|of|von|à|a)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Saving();
}
