using System.Globalization;
using System.Text;

namespace Crawler.Sites.Templating;

/// <summary>What a template may do with a value, from left to right.</summary>
internal static class TemplateFilters
{
    private static readonly string[] InAddresses = ["slug", "tag", "plus", "lower", "raw"];

    private static readonly string[] InTexts = ["slug", "tag", "lower"];

    public static IReadOnlyList<string> For(TemplateUse use) => use == TemplateUse.Address ? InAddresses : InTexts;

    public static string Apply(string value, IReadOnlyList<string> filters, TemplateUse use)
    {
        bool encode = use == TemplateUse.Address;
        bool plus = false;
        foreach (string filter in filters)
        {
            switch (filter)
            {
                case "slug":
                    value = Slug(value);
                    break;
                case "tag":
                    value = string.Concat(value.Where(c => char.IsLetterOrDigit(c) || c == '_'));
                    break;
                case "lower":
                    value = value.ToLowerInvariant();
                    break;
                case "plus":
                    plus = true;
                    break;
                case "raw":
                    encode = false;
                    break;
                default:
                    throw new ArgumentException($"unknown filter '{filter}'", nameof(filters));
            }
        }

        string encoded = encode ? Uri.EscapeDataString(value) : value;
        return plus ? encoded.Replace("%20", "+", StringComparison.Ordinal) : encoded;
    }

    /// <summary>Lower-case letters and digits with dashes between, accents folded: what sites put in paths.</summary>
    private static string Slug(string value)
    {
        var slug = new StringBuilder();
        string folded = value.ToLowerInvariant()
            .Replace("ß", "ss", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal)
            .Replace("ł", "l", StringComparison.Ordinal).Normalize(NormalizationForm.FormD);
        foreach (char c in folded)
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
