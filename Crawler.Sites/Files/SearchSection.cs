using Crawler.Contracts.Sites;
using Crawler.Sites.Requests;
using Crawler.Sites.Templating;
using Crawler.Sites.Yaml;
using YamlDotNet.RepresentationModel;

namespace Crawler.Sites.Files;

/// <summary>The section <c>search</c> of a site file.</summary>
internal static class SearchSection
{
    private static readonly Uri Anywhere = new("http://invalid.invalid/");

    public static SearchDefinition Read(YamlSection section, YamlErrors errors)
    {
        var format = section.Choice("format", PageFormat.Html);
        var search = new SearchDefinition
        {
            Url = Url(section, errors),
            Post = section.Has("post") ? Post(section.Section("post", SiteKeys.Post), errors) : null,
            FirstPage = section.Number("firstPage", 1, 0, 1000),
            PageSize = section.Number("pageSize", 20, 1, 10_000),
            Paging = section.Choice("paging", Paging.Auto),
            Format = format,
            Rows = Rows(section, format, errors),
            Fields = FieldRules.Fields(section, "fields", SiteKeys.RowFields, format, errors),
            NextPage = section.Value("nextPage") is { } next ? FieldRules.Chain(next, "search.nextPage", format, errors) : [],
            Cursor = section.Value("cursor") is { } cursor ? FieldRules.Chain(cursor, "search.cursor", format, errors) : [],
            More = section.Text("more"),
        };
        CheckPaging(section, search, errors);
        return search;
    }

    private static string Url(YamlSection section, YamlErrors errors)
    {
        string url = section.RequiredText("url");
        var node = section.Value("url") ?? section.Node;
        if (Templates.Check(url, SearchUrl.Placeholders) is { } wrong)
        {
            errors.Add(node, $"search.url: {wrong}");
        }
        else if (!Uri.TryCreate(Anywhere, Templates.Render(url, SearchUrl.Placeholders, _ => "1"), out _))
        {
            errors.Add(node, $"search.url: '{url}' makes no address");
        }

        return url;
    }

    private static SearchPost? Post(YamlSection section, YamlErrors errors)
    {
        if (section.Has("form") == section.Has("json"))
        {
            errors.Add(section.Node, "search.post needs either form or json");
            return null;
        }

        if (section.Value("json") is { } json)
        {
            return new SearchPost
            {
                Json = YamlJson.Of(json, (text, node) => CheckText("search.post.json", text, node, errors), errors)?.ToJsonString() ?? "null",
            };
        }

        var fields = section.Section("form", valid: null);
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, node) in fields.Entries)
        {
            form[name] = (node as YamlScalarNode)?.Value ?? "";
            if (node is not YamlScalarNode)
            {
                errors.Add(node, $"{fields.Full(name)} must be a text");
            }

            CheckText(fields.Full(name), form[name], node, errors);
        }

        return new SearchPost { Form = form };
    }

    private static void CheckText(string path, string text, YamlNode node, YamlErrors errors)
    {
        if (Templates.Check(text, SearchUrl.Placeholders, TemplateUse.Text) is { } wrong)
        {
            errors.Add(node, $"{path}: {wrong}");
        }
    }

    private static void CheckPaging(YamlSection section, SearchDefinition search, YamlErrors errors)
    {
        if (errors.Any)
        {
            return;
        }

        var node = section.Value("paging") ?? section.Value("cursor") ?? section.Node;
        bool uses = SearchUrl.Uses(search, "cursor");
        if (search.Paging == Paging.Cursor && search.Cursor.Count == 0)
        {
            errors.Add(node, "search.paging: cursor needs search.cursor, the rules that read it from a page");
        }
        else if (search.Cursor.Count > 0 && !uses)
        {
            errors.Add(node, "search.cursor is read but never sent: put {cursor} or {&name=cursor} into search.url or search.post");
        }
        else if (uses && search.Cursor.Count == 0)
        {
            errors.Add(node, "{cursor} is sent but never read: search.cursor must say where a page names it");
        }
        else if (search.Paging == Paging.More != search.More is not null)
        {
            errors.Add(node, "search.paging: more and search.more, the selector of the button, need one another");
        }
        else if (search.More is { } more && SelectorCheck.Problem(more, PageFormat.Html) is { } problem)
        {
            errors.Add(section.Value("more")!, $"search.more: {problem}");
        }
        else if (search.Paging == Paging.Number && !SearchUrl.CountsPages(search))
        {
            errors.Add(node, "search.paging: number needs {page} or {offset} in search.url or search.post");
        }
    }

    private static List<string> Rows(YamlSection section, PageFormat format, YamlErrors errors)
    {
        var rows = section.Texts("rows");
        foreach (var (text, node) in rows)
        {
            if (SelectorCheck.Problem(text, format) is { } problem)
            {
                errors.Add(node, $"search.rows: {problem}");
            }
        }

        return [.. rows.Select(r => r.Text)];
    }
}
