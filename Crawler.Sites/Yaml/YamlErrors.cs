using YamlDotNet.RepresentationModel;

namespace Crawler.Sites.Yaml;

/// <summary>Collects what is wrong in one file.</summary>
public sealed class YamlErrors(string file)
{
    private readonly List<SiteFileError> _errors = [];

    public bool Any => _errors.Count > 0;

    public void Add(YamlNode node, string message) => Add(node.Start.Line, node.Start.Column, message);

    public void Add(long line, long column, string message) =>
        _errors.Add(new SiteFileError(file, (int)Math.Max(1, line), (int)Math.Max(1, column), message));

    public IReadOnlyList<SiteFileError> InFileOrder() => [.. _errors.OrderBy(e => e.Line).ThenBy(e => e.Column)];
}
