using System.Reflection;

namespace Crawler.Worker;

/// <summary>What captures and listings name as their maker.</summary>
internal static class WorkerVersion
{
    /// <summary>The version of this room, with the source revision when the build knew it.</summary>
    public static string Worker { get; } =
        typeof(WorkerVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Raised by hand when extraction reads the same page differently than before.</summary>
    public static string Parser => "1";
}
