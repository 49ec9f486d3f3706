using Crawler.Hosting.Storing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Crawler.Hosting.Settings;

/// <summary>The settings of an installation, for a program that is none of its processes and heeds a few sections only.</summary>
public static class SharedSettings
{
    /// <summary>
    /// Reads them from where all processes do: <c>appsettings.json</c> beside the program, the file that <c>CYBERPATROL_SETTINGS</c> names, environment
    /// variables.
    /// </summary>
    /// <exception cref="SettingsException">A file is missing, unreadable or not JSON.</exception>
    public static IConfigurationRoot Read() => SettingsSources.Read(AppContext.BaseDirectory);

    /// <summary>Checks sections against the options they are to fill; others are let be.</summary>
    /// <returns>The settings with what stands in files of its own.</returns>
    /// <exception cref="SettingsException">They are not sound.</exception>
    public static IConfiguration Check(IConfigurationRoot given, params IReadOnlyList<(string Section, Type Options)> sections)
    {
        var others = SettingsSection.All.Select(name => new SettingsSection(name, null));
        var fromFiles = SettingsCheck.Run(given, [.. sections.Select(s => new SettingsSection(s.Section, s.Options)), .. others]);
        return new ConfigurationBuilder().AddConfiguration(given).AddInMemoryCollection(fromFiles).Build();
    }

    /// <summary>Which store the processes of the installation share.</summary>
    /// <exception cref="SettingsException">The choice is not sound.</exception>
    public static StoreOptions Store(IConfigurationRoot given)
    {
        var store = new StoreOptions();
        Check(given, ("Store", typeof(StoreOptions))).GetSection("Store").Bind(store);
        var answer = new StoreOptionsValidator().Validate(Options.DefaultName, store);
        return answer.Failed ? throw new SettingsException([.. answer.Failures]) : store;
    }
}
