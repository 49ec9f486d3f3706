using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace Crawler.Hosting.Tests.Deploy;

/// <summary>The folder <c>deploy</c> as programs read it: YAML with its anchors and merges followed.</summary>
internal static class DeployFolder
{
    public static string Root { get; } = Find();

    public static string PathOf(string name) => System.IO.Path.Combine(Root, name);

    public static string Text(string name) => File.ReadAllText(PathOf(name));

    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Where(f => !f.Contains($"{System.IO.Path.DirectorySeparatorChar}secrets{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal))];

    /// <summary>A service of compose.yml.</summary>
    public static Node Service(string name) => Documents("compose.yml").Single()["services"][name];

    /// <summary>All objects of the Kubernetes manifests.</summary>
    public static IReadOnlyList<Node> Manifests { get; } =
        [.. Directory.EnumerateFiles(PathOf("kubernetes"), "*.yaml").Order(StringComparer.Ordinal).SelectMany(f => Documents(System.IO.Path.Combine("kubernetes", System.IO.Path.GetFileName(f))))];

    public static Node Manifest(string kind, string name) => Manifests.Single(m => m["kind"].Text == kind && m["metadata"]["name"].Text == name);

    public static IReadOnlyList<Node> Documents(string name)
    {
        using var reader = new StreamReader(PathOf(name));
        var parser = new MergingParser(new Parser(reader));
        var deserializer = new DeserializerBuilder().Build();
        parser.Consume<StreamStart>();
        var documents = new List<Node>();
        while (parser.Accept<DocumentStart>(out _))
        {
            documents.Add(new Node(deserializer.Deserialize<object?>(parser)));
        }

        return documents;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "CyberPatrol.sln")))
            {
                return System.IO.Path.Combine(folder.FullName, "deploy");
            }
        }

        throw new DirectoryNotFoundException("the tests do not run inside the repository");
    }
}

/// <summary>A value of YAML; what is absent is a node without a value.</summary>
internal readonly record struct Node(object? Value)
{
    public string? Text => Value as string;

    public Node this[string key] => new(Value is Dictionary<object, object?> map && map.TryGetValue(key, out object? value) ? value : null);

    public IReadOnlyList<Node> Items => Value is List<object?> list ? [.. list.Select(i => new Node(i))] : [];

    public IReadOnlyDictionary<string, string> Texts =>
        Value is Dictionary<object, object?> map
            ? map.ToDictionary(p => (string)p.Key, p => p.Value as string ?? "", StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);
}
