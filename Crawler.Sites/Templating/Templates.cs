namespace Crawler.Sites.Templating;

/// <summary>Templates as texts: checked when a site file is read, rendered when a page is asked for.</summary>
internal static class Templates
{
    /// <summary>What is wrong with the template, or null.</summary>
    public static string? Check(string template, IReadOnlyList<string> names, TemplateUse use = TemplateUse.Address)
    {
        _ = Template.TryParse(template, names, use, out string? error);
        return error;
    }

    /// <summary>Whether a sound template uses the name.</summary>
    public static bool Uses(string template, string name, IReadOnlyList<string> names, TemplateUse use = TemplateUse.Address) =>
        Template.TryParse(template, names, use, out _)?.Names.Contains(name, StringComparer.Ordinal) == true;

    /// <summary>The template with every placeholder replaced by its value.</summary>
    /// <exception cref="FormatException">It is no template; the loader refuses such texts.</exception>
    public static string Render(string template, IReadOnlyList<string> names, Func<string, string?> value, TemplateUse use = TemplateUse.Address) =>
        (Template.TryParse(template, names, use, out string? error) ?? throw new FormatException($"'{template}': {error}")).Render(value, use);
}
