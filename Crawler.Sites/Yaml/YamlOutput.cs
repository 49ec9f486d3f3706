using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace Crawler.Sites.Yaml;

/// <summary>Nodes as text.</summary>
internal static class YamlOutput
{
    private static readonly EmitterSettings Settings = new EmitterSettings().WithIndentedSequences().WithNewLine("\n");

    /// <summary>A file of sections with a blank line between each two; empty ones are left out.</summary>
    /// <param name="comment">Lines for the top, without the comment mark. Null: none.</param>
    /// <param name="sections">In the order of the file.</param>
    public static string File(string? comment, params IEnumerable<YamlBlock> sections)
    {
        string head = comment is null ? "" : string.Concat(comment.Split('\n').Select(line => $"# {line.TrimEnd()}\n"));
        return head + string.Join('\n', sections.Where(s => s.Node.Children.Count > 0).Select(s => Text(s.Node)));
    }

    /// <summary>One node as a document, ending with a line break.</summary>
    public static string Text(YamlNode node)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: true));
        ((IYamlConvertible)node).Write(emitter, nestedObjectSerializer: (_, _) => { });
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }
}
