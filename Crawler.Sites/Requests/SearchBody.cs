using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crawler.Contracts.Sites;
using Crawler.Sites.Templating;

namespace Crawler.Sites.Requests;

/// <summary>What a search posts. Values are put into fields and JSON texts before these are encoded, so that no query can change their structure.</summary>
public static class SearchBody
{
    private static readonly string[] Numbers = ["page", "offset"];

    /// <summary>Null: the site searches by address alone.</summary>
    public static RequestBody? Render(SiteDefinition site, string query, int page, string? cursor)
    {
        string? Value(string name) => SearchUrl.Value(site.Search, name, query, page, cursor);
        return site.Search.Post switch
        {
            { Form: { } form } => new RequestBody("application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(Form(form, Value))),
            { Json: { } json } => new RequestBody("application/json", JsonSerializer.SerializeToUtf8Bytes(Fill(JsonNode.Parse(json), Value))),
            _ => null,
        };
    }

    public static bool Uses(SearchPost? post, string name) => Texts(post).Any(t => Templates.Uses(t, name, SearchUrl.Placeholders, TemplateUse.Text));

    private static IEnumerable<string> Texts(SearchPost? post) => post switch
    {
        { Form: { } form } => form.Values,
        { Json: { } json } => Texts(JsonNode.Parse(json)),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Texts(p.Value)),
        JsonArray a => a.SelectMany(Texts),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => [v.GetValue<string>()],
        _ => [],
    };

    private static string Form(IReadOnlyDictionary<string, string> fields, Func<string, string?> value)
    {
        var pairs = new List<string>();
        foreach (var (name, text) in fields)
        {
            var template = Parse(text);
            if (template.OnlyName is not { } only || value(only) is not null)
            {
                pairs.Add($"{Encode(name)}={Encode(template.Render(value, TemplateUse.Text))}");
            }
        }

        return string.Join('&', pairs);
    }

    private static JsonNode? Fill(JsonNode? node, Func<string, string?> value)
    {
        switch (node)
        {
            case JsonObject o:
                var filled = new JsonObject();
                foreach (var (name, member) in o)
                {
                    if (!IsAbsent(member, value))
                    {
                        filled[name] = Fill(member, value);
                    }
                }

                return filled;
            case JsonArray a:
                return new JsonArray([.. a.Where(i => !IsAbsent(i, value)).Select(i => Fill(i, value))]);
            case JsonValue v when v.GetValueKind() == JsonValueKind.String:
                var template = Parse(v.GetValue<string>());
                string text = template.Render(value, TemplateUse.Text);
                return Numbers.Contains(template.OnlyName) ? JsonValue.Create(int.Parse(text, CultureInfo.InvariantCulture)) : JsonValue.Create(text);
            default:
                return node?.DeepClone();
        }
    }

    private static bool IsAbsent(JsonNode? node, Func<string, string?> value) =>
        node is JsonValue v && v.GetValueKind() == JsonValueKind.String && Parse(v.GetValue<string>()).OnlyName is { } only && value(only) is null;

    private static Template Parse(string text) =>
        Template.TryParse(text, SearchUrl.Placeholders, TemplateUse.Text, out string? error) ?? throw new FormatException($"'{text}': {error}");

    // What forms do: spaces as plus signs.
    private static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
