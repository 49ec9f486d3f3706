using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Crawler.Sites.Yaml;

/// <summary>Chooses the quotes of a text in a site file: none where none are needed, since people read and edit the file.</summary>
internal static partial class YamlScalars
{
    /// <summary>Words that YAML readers may take for something other than a text.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "yes", "no", "on", "off", "null", "~", "y", "n" };

    /// <summary>A text, in quotes when it needs them.</summary>
    /// <param name="value">The text.</param>
    /// <param name="flow">It stands between brackets or braces, where commas and braces mean something.</param>
    public static YamlScalarNode Text(string value, bool flow) => new(value) { Style = Style(value, flow) };

    /// <summary>A number, a flag, a duration: written as it is.</summary>
    public static YamlScalarNode Plain(string value) => new(value) { Style = ScalarStyle.Plain };

    private static ScalarStyle Style(string value, bool flow)
    {
        bool plain = (flow ? FlowPlain() : BlockPlain()).IsMatch(value) && !Words.Contains(value) && !value.EndsWith(':')
            && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal);

        // The library quotes more than YAML asks for (braces of a template in a list); what passes the test above needs no quotes.
        return plain ? ScalarStyle.ForcePlain
            : value.AsSpan().IndexOfAny('"', '\\') >= 0 && !value.Any(IsWrittenAsEscape) ? ScalarStyle.SingleQuoted
            : ScalarStyle.DoubleQuoted;
    }

    private static bool IsWrittenAsEscape(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF';

    // Begins with something no YAML mark begins with, and is no number: what is left needs no quotes outside of lists.
    [GeneratedRegex(@"^(?=.*[\p{L}/])[\p{L}\p{Cs}\d./$][\p{L}\p{Cs}\d ./$>+~=()^*:;&?{}|_%!'#§@,""\[\]-]*(?<! )$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BlockPlain();

    [GeneratedRegex(@"^(?=.*\p{L})[\p{L}\p{Cs}./$][\p{L}\p{Cs}\d ./$>+~=()^*;_-]*(?<! )$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FlowPlain();
}
