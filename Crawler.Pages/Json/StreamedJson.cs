using System.Text;
using System.Text.Json;

namespace Crawler.Pages.Json;

/// <summary>
/// State that a page hands to its scripts in pieces, one call a piece, as servers do that stream their pages. The pieces together are lines, each a
/// value with or without a key.
/// </summary>
public static class StreamedJson
{
    private const int Smallest = 400;
    private const int Largest = 8_000_000;

    private static readonly string[] Calls = ["__next_f.push(", "streamController.enqueue(", "stream.push(", "__flight.push("];

    /// <summary>The values of all lines that are long enough to hold something.</summary>
    public static IEnumerable<string> Read(IEnumerable<string> scripts)
    {
        var whole = new StringBuilder();
        foreach (string script in scripts)
        {
            foreach (string call in Calls)
            {
                Append(script, call, whole);
            }
        }

        if (whole.Length < Smallest)
        {
            yield break;
        }

        foreach (string line in whole.ToString().Split('\n'))
        {
            int start = line.AsSpan().IndexOfAny('[', '{');
            if (line.Length >= Smallest && start is >= 0 and <= 12 && (start == 0 || line[start - 1] == ':'))
            {
                yield return line[start..];
            }
        }
    }

    private static void Append(string script, string call, StringBuilder whole)
    {
        for (int at = script.IndexOf(call, StringComparison.Ordinal); at >= 0 && whole.Length < Largest;
            at = script.IndexOf(call, at, StringComparison.Ordinal))
        {
            at += call.Length;
            if (at >= script.Length || script[at] is not ('[' or '"'))
            {
                continue;
            }

            int end = script[at] == '[' ? JsonSpan.End(script, at) : JsonSpan.StringEnd(script, at);
            if (end > at && JsonText.Parse(script[at..end]) is { } piece)
            {
                foreach (var part in piece.ValueKind == JsonValueKind.Array ? piece.EnumerateArray().Where(p => p.ValueKind == JsonValueKind.String) : [piece])
                {
                    whole.Append(JsonText.Scalar(part));
                }
            }
        }
    }
}
