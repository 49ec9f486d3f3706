using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Crawler.Contracts.Tests.Architecture;

/// <summary>Rules of this repository that no analyzer knows.</summary>
public sealed partial class RepositoryRuleTests
{
    [Test]
    public void PackageVersions_StandOnlyInTheCentralFile()
    {
        string[] elsewhere =
        [
            .. Projects.Files("*.csproj").Concat(Projects.Files("*.props")).Concat(Projects.Files("*.targets"))
                .Where(f => Path.GetFileName(f) != "Directory.Packages.props")
                .SelectMany(f => XDocument.Load(f).Descendants()
                    .Where(e => e.Name.LocalName is "PackageVersion" || (e.Name.LocalName is "PackageReference" && (HasVersion(e) || e.Elements().Any(c => c.Name.LocalName is "Version" or "VersionOverride"))))
                    .Select(e => $"{Projects.Short(f)}: {e}")),
        ];

        Assert.That(elsewhere, Is.Empty, "versions belong in Directory.Packages.props");
    }

    [Test]
    public void Namespaces_MatchTheirFolders()
    {
        string[] wrong =
        [
            .. from project in Projects.All
               from file in Projects.Files("*.cs")
               where file.StartsWith(project.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
               let expected = Expected(project, file)
               let actual = NamespaceLine().Match(File.ReadAllText(file))
               where actual.Success && actual.Groups["name"].Value != expected
               select $"{Projects.Short(file)}: {actual.Groups["name"].Value} should be {expected}",
        ];

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Projects_AreAllInTheSolution()
    {
        string solution = File.ReadAllText(RepositoryRoot.Of("CyberPatrol.sln")).Replace('\\', '/');

        Assert.That(Projects.Files("*.csproj").Select(Projects.Short).Where(p => !solution.Contains($"\"{p}\"", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Rooms_HaveNoDrawers()
    {
        string[] drawers = ["Utils", "Utilities", "Util", "Helpers", "Helper", "Common", "Core", "Misc"];

        string[] found = [.. Projects.Files("*.cs").Select(Projects.Short).Where(f => f.Split('/').SkipLast(1).Any(part => drawers.Contains(part, StringComparer.OrdinalIgnoreCase)))];

        Assert.That(found, Is.Empty, "a folder is named for a feature");
    }

    private static bool HasVersion(XElement element) => element.Attribute("Version") is not null || element.Attribute("VersionOverride") is not null;

    private static string Expected(Project project, string file)
    {
        string folder = Path.GetRelativePath(project.Folder, Path.GetDirectoryName(file)!);
        return folder == "." ? project.RootNamespace : $"{project.RootNamespace}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
    }

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)\s*[;{]?\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NamespaceLine();
}
