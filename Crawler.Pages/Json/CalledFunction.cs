using System.Text.RegularExpressions;

namespace Crawler.Pages.Json;

/// <summary>
/// State written as a function that is called at once, <c>(function(a,b){return {x:a,y:b}})("one",2)</c>: values that repeat are its arguments.
/// </summary>
public static partial class CalledFunction
{
    private const int MostNames = 4000;

    /// <summary>The returned values as JSON.</summary>
    public static IEnumerable<string> Read(string script)
    {
        int at = 0;
        for (int found = 0; found < 3 && at < script.Length; found++)
        {
            Match match;
            try
            {
                match = Opening().Match(script, at);
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
            at = start + 1;
            int end = JsonSpan.End(script, start);
            if (end <= start)
            {
                continue;
            }

            var names = Arguments(script, end, match.Groups["names"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            if (ScriptLiteral.Read(script, start, names) is var (json, _))
            {
                at = end;
                yield return json;
            }
        }
    }

    private static Dictionary<string, string> Arguments(string script, int after, string[] names)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        int call = script.IndexOf('(', after);
        if (names.Length is 0 or > MostNames || call < 0 || call - after > 40)
        {
            return values;
        }

        int close = JsonSpan.End(script, call);
        if (ScriptLiteral.Read(string.Concat("[", script.AsSpan(call + 1, Math.Max(0, close - call - 2)), "]"), 0, values) is var (json, _)
            && JsonText.Parse(json) is { } list)
        {
            foreach (var (name, value) in names.Zip(list.EnumerateArray()))
            {
                values[name] = value.GetRawText();
            }
        }

        return values;
    }

    [GeneratedRegex(@"function\s*\((?<names>[\w$,\s]{0,20000})\)\s*\{\s*return\s*(?=\{).", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Opening();
}
