using System.Xml.Linq;

namespace Crawler.Contracts.Tests.Architecture;

/// <summary>The projects of the checkout, as their files say.</summary>
internal static class Projects
{
    private static readonly string[] BuildFolders = ["bin", "obj", "artifacts", "node_modules"];

    public static IReadOnlyList<Project> All { get; } =
        [.. Files("*.csproj").Select(Project.Read).OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>The rooms: projects in a folder directly under the root.</summary>
    public static IEnumerable<Project> Rooms => All.Where(p => Path.GetDirectoryName(p.Folder) == RepositoryRoot.Path);

    /// <summary>Files of the checkout, without what builds leave behind.</summary>
    public static IEnumerable<string> Files(string pattern) => Files(new DirectoryInfo(RepositoryRoot.Path), pattern);

    /// <summary>A path as the repository names it.</summary>
    public static string Short(string path) => Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/');

    /// <summary>The rooms that a room reaches, directly or through others.</summary>
    public static IReadOnlySet<string> Reach(string name)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([name]);
        while (open.TryPop(out string? current))
        {
            foreach (string reference in All.Single(p => p.Name == current).References.Where(reached.Add))
            {
                open.Push(reference);
            }
        }

        return reached;
    }

    private static IEnumerable<string> Files(DirectoryInfo folder, string pattern) => folder
        .EnumerateFiles(pattern)
        .Select(f => f.FullName)
        .Concat(folder.EnumerateDirectories().Where(d => d.Name[0] != '.' && !BuildFolders.Contains(d.Name, StringComparer.Ordinal)).SelectMany(d => Files(d, pattern)));
}

/// <summary>One project file.</summary>
/// <param name="Name">Its file's name without extension.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="RootNamespace">The namespace of files beside it.</param>
/// <param name="AssemblyName">What it builds.</param>
/// <param name="References">Names of the projects it refers to.</param>
/// <param name="Packages">Names of the packages and frameworks it refers to.</param>
internal sealed record Project(
    string Name, string Folder, string RootNamespace, string AssemblyName, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public static Project Read(string path)
    {
        XElement xml = XDocument.Load(path).Root!;
        string name = Path.GetFileNameWithoutExtension(path);
        return new Project(
            name,
            Path.GetDirectoryName(path)!,
            xml.Descendants("RootNamespace").FirstOrDefault()?.Value ?? name,
            xml.Descendants("AssemblyName").FirstOrDefault()?.Value ?? name,
            [.. Includes(xml, "ProjectReference").Select(i => Path.GetFileNameWithoutExtension(i.Replace('\\', '/')))],
            [.. Includes(xml, "PackageReference"), .. Includes(xml, "FrameworkReference")]);
    }

    private static IEnumerable<string> Includes(XElement xml, string item) =>
        xml.Descendants(item).Select(e => e.Attribute("Include")?.Value).OfType<string>();
}
