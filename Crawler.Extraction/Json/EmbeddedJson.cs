using System.Text.Json;
using System.Text.RegularExpressions;
using Crawler.Extraction.Html;
using Crawler.Pages.Json;

namespace Crawler.Extraction.Json;

/// <summary>The JSON a page carries for its own scripts: typed script elements, assignments to names such as __INITIAL_STATE__, and long attributes.</summary>
internal static partial class EmbeddedJson
{
    private const int Smallest = 400;
    private const int Largest = 8_000_000;
    private const int Most = 12;

    /// <summary>The documents, largest first.</summary>
    public static IReadOnlyList<JsonElement> Read(HtmlPage page)
    {
        var texts = new List<string>();
        var scripts = new List<string>();
        foreach (var script in page.Document.Scripts)
        {
            string type = script.Type ?? "";
            if (type.Contains("ld+json", StringComparison.OrdinalIgnoreCase) || !string.IsNullOrEmpty(script.Source))
            {
                continue;
            }

            string text = script.TextContent;
            scripts.Add(text);
            if (text.Length is < Smallest or > Largest)
            {
                continue;
            }

            if (type.Contains("json", StringComparison.OrdinalIgnoreCase))
            {
                texts.Add(text.Trim());
            }
            else
            {
                texts.AddRange(Assigned(text));
                texts.AddRange(CalledFunction.Read(text));
            }
        }

        texts.AddRange(StreamedJson.Read(scripts));

        for (int i = 0; i < page.Tree.Count && texts.Count < 60; i++)
        {
            foreach (var attribute in page.Tree.Nodes[i].Element.Attributes)
            {
                if (attribute.Value is { Length: >= Smallest and <= Largest } value && value[0] is '{' or '[' or ' ' && value.TrimStart() is ['{' or '[', ..])
                {
                    texts.Add(value);
                }
            }
        }

        return [.. texts.OrderByDescending(t => t.Length).Take(Most).Select(Parse).OfType<JsonElement>()];
    }

    private static JsonElement? Parse(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.StartsWith("<!--", StringComparison.Ordinal))
        {
            trimmed = trimmed[4..].Replace("-->", "", StringComparison.Ordinal).Trim();
        }

        var whole = JsonText.Parse(trimmed) ?? (trimmed.Contains("&q;", StringComparison.Ordinal) ? JsonText.Parse(Unescaped(trimmed)) : null)
            ?? (ScriptLiteral.Read(trimmed, 0, NoNames) is var (json, _) ? JsonText.Parse(json) : null);
        return whole is { } parsed && Unquote(parsed) is var document ? ReferencedJson.Follow(IndexedJson.Unfold(document) ?? document, trimmed) : null;
    }

    private static readonly Dictionary<string, string> NoNames = new(StringComparer.Ordinal);

    /// <summary>Quotes and brackets as some frameworks escape them within a script element.</summary>
    private static string Unescaped(string text) =>
        text.Replace("&q;", "\"", StringComparison.Ordinal).Replace("&s;", "'", StringComparison.Ordinal).Replace("&l;", "<", StringComparison.Ordinal)
            .Replace("&g;", ">", StringComparison.Ordinal).Replace("&a;", "&", StringComparison.Ordinal);

    /// <summary>A string that holds JSON.</summary>
    private static JsonElement Unquote(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && JsonText.Scalar(element) is { Length: > Smallest } inner && JsonText.Parse(inner) is { } parsed
            ? parsed
            : element;

    /// <summary>Object, array and JSON.parse values assigned in a script; undefined becomes null.</summary>
    private static IEnumerable<string> Assigned(string script)
    {
        int at = 0, found = 0;
        while (found < 6 && at < script.Length)
        {
            Match match;
            try
            {
                match = Assignment().Match(script, at);
            }
            catch (RegexMatchTimeoutException)
            {
                yield break;
            }

            if (!match.Success)
            {
                yield break;
            }

            int start = match.Index + match.Length - 1;
            int end = script[start] is '{' or '[' ? JsonSpan.End(script, start) : JsonSpan.StringEnd(script, start);
            at = Math.Max(end, start + 1);
            if (end - start >= Smallest)
            {
                found++;
                string value = script[start..end];
                yield return value[0] is '{' or '[' ? Undefined().Replace(value, "${before}null") : Double(value);
            }
        }
    }

    /// <summary>A script's string as JSON's string: single quotes become double ones.</summary>
    private static string Double(string literal) =>
        literal[0] == '"' ? literal : "\"" + literal[1..^1].Replace("\\'", "'", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\\\\\"", "\\\"", StringComparison.Ordinal) + "\"";

    [GeneratedRegex(@"(?:=\s*(?=[{\[])|JSON\.parse\(\s*(?=['""])).", RegexOptions.CultureInvariant | RegexOptions.Singleline, 500)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"(?<before>[:,\[]\s*)(?:undefined|void 0|NaN)(?=\s*[,}\]])", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Undefined();
}
