using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Crawler.Contracts.Tests.Architecture;

/// <summary>What a room's built assembly refers to. Read, not loaded.</summary>
/// <param name="References">Names of assemblies.</param>
/// <param name="Types">Full names of types from other assemblies.</param>
internal sealed record BuiltAssembly(IReadOnlyList<string> References, IReadOnlyList<string> Types)
{
    /// <summary>
    /// The room's assembly of the configuration that these tests were built in; ignored, with the reason, where the room has not been built.
    /// </summary>
    public static BuiltAssembly Of(string room)
    {
        Project project = Projects.All.Single(p => p.Name == room);
        string[] here = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar);
        string path = Path.Combine(project.Folder, "bin", here[^2], here[^1], project.AssemblyName + ".dll");
        if (!File.Exists(path))
        {
            Assert.Ignore($"{Projects.Short(path)} has not been built; build CyberPatrol.sln first");
        }

        using FileStream stream = File.OpenRead(path);
        using var pe = new PEReader(stream);
        MetadataReader metadata = pe.GetMetadataReader();
        return new BuiltAssembly(
            [.. metadata.AssemblyReferences.Select(h => metadata.GetString(metadata.GetAssemblyReference(h).Name))],
            [.. metadata.TypeReferences.Select(h => Name(metadata, metadata.GetTypeReference(h))).Distinct(StringComparer.Ordinal)]);
    }

    private static string Name(MetadataReader metadata, TypeReference type) => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
}
