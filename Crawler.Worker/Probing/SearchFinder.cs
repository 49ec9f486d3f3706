using AngleSharp.Html.Dom;
using Crawler.Pages;
using Crawler.Pages.Html;

namespace Crawler.Worker.Probing;

/// <summary>Finds how a site is searched: the parameter of a result page's address, a word in its path, or a form.</summary>
internal static class SearchFinder
{
    /// <summary>The likeliest first.</summary>
    /// <param name="page">The page that was named: results, or a page with a form.</param>
    /// <param name="given">Its address as it was named.</param>
    /// <param name="query">What it searches for, if somebody said so.</param>
    public static IReadOnlyList<SearchWay> Find(PageContent page, Uri given, string? query)
    {
        var forms = page.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase) ? [] : Forms(page);
        var ways = new List<SearchWay>();
        if (ByParameter(given, query, forms) is { } parameter)
        {
            ways.Add(parameter);
        }
        else if (ByPath(given, query) is { } path)
        {
            ways.Add(path);
        }

        ways.AddRange(forms.Select(f => f.Way));
        return ways;
    }

    /// <summary>What the site's own links search for with this way: words that surely find something.</summary>
    public static IEnumerable<string> LinkedQueries(PageContent page, SearchWay way)
    {
        if (way is { Parameter: null } or { Post: not null } || page.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        string path = way.Url.Split('?')[0];
        foreach (var link in BoundedParser.Parse(page.Text).QuerySelectorAll("a[href]").Take(3000))
        {
            if (Uri.TryCreate(page.Url, link.GetAttribute("href"), out var target) && target.Host == page.Url.Host && target.AbsolutePath == path
                && QueryString.Of(target) is [var only] && only.Name == way.Parameter && only.Value.Trim() is { Length: > 2 and < 40 } value)
            {
                yield return value;
            }
        }
    }

    private static SearchWay? ByParameter(Uri given, string? query, IReadOnlyList<SearchForm> forms)
    {
        var parameters = QueryString.Of(given);
        bool Has(Func<(string Name, string Value), bool> test, out (string Name, string Value) found)
        {
            found = parameters.FirstOrDefault(test);
            return found.Name is { Length: > 0 };
        }

        bool known = (query is not null && Has(p => p.Value.Equals(query, StringComparison.OrdinalIgnoreCase), out var hit))
            || Has(p => p.Value.Length > 0 && forms.Any(f => f.Way.Parameter == p.Name), out hit)
            || Has(p => QueryNames.IsQuery(p.Name) && p.Value.Any(char.IsLetter), out hit)
            || Has(p => QueryNames.IsQuery(p.Name), out hit);
        if (!known)
        {
            return null;
        }

        string template = QueryString.Template(given, (name, value) => name == hit.Name ? "{query}"
            : QueryNames.IsPage(name) && IsNumber(value) && name != hit.Name
                ? (parameters.Any(p => QueryNames.IsSize(p.Name)) || !QueryNames.IsOffset(name) ? "{page}" : null)
            : QueryNames.IsOffset(name) ? (parameters.Any(p => QueryNames.IsSize(p.Name)) && IsNumber(value) ? "{offset}" : null)
            : QueryString.Encode(value));
        return new SearchWay(template, null, hit.Name, hit.Value.Length == 0 ? null : hit.Value, $"the parameter '{hit.Name}' of the address");
    }

    private static SearchWay? ByPath(Uri given, string? query)
    {
        string[] parts = given.AbsolutePath.Split('/');
        for (int i = 1; i < parts.Length; i++)
        {
            string word = Uri.UnescapeDataString(parts[i]);
            bool named = query is not null && (
                word.Equals(query, StringComparison.OrdinalIgnoreCase) || word.Replace('-', ' ').Equals(query, StringComparison.OrdinalIgnoreCase));
            bool placed = query is null && word.Length > 2 && word.Any(char.IsLetter) && parts[i - 1] is (
                "search" or "s" or "q" or "suche" or "zoeken" or "recherche" or "tag" or "tags" or "t");
            if (named || placed)
            {
                string filter = word.Contains(' ', StringComparison.Ordinal) ? "{query}" : "{query|slug}";
                parts = [.. parts.Select(QueryString.Plain)];
                parts[i] = filter;
                return new SearchWay(
                    QueryString.Template(given, (_, value) => QueryString.Encode(value), string.Join('/', parts)),
                    null,
                    null,
                    word.Replace('-', ' '),
                    $"the word '{word}' in the address");
            }
        }

        return null;
    }

    private static bool IsNumber(string value) => value.Length > 0 && value.All(char.IsAsciiDigit);

    private static List<SearchForm> Forms(PageContent page)
    {
        using var document = BoundedParser.Parse(page.Text);
        var found = new List<SearchForm>();
        foreach (var form in document.QuerySelectorAll("form").OfType<IHtmlFormElement>().Take(40))
        {
            if (SearchForm.Read(form, page.Url) is { } search)
            {
                found.Add(search);
            }
        }

        return [.. found.OrderByDescending(f => f.Score).DistinctBy(f => f.Way.Url)];
    }
}
