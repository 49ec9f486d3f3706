using System.Globalization;
using System.Text;
using Crawler.Contracts.WatchLists;

namespace Crawler.Analysis.WatchLists;

/// <summary>Writes a watch list the way <see cref="WatchListFile"/> reads it; what equals the default is left out.</summary>
internal static class WatchListWriter
{
    public static string Write(WatchList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var yaml = new StringBuilder();
        Line(yaml, 0, "id", list.Id);
        Line(yaml, 0, "name", list.Name);
        Line(yaml, 0, "description", list.Description);
        Line(yaml, 0, "legalBasis", list.LegalBasis);
        yaml.Append(CultureInfo.InvariantCulture, $"sites: {Sequence(list.SiteIds)}\n");
        yaml.Append("schedule:\n");
        Line(yaml, 2, "cron", list.Schedule.Cron);
        Line(yaml, 2, "timeZone", list.Schedule.TimeZone);
        if (list.Schedule.Paused)
        {
            yaml.Append("  paused: true\n");
        }

        yaml.Append(CultureInfo.InvariantCulture, $"maxPagesPerSearch: {list.MaxPagesPerSearch}\n");
        yaml.Append("terms:");
        yaml.Append(list.Terms.Count == 0 ? " []\n" : "\n");
        foreach (WatchTerm term in list.Terms)
        {
            Term(yaml, term);
        }

        return yaml.ToString();
    }

    private static void Term(StringBuilder yaml, WatchTerm term)
    {
        yaml.Append(CultureInfo.InvariantCulture, $"  - text: {Quoted(term.Text)}\n");
        Line(yaml, 4, "language", term.Language);
        Line(yaml, 4, "topic", term.Topic);
        if (term.Variants.Count > 0)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"    variants: {Sequence(term.Variants)}\n");
        }

        if (term.Exclude.Count > 0)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"    exclude: {Sequence(term.Exclude)}\n");
        }

        Line(yaml, 4, "source", term.Source);
        if (!term.Search)
        {
            yaml.Append("    search: false\n");
        }
    }

    private static void Line(StringBuilder yaml, int indent, string key, string? value)
    {
        if (value is not null)
        {
            yaml.Append(' ', indent).Append(CultureInfo.InvariantCulture, $"{key}: {Quoted(value)}\n");
        }
    }

    private static string Sequence(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Quoted))}]";

    /// <summary>Double quotes always: no word of any language is then mistaken for a number, a date or "no".</summary>
    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
