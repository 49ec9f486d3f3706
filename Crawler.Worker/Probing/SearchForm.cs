using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Crawler.Contracts.Sites;

namespace Crawler.Worker.Probing;

/// <summary>A form that searches.</summary>
/// <param name="Way">How.</param>
/// <param name="Score">How sure that is.</param>
internal sealed record SearchForm(SearchWay Way, double Score)
{
    private const double Least = 2;

    /// <summary>Null: the form does something else.</summary>
    public static SearchForm? Read(IHtmlFormElement form, Uri page)
    {
        var inputs = form.QuerySelectorAll("input").OfType<IHtmlInputElement>().Where(i => !string.IsNullOrEmpty(i.Name)).ToList();
        if (inputs.Any(i => i.Type is "password" or "email" or "file") || form.QuerySelector("textarea") is not null)
        {
            return null;
        }

        string action = form.GetAttribute("action") is { Length: > 0 } given ? given : page.AbsolutePath;
        if (!Uri.TryCreate(page, action, out var target) || target.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var (field, score) = inputs.Where(i => i.Type is "search" or "text" or "").Select(i => (i, Rate(i, form, target))).OrderByDescending(i => i.Item2)
            .FirstOrDefault();
        if (field?.Name is not { } name || score < Least)
        {
            return null;
        }

        var more = inputs.Where(i => i.Type == "hidden" && i.Name is { } n && !IsToken(n) && !string.IsNullOrEmpty(i.DefaultValue))
            .Select(i => (Name: i.Name!, Value: i.DefaultValue)).ToList();
        bool post = form.GetAttribute("method")?.Equals("post", StringComparison.OrdinalIgnoreCase) == true;
        string path = target.GetLeftPart(UriPartial.Authority) == page.GetLeftPart(UriPartial.Authority)
            ? QueryString.Plain(target.AbsolutePath)
            : QueryString.Plain(target.GetLeftPart(UriPartial.Path));
        var way = post
            ? new SearchWay(path, new SearchPost { Form = more.Prepend((Name: name, Value: "{query}")).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal) }, name, null, $"a form that posts '{name}' to {target.AbsolutePath}")
            : new SearchWay(path + "?" + string.Join('&', more.Prepend((Name: name, Value: "{query}")).DistinctBy(p => p.Name).Select(p => p.Value == "{query}" ? $"{QueryString.Encode(p.Name)}={{query}}" : $"{QueryString.Encode(p.Name)}={QueryString.Encode(p.Value)}")), null, name, null, $"a form with the field '{name}' that leads to {target.AbsolutePath}");
        return new SearchForm(way, score - (post ? 0.5 : 0));
    }

    private static double Rate(IHtmlInputElement input, IHtmlFormElement form, Uri target)
    {
        string words = string.Join(' ', input.Placeholder, input.GetAttribute("aria-label"), input.Id, input.ClassName, form.Id, form.ClassName);
        return (input.Type == "search" ? 3 : 0) + (form.GetAttribute("role") == "search" || form.Closest("[role=search], search") is not null ? 3 : 0) + (
            QueryNames.IsQuery(input.Name!) ? 2.5 : 0)
            + (QueryNames.SaysSearch(target.AbsolutePath) ? 1.5 : 0) + (QueryNames.SaysSearch(words) ? 1.5 : 0) - (
                words.Contains("newsletter", StringComparison.OrdinalIgnoreCase) ? 4 : 0);
    }

    /// <summary>A token that is good for one page only.</summary>
    private static bool IsToken(string name) =>
        name.Contains("token", StringComparison.OrdinalIgnoreCase) || name.Contains("csrf", StringComparison.OrdinalIgnoreCase)
            || name.Contains("nonce", StringComparison.OrdinalIgnoreCase) || name is "sid" or "authenticity";
}
