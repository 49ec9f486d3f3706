namespace Crawler.Hosting.Settings;

/// <summary>A section of the settings and the options it fills.</summary>
/// <param name="Name">As in the file: <c>Bus</c>.</param>
/// <param name="Options">Null: a section of another process, tolerated so that all processes of an installation can share one file.</param>
internal sealed record SettingsSection(string Name, Type? Options)
{
    /// <summary>Every section that any process has.</summary>
    public static IReadOnlyList<string> All { get; } = ["Store", "Blobs", "Bus", "Worker", "Fetching", "Scheduler", "Review", "Health", "Telemetry", "Logging", "Process"];
}
