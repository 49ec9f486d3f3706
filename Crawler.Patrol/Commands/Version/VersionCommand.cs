using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Crawler.Patrol.Commands.Version;

/// <summary><c>patrol version</c>: what is running, for a report or a bug.</summary>
internal static class VersionCommand
{
    public static Command Create(PatrolContext context) =>
        new Command("version", "Print the version of CyberPatrol and of what it runs on.") { SharedOptions.Json }
            .WithExamples("patrol version", "patrol version --json")
            .Handle(context, Run);

    private static int Run(CommandRun run)
    {
        var version = new VersionReport(ProductVersion(), RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription);
        if (run.Json)
        {
            return run.Print(version);
        }

        run.Context.Out.WriteLine($"CyberPatrol {version.Version} ({version.Runtime}, {version.System})");
        return ExitCodes.Ok;
    }

    /// <summary>The version without the source revision that the build appends.</summary>
    private static string ProductVersion() =>
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    private sealed record VersionReport(string Version, string Runtime, string System);
}
