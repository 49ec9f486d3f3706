using System.Text;

namespace Crawler.TrainingGround.Terms;

/// <summary>Terms as YAML, the form a watch list takes them in.</summary>
internal static class TermSheet
{
    public static string Write(IEnumerable<PlainTerm> terms)
    {
        var yaml = new StringBuilder("""
            # The terms of the demo watch list. A term or variant hits when it occurs as a whole word or phrase, case and diacritics
            # folded, outside every exclusion phrase. Plain dictionary words; no code words.
            terms:

            """.ReplaceLineEndings("\n"));
        foreach (var term in terms)
        {
            yaml.Append("  - text: ").Append(Quoted(term.Text)).Append('\n')
                .Append("    language: ").Append(term.Language).Append('\n')
                .Append("    topic: ").Append(term.Topic).Append('\n')
                .Append("    variants: ").Append(List(term.Variants)).Append('\n')
                .Append("    exclude: ").Append(List(term.Exclude)).Append('\n');
        }

        return yaml.ToString();
    }

    private static string List(IEnumerable<string> values) => "[" + string.Join(", ", values.Select(Quoted)) + "]";

    private static string Quoted(string value) => "\"" + value + "\"";
}
