using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Crawler.Sites.Yaml;

/// <summary>Writes YAML the way a person would: plain where plain is safe, quotes where they are needed, nothing for what is not there.</summary>
internal sealed partial class YamlLines
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "yes", "no", "on", "off", "null", "~", "y", "n" };

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Blank()
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }
    }

    public void Comment(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            _text.Append("# ").Append(line.TrimEnd()).Append('\n');
        }
    }

    /// <summary>A line as it is given.</summary>
    public void Raw(int indent, string line) => _text.Append(' ', indent).Append(line).Append('\n');

    /// <summary>Nothing for null.</summary>
    public void Text(int indent, string key, string? value)
    {
        if (value is not null)
        {
            Raw(indent, $"{key}: {Scalar(value, flow: false)}");
        }
    }

    /// <summary>Nothing when the value is the default.</summary>
    public void Number(int indent, string key, long value, long standard)
    {
        if (value != standard)
        {
            Raw(indent, string.Create(CultureInfo.InvariantCulture, $"{key}: {value}"));
        }
    }

    /// <summary>Nothing when the value is the default.</summary>
    public void Flag(int indent, string key, bool value, bool standard)
    {
        if (value != standard)
        {
            Raw(indent, $"{key}: {(value ? "yes" : "no")}");
        }
    }

    /// <summary>Nothing when the value is the default.</summary>
    public void Choice<T>(int indent, string key, T value, T standard)
        where T : struct, Enum
    {
        if (!value.Equals(standard))
        {
            string name = value.ToString();
            Raw(indent, $"{key}: {char.ToLowerInvariant(name[0])}{name[1..]}");
        }
    }

    /// <summary>Nothing when the value is the default.</summary>
    public void Duration(int indent, string key, TimeSpan value, TimeSpan standard)
    {
        if (value != standard)
        {
            Raw(indent, $"{key}: {Units.Write(value)}");
        }
    }

    /// <summary>One text stands alone, several as a list; nothing for none.</summary>
    public void Texts(int indent, string key, IReadOnlyList<string> values)
    {
        if (values.Count == 1)
        {
            Text(indent, key, values[0]);
        }
        else if (values.Count > 1)
        {
            Raw(indent, $"{key}: [{string.Join(", ", values.Select(v => Scalar(v, flow: true)))}]");
        }
    }

    /// <summary>A value in quotes when it needs them.</summary>
    /// <param name="value">The text.</param>
    /// <param name="flow">It stands between brackets or braces, where commas and braces mean something.</param>
    public static string Scalar(string value, bool flow)
    {
        if ((flow ? FlowPlain() : Plain()).IsMatch(value) && !Words.Contains(value) && !value.EndsWith(':') && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal))
        {
            return value;
        }

        bool control = value.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF');
        return !control && value.AsSpan().IndexOfAny('"', '\\') >= 0 ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'" : Quoted(value);
    }

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
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    // Begins with something no YAML mark begins with, and is no number: what is left needs no quotes outside of lists.
    [GeneratedRegex(@"^(?=.*[\p{L}/])[\p{L}\d./$][\p{L}\d ./$>+~=()^*:;&?{}|_%!'#§@,""\[\]-]*(?<! )$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?=.*\p{L})[\p{L}./$][\p{L}\d ./$>+~=()^*;_-]*(?<! )$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FlowPlain();
}
