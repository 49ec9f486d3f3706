using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace Crawler.Analysis.Yaml;

/// <summary>YAML nodes, and the file they make.</summary>
internal static partial class YamlOutput
{
    private static readonly EmitterSettings Settings = new EmitterSettings().WithIndentedSequences().WithNewLine("\n");

    /// <summary>A number or a flag.</summary>
    public static YamlScalarNode Plain(string value) => new(value) { Style = ScalarStyle.Plain };

    /// <summary>
    /// A text in double quotes: no word of any language is then mistaken for a number, a date or "no". Words with an emoji go without quotes,
    /// because inside quotes the library writes an emoji as an escape that nobody can read.
    /// </summary>
    public static YamlScalarNode Quoted(string value) => new(value)
    {
        Style = value.Any(char.IsSurrogate) && WordsAndSymbols().IsMatch(value) ? ScalarStyle.ForcePlain : ScalarStyle.DoubleQuoted,
    };

    /// <summary>The text of a file that holds the one document.</summary>
    public static string File(YamlMappingNode root)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: true));
        ((IYamlConvertible)root).Write(emitter, nestedObjectSerializer: (_, _) => { });
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    /// <summary>Nothing in it has a meaning in YAML. An emoji is two surrogates, with a joiner or a variation selector perhaps.</summary>
    [GeneratedRegex(@"^[\p{L}\p{Cs}](?:[\p{L}\p{M}\p{Cs}\d\u200D +*-]*[\p{L}\p{M}\p{Cs}\d])?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordsAndSymbols();
}
