using System.Globalization;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Crawler.Sites.Yaml;

/// <summary>A mapping of a site file being made. What is null, empty or the default is left out.</summary>
internal sealed class YamlBlock
{
    public YamlMappingNode Node { get; } = new() { Style = MappingStyle.Block };

    public void Add(string key, YamlNode value) => Node.Add(YamlScalars.Text(key, flow: false), value);

    /// <summary>A number, a flag, a duration: written without quotes.</summary>
    public void Plain(string key, string value) => Add(key, YamlScalars.Plain(value));

    public void Text(string key, string? value)
    {
        if (value is not null)
        {
            Add(key, YamlScalars.Text(value, flow: false));
        }
    }

    public void Number(string key, long value, long standard)
    {
        if (value != standard)
        {
            Plain(key, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void Flag(string key, bool value, bool standard)
    {
        if (value != standard)
        {
            Plain(key, value ? "yes" : "no");
        }
    }

    public void Choice<T>(string key, T value, T standard)
        where T : struct, Enum
    {
        if (!value.Equals(standard))
        {
            string name = value.ToString();
            Plain(key, $"{char.ToLowerInvariant(name[0])}{name[1..]}");
        }
    }

    public void Duration(string key, TimeSpan value, TimeSpan standard)
    {
        if (value != standard)
        {
            Plain(key, Units.Write(value));
        }
    }

    /// <summary>One text stands alone, several as a list on one line.</summary>
    public void Texts(string key, IReadOnlyList<string> values)
    {
        if (values.Count == 1)
        {
            Text(key, values[0]);
        }
        else if (values.Count > 1)
        {
            List(key, values.Select(v => YamlScalars.Text(v, flow: true)));
        }
    }

    /// <summary>A list on one line, also when it is empty.</summary>
    public void List(string key, IEnumerable<YamlNode> items) => Add(key, new YamlSequenceNode(items) { Style = SequenceStyle.Flow });

    public void Section(string key, YamlBlock section)
    {
        if (section.Node.Children.Count > 0)
        {
            Add(key, section.Node);
        }
    }

    /// <summary>A list with a line for each item.</summary>
    public void Items(string key, IReadOnlyList<YamlNode> items)
    {
        if (items.Count > 0)
        {
            Add(key, new YamlSequenceNode(items) { Style = SequenceStyle.Block });
        }
    }
}
