using System.Text.RegularExpressions;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Learning;

/// <summary>
/// How likely a class name, id or value was chosen by a person for what the element is, so that it will still be there after the next build of the
/// site.
/// </summary>
internal static partial class ClassQuality
{
    /// <summary>What a name costs as part of a selector. Null: it cannot stand in one.</summary>
    public static double? Of(string name)
    {
        if (!Identifier().IsMatch(name) || name.Length is < 2 or > 50)
        {
            return null;
        }

        return IsMade(name) ? SelectorWeights.MadeName
            : Look().IsMatch(name) || ClassNames.IsNoise(name) ? SelectorWeights.WeakName
            : SelectorWeights.GoodName + (name.Length > 25 ? SelectorWeights.LongName : 0);
    }

    /// <summary>The part of a name that a person wrote before a program appended a hash ("Card_title__x7Yz2"); null: it has none.</summary>
    public static string? Stem(string name) => Hashed().Match(name) is { Success: true } match
        && match.Groups["stem"].Value is not ("css-" or "sc-" or "jsx-" or "style-" or "styles-" or "svelte-" or "emotion-")
        && !IsMade(match.Groups["stem"].Value.TrimEnd('_', '-')) ? match.Groups["stem"].Value : null;

    /// <summary>Whether a program made the name: digits among letters, capitals at random, no vowels.</summary>
    public static bool IsMade(string name) => name.Split('-', '_').Any(IsMadePart) || name.StartsWith("css-", StringComparison.Ordinal)
        || name.StartsWith("sc-", StringComparison.Ordinal) || name.StartsWith("jsx-", StringComparison.Ordinal);

    private static bool IsMadePart(string part)
    {
        if (part.Length < 4)
        {
            return part.Length == 3 && part.Any(char.IsAsciiDigit) && part.Any(char.IsAsciiLetter) && !char.IsAsciiDigit(part[^1]);
        }

        int digits = part.Count(char.IsAsciiDigit);
        bool inside = digits > 0 && !TrailingNumber().IsMatch(part);
        int turns = 0;
        for (int i = 1; i < part.Length; i++)
        {
            turns += char.IsAsciiLetterUpper(part[i]) && i + 1 < part.Length && char.IsAsciiLetterUpper(part[i + 1]) != char.IsAsciiLetterUpper(part[i])
                && char.IsAsciiLetterLower(part[i - 1]) ? 1 : 0;
        }

        int vowels = part.Count(c => "aeiouyAEIOUYäöüéèáàíóúõãâêîôû".Contains(c, StringComparison.Ordinal));
        bool dense = turns * 3 >= part.Length && part.Length < 12;
        return inside || dense || (vowels == 0 && part.Length >= 5) || digits > 4;
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\d_-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^\D+\d{1,4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TrailingNumber();

    [GeneratedRegex(@"^(?<stem>\p{L}[\p{L}-]*(?:_[\p{L}-]+)*(?:__|--|_|-))(?=[\p{L}\d_+-]*[\dA-Z])[\p{L}\d_+-]{4,10}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hashed();

    [GeneratedRegex(
        @"^(?:flex(?:-.*)?|grid(?:-.*)?|inline(?:-.*)?|block|row|col(?:-.*)?|container(?:-fluid)?|wrapper|wrap|inner|outer|content|box|clearfix"
            + @"|pull-.*|float-.*|text-.*|font-.*|bg-.*|border(?:-.*)?|rounded(?:-.*)?|shadow(?:-.*)?|[mp][trblxyse]?-.*|[wh]-.*|(?:min|max)-[wh]-.*"
            + @"|d-.*|gap-.*|space-.*|items-.*|justify-.*|align-.*|order-.*|z-.*|top|left|right|bottom|absolute|relative|fixed|sticky|overflow-.*"
            + @"|leading-.*|tracking-.*|transition(?:-.*)?|cursor-.*|lazy(?:load.*|loaded|ed)?|img-responsive|img-fluid|small|large|big|bold|center"
            + @"|clear|fade|show|visible|ng-.*|js-.*|is-.*|has-.*|u-.*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Look();
}
