using System.Text;

namespace Crawler.Worker.Sites;

/// <summary>Address templates: text with <c>{name}</c> or <c>{name|filter}</c> in it.</summary>
internal static class Templates
{
    public static readonly string[] Filters = ["slug", "plus", "lower", "raw"];

    /// <summary>What is wrong with the template, or null.</summary>
    public static string? Check(string template, IReadOnlyList<string> names)
    {
        string? error = null;
        Expand(template, placeholder =>
        {
            var (name, filter) = Split(placeholder);
            if (!names.Contains(name))
            {
                error ??= $"unknown placeholder '{{{placeholder}}}'; valid are {string.Join(", ", names.Select(n => $"{{{n}}}"))}";
            }
            else if (filter is not null && !Filters.Contains(filter))
            {
                string near = Yaml.NearestKey.To(filter, Filters) is { } hint ? $"; did you mean '{hint}'?" : $"; valid are {string.Join(", ", Filters)}";
                error ??= $"unknown filter '{filter}'{near}";
            }

            return "";
        });
        if (template.Count(c => c == '{') != template.Count(c => c == '}'))
        {
            error ??= "braces do not match";
        }

        return error;
    }

    /// <summary>The template with every placeholder replaced by its value, percent-encoded unless its filter says how.</summary>
    public static string Render(string template, Func<string, string> value) => Expand(template, placeholder =>
    {
        var (name, filter) = Split(placeholder);
        return Filter(value(name), filter);
    });

    private static string Filter(string value, string? filter) => filter switch
    {
        "slug" => Slug(value),
        "plus" => Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal),
        "lower" => Uri.EscapeDataString(value.ToLowerInvariant()),
        "raw" => value,
        _ => Uri.EscapeDataString(value),
    };

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
            else if (char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return Uri.EscapeDataString(slug.ToString().Trim('-'));
    }

    private static (string Name, string? Filter) Split(string placeholder)
    {
        int bar = placeholder.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? (placeholder.Trim(), null) : (placeholder[..bar].Trim(), placeholder[(bar + 1)..].Trim());
    }

    private static string Expand(string template, Func<string, string> replace)
    {
        var text = new StringBuilder();
        int at = 0;
        while (at < template.Length)
        {
            int open = template.IndexOf('{', at);
            int close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                return text.Append(template, at, template.Length - at).ToString();
            }

            text.Append(template, at, open - at).Append(replace(template[(open + 1)..close]));
            at = close + 1;
        }

        return text.ToString();
    }
}
