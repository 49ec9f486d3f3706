using System.Globalization;
using System.Text;

namespace Crawler.TrainingGround.Words;

/// <summary>
/// Expands phrases for one advert: <c>{name}</c> is a value or a section, <c>{3-9}</c> a number (as wide as its lower bound when that
/// starts with 0), <c>&lt;a|b|&gt;</c> a choice, <c>\n</c> a line break. A capital initial, as in <c>{Item}</c>, capitalises. A section gives each of its
/// lines at most once per advert while it has others.
/// </summary>
internal sealed class Phrasing(PhraseBook book, SeededRandom random)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly HashSet<string> _avoided = new(StringComparer.Ordinal);

    public void Set(string name, string value) => _values[name] = value;

    public void Alias(string name, string section) => _aliases[name] = section;

    /// <summary>Lines that hold the slot are passed over where a section has others.</summary>
    public void Avoid(string slot) => _avoided.Add("{" + slot + "}");

    public string Line(string section)
    {
        var lines = book[_aliases.GetValueOrDefault(section, section)];
        var suited = lines.Where(l => !_avoided.Any(a => l.Contains(a, StringComparison.OrdinalIgnoreCase))).ToList();
        if (suited.Count > 0)
            lines = suited;
        var fresh = lines.Where(l => l.Length == 0 || !_used.Contains(l)).ToList();
        var line = random.Pick(fresh.Count > 0 ? fresh : lines);
        _used.Add(line);
        return line;
    }

    public string Section(string section) => Expand(Line(section));

    public string Expand(string template)
    {
        var result = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            switch (template[i])
            {
                case '{':
                    var end = template.IndexOf('}', i);
                    result.Append(Slot(template[(i + 1)..end]));
                    i = end;
                    break;
                case '<':
                    var close = template.IndexOf('>', i);
                    result.Append(Expand(random.Pick(template[(i + 1)..close].Split('|'))));
                    i = close;
                    break;
                case '\\' when i + 1 < template.Length && template[i + 1] == 'n':
                    result.Append('\n');
                    i++;
                    break;
                default:
                    result.Append(template[i]);
                    break;
            }
        }

        return result.ToString();
    }

    /// <summary>Spaces made single, empty lines at most one at a time, no space before a line's end, no bullet or label without a value.</summary>
    public static string Tidy(string text)
    {
        var lines = text.Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        var tidy = new List<string>();
        foreach (var line in lines.Where(l => l is not ("-" or "Size:")))
        {
            if (line.Length > 0 || (tidy.Count > 0 && tidy[^1].Length > 0))
                tidy.Add(line);
        }

        while (tidy.Count > 0 && tidy[^1].Length == 0)
            tidy.RemoveAt(tidy.Count - 1);
        return string.Join('\n', tidy);
    }

    private string Slot(string name)
    {
        if (char.IsDigit(name[0]))
            return Number(name);
        var key = char.ToLowerInvariant(name[0]) + name[1..];
        var text = _values.TryGetValue(key, out var value) ? value : Section(key);
        return char.IsUpper(name[0]) && text.Length > 0 ? char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..] : text;
    }

    private string Number(string range)
    {
        var bounds = range.Split('-');
        var number = random.Int(int.Parse(bounds[0], CultureInfo.InvariantCulture), int.Parse(bounds[1], CultureInfo.InvariantCulture));
        return number.ToString(CultureInfo.InvariantCulture).PadLeft(bounds[0].StartsWith('0') ? bounds[0].Length : 1, '0');
    }
}
