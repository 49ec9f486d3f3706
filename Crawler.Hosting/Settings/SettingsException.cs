namespace Crawler.Hosting.Settings;

/// <summary>The process cannot start as it is set up. Each problem names the setting, its value and what would be valid.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
