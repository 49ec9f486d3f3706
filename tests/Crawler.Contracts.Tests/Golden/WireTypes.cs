using System.Reflection;

namespace Crawler.Contracts.Tests.Golden;

/// <summary>Every public type of the contracts that is written as JSON.</summary>
internal static class WireTypes
{
    private static readonly Type[] Public = [.. typeof(ContractsJson).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal)];

    public static IEnumerable<Type> Records => Public.Where(t => t.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null && !t.IsAbstract);

    public static IEnumerable<Type> Enums => Public.Where(t => t.IsEnum);

    /// <summary>The golden file of a type: its place is its namespace, so that moving a type is seen as well.</summary>
    public static string FileOf(Type type, string kind) =>
        RepositoryRoot.Of("tests", "Crawler.Contracts.Tests", "Golden", kind, type.Namespace!["Crawler.Contracts".Length..].TrimStart('.').Replace('.', '/'), type.Name + ".json");
}
