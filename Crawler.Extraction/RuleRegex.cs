using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Crawler.Extraction;

/// <summary>Regular expressions of site definitions: compiled once, and stopped after 500 ms.</summary>
internal static class RuleRegex
{
    private const int MostKept = 2000;

    private static readonly ConcurrentDictionary<string, Regex?> Known = new(StringComparer.Ordinal);

    /// <summary>
    /// The first group of the first match, or the whole match when the pattern has no groups. Null: no match, a bad pattern, or out of time.
    /// </summary>
    /// <param name="pattern">The expression.</param>
    /// <param name="text">What it is looked for in.</param>
    /// <param name="form">What is made of the match instead, with <c>$1</c> or <c>${name}</c> for its groups. Null: the group itself.</param>
    public static string? Value(string pattern, string text, string? form = null)
    {
        if (Known.Count > MostKept)
        {
            Known.Clear();
        }

        try
        {
            var match = Known.GetOrAdd(pattern, Make)?.Match(text);
            return match is not { Success: true } ? null
                : form is not null ? match.Result(form)
                : match.Groups.Count > 1 ? match.Groups[1].Value
                : match.Value;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static Regex? Make(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(500));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
