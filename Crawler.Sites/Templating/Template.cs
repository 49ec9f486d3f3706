using System.Text;
using Crawler.Contracts.Spelling;

namespace Crawler.Sites.Templating;

/// <summary>
/// Text with placeholders: <c>{name}</c>, <c>{name|filter}</c>, and in addresses <c>{&amp;key=name}</c> (RFC 6570's form continuation: nothing at all
/// while there is no value). <c>{{</c> and <c>}}</c> are braces. There is nothing in it that could run: names and filters come from fixed lists.
/// </summary>
internal sealed class Template
{
    private readonly IReadOnlyList<Part> _parts;

    private Template(IReadOnlyList<Part> parts) => _parts = parts;

    /// <summary>The names it uses.</summary>
    public IEnumerable<string> Names => _parts.Where(p => p.Name is not null).Select(p => p.Name!);

    /// <summary>The name, when the template is one placeholder without filters and nothing else.</summary>
    public string? OnlyName => _parts is [{ Name: { } name, Filters.Count: 0, Key: null }] ? name : null;

    /// <summary>Reads a template. Null, with the reason: it is none.</summary>
    /// <param name="text">As written.</param>
    /// <param name="names">The placeholders that have a value here.</param>
    /// <param name="use">Where the result will stand.</param>
    /// <param name="error">Names the mistake and what would be valid.</param>
    public static Template? TryParse(string text, IReadOnlyList<string> names, TemplateUse use, out string? error)
    {
        var parts = new List<Part>();
        var literal = new StringBuilder();
        error = null;
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (c is '{' or '}' && at + 1 < text.Length && text[at + 1] == c)
            {
                literal.Append(c);
                at++;
            }
            else if (c == '{' && text.IndexOf('}', at) is > 0 and var close)
            {
                if (literal.Length > 0)
                {
                    parts.Add(new Part(literal.ToString(), null, null, []));
                    literal.Clear();
                }

                error = Placeholder(text[(at + 1)..close], names, use, parts);
                at = close;
            }
            else if (c is '{' or '}')
            {
                error = "braces do not match; a brace itself is written {{ or }}";
            }
            else
            {
                literal.Append(c);
            }

            if (error is not null)
            {
                return null;
            }
        }

        if (literal.Length > 0)
        {
            parts.Add(new Part(literal.ToString(), null, null, []));
        }

        return new Template(parts);
    }

    /// <summary>The text with every placeholder replaced.</summary>
    /// <param name="value">The value of a name; null: it has none now, and leaves nothing behind.</param>
    /// <param name="use">In an address values are percent-encoded unless a filter says otherwise.</param>
    public string Render(Func<string, string?> value, TemplateUse use)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            if (part.Name is null)
            {
                text.Append(part.Literal);
            }
            else if (value(part.Name) is { } found && (part.Key is null || found.Length > 0))
            {
                text.Append(part.Key is null ? "" : $"&{part.Key}=").Append(TemplateFilters.Apply(found, part.Filters, use));
            }
        }

        return text.ToString();
    }

    private static string? Placeholder(string inner, IReadOnlyList<string> names, TemplateUse use, List<Part> parts)
    {
        string[] pieces = inner.Split('|', StringSplitOptions.TrimEntries);
        string name = pieces[0];
        string? key = null;
        if (name.StartsWith('&') && use == TemplateUse.Address)
        {
            int equals = name.IndexOf('=', StringComparison.Ordinal);
            key = equals < 0 ? name[1..] : name[1..equals];
            name = equals < 0 ? key : name[(equals + 1)..];
        }

        if (!names.Contains(name))
        {
            return $"unknown placeholder '{{{inner}}}'; valid are {string.Join(", ", names.Select(n => $"{{{n}}}"))}";
        }

        var valid = TemplateFilters.For(use);
        if (pieces.Skip(1).FirstOrDefault(f => !valid.Contains(f)) is { } filter)
        {
            string near = NearestWord.To(filter, valid) is { } hint ? $"; did you mean '{hint}'?" : $"; valid are {string.Join(", ", valid)}";
            return $"unknown filter '{filter}'{near}";
        }

        parts.Add(new Part("", name, key, pieces[1..]));
        return null;
    }

    private sealed record Part(string Literal, string? Name, string? Key, IReadOnlyList<string> Filters);
}

/// <summary>Where the result of a template stands.</summary>
internal enum TemplateUse
{
    /// <summary>In an address: values are percent-encoded.</summary>
    Address,

    /// <summary>In a field of a form or a JSON document, which is encoded as a whole afterwards.</summary>
    Text,
}
