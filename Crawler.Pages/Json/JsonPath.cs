using System.Globalization;
using System.Text.Json;

namespace Crawler.Pages.Json;

/// <summary>
/// The part of JSON path that site definitions need: <c>$</c>, <c>.name</c>, <c>['name']</c>, <c>[0]</c>, <c>[-1]</c> (from the end), <c>[*]</c>,
/// <c>.*</c> and <c>..name</c> (at any depth). No filters and no scripts.
/// </summary>
public sealed class JsonPath
{
    private const int MostMatches = 20_000;
    private const int MostVisits = 2_000_000;

    private readonly IReadOnlyList<JsonPathStep> _steps;

    private JsonPath(string text, IReadOnlyList<JsonPathStep> steps)
    {
        Text = text;
        _steps = steps;
    }

    public string Text { get; }

    /// <summary>The path, or null with what is wrong with it.</summary>
    public static JsonPath? TryParse(string text, out string? error)
    {
        var steps = new List<JsonPathStep>();
        error = null;
        if (text.Length == 0 || text[0] != '$')
        {
            error = "a JSON path begins with $";
            return null;
        }

        int at = 1;
        while (at < text.Length)
        {
            var step = text[at] switch
            {
                '.' => ReadName(text, ref at),
                '[' => ReadBracket(text, ref at),
                _ => null,
            };
            if (step is null)
            {
                error = $"'{text}' is not understood from character {at + 1} on; valid are .name, ['name'], [0], [*] and ..name";
                return null;
            }

            steps.Add(step);
        }

        return new JsonPath(text, steps);
    }

    /// <summary>All values the path leads to, in document order. At most 20,000.</summary>
    public IReadOnlyList<JsonElement> Select(JsonElement root)
    {
        List<JsonElement> current = [root];
        int visits = 0;
        foreach (var step in _steps)
        {
            var next = new List<JsonElement>();
            foreach (var element in current)
            {
                step.Follow(element, next, ref visits);
                if (next.Count >= MostMatches || visits >= MostVisits)
                {
                    break;
                }
            }

            current = next;
        }

        return current;
    }

    private static JsonPathStep? ReadName(string text, ref int at)
    {
        int start = at + 1;
        bool deep = start < text.Length && text[start] == '.';
        start += deep ? 1 : 0;
        int end = start;
        while (end < text.Length && text[end] is not ('.' or '['))
        {
            end++;
        }

        if (end == start)
        {
            return null;
        }

        at = end;
        string name = text[start..end];
        return name == "*" && !deep ? JsonPathStep.Every : new JsonPathStep(name, null, deep);
    }

    private static JsonPathStep? ReadBracket(string text, ref int at)
    {
        int start = at + 1;
        if (start < text.Length && text[start] is '\'' or '"')
        {
            int quote = text.IndexOf(text[start], start + 1);
            if (quote < 0 || quote + 1 >= text.Length || text[quote + 1] != ']')
            {
                return null;
            }

            at = quote + 2;
            return new JsonPathStep(text[(start + 1)..quote], null, Deep: false);
        }

        int end = text.IndexOf(']', at);
        if (end < 0)
        {
            return null;
        }

        string inner = text[start..end].Trim();
        if (inner == "*")
        {
            at = end + 1;
            return JsonPathStep.Every;
        }

        if (!int.TryParse(inner, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int index))
        {
            return null;
        }

        at = end + 1;
        return new JsonPathStep(null, index, Deep: false);
    }
}
