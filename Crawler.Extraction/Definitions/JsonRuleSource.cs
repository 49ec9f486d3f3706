using System.Text.Json;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Values;
using Crawler.Pages.Json;

namespace Crawler.Extraction.Definitions;

/// <summary>Rules over JSON: paths within a value. HTML in a value is read as its text.</summary>
public sealed class JsonRuleSource(JsonElement scope) : RuleSource
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, JsonPath?> Paths = new(StringComparer.Ordinal);

    public static IReadOnlyList<JsonElement> Select(JsonElement scope, string path)
    {
        if (Paths.Count > 5000)
        {
            Paths.Clear();
        }

        return Paths.GetOrAdd(path, p => JsonPath.TryParse(p, out _))?.Select(scope) ?? [];
    }

    protected override IEnumerable<RuleValue> Read(FieldRule rule, FieldWant want)
    {
        foreach (var found in Select(scope, rule.Select ?? "$"))
        {
            bool there = found.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False);
            if (rule.Exists || want.Form == FieldForm.Presence)
            {
                if (there)
                {
                    yield return new RuleValue("true", Data: true, -1);
                }

                continue;
            }

            foreach (string text in Texts(found))
            {
                bool plain = want.Form is FieldForm.Address or FieldForm.Image;
                string value = plain ? text : want.Form == FieldForm.Lines ? PlainText.FromData(text) : PlainText.OnOneLine(text);
                yield return new RuleValue(value, found.ValueKind == JsonValueKind.Number, -1);
            }
        }
    }

    private static IEnumerable<string> Texts(JsonElement found) => found.ValueKind switch
    {
        JsonValueKind.Array => found.EnumerateArray().Select(JsonText.Scalar).OfType<string>(),
        _ => JsonText.Scalar(found) is { } text ? [text] : [],
    };
}
