using Microsoft.Extensions.Configuration;

namespace Crawler.Hosting.Settings;

/// <summary>
/// Where settings come from, the later overriding the earlier: <c>appsettings.json</c> beside the program, the file that <c>CYBERPATROL_SETTINGS</c> names,
/// environment variables (<c>CYBERPATROL_Bus__Host</c> is <c>Bus:Host</c>). A text setting may stand in a file of its own: <c>Bus:PasswordFile</c> names the
/// file that holds <c>Bus:Password</c>.
/// </summary>
internal static class SettingsSources
{
    public const string Prefix = "CYBERPATROL_";
    private const string FileKey = "SETTINGS";

    /// <exception cref="SettingsException">A file is missing, unreadable or not JSON.</exception>
    public static IConfigurationRoot Read(string programDirectory)
    {
        string? named = Environment.GetEnvironmentVariable(Prefix + FileKey);
        try
        {
            var builder = new ConfigurationBuilder().AddJsonFile(Path.Combine(programDirectory, "appsettings.json"), optional: true);
            if (!string.IsNullOrWhiteSpace(named))
            {
                builder.AddJsonFile(Path.GetFullPath(named), optional: false);
            }

            return builder.AddEnvironmentVariables(Prefix).Build();
        }
        catch (FileNotFoundException)
        {
            throw new SettingsException([$"{Prefix}{FileKey} is '{named}', and there is no such file; name a readable JSON file, or leave the variable out"]);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"the settings cannot be read: {e.Message} {e.InnerException?.Message}".TrimEnd()]);
        }
    }

    /// <summary>Whether the key at the root is one of the sources' own.</summary>
    public static bool IsOwn(string key) => string.Equals(key, FileKey, StringComparison.OrdinalIgnoreCase);
}
