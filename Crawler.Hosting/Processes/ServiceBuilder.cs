using System.Reflection;
using Crawler.Hosting.Bus;
using Crawler.Hosting.Health;
using Crawler.Hosting.Logs;
using Crawler.Hosting.Settings;
using Crawler.Hosting.Storing;
using Crawler.Hosting.Telemetry;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crawler.Hosting.Processes;

/// <summary>What one process is made of: the parts of every process, made from the settings, and the rooms that live in it.</summary>
public sealed class ServiceBuilder
{
    private readonly List<SettingsSection> _sections = [];
    private readonly ServiceCollection _rooms = [];
    private Action<IBusRegistrationConfigurator> _speak = _ => { };
    private Action<ILoggingBuilder, LoggingOptions> _log = LoggingSetup.WriteToStandardOutput;

    internal ServiceBuilder(string process) => Process = process;

    /// <summary><c>worker</c>, <c>scheduler</c>, <c>review</c>; <c>patrol</c> when all of them are in one process.</summary>
    public string Process { get; }

    /// <summary>What the rooms register. Started after store and bus, stopped before them.</summary>
    public IServiceCollection Services => _rooms;

    /// <summary>Binds a section of the settings to the options it fills, and knows its names.</summary>
    public ServiceBuilder AddSettings<TOptions>(string section)
        where TOptions : class
    {
        _sections.Add(new SettingsSection(section, typeof(TOptions)));
        _rooms.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        return this;
    }

    /// <summary>Says what the rooms say and hear on the bus.</summary>
    public ServiceBuilder AddBus(Action<IBusRegistrationConfigurator> speak)
    {
        _speak += speak;
        return this;
    }

    /// <summary>Says where the log goes instead of standard output. What is logged is decided by the settings all the same.</summary>
    public ServiceBuilder LogTo(Func<IServiceProvider, ILoggerProvider> provider)
    {
        _log = (logging, _) => logging.Services.AddSingleton(provider);
        return this;
    }

    /// <summary>Reads the settings and registers everything.</summary>
    /// <returns>The settings that the start needs to know.</returns>
    /// <exception cref="SettingsException">They are not sound.</exception>
    internal ServiceSettings Complete(IHostApplicationBuilder builder, IConfigurationRoot given)
    {
        var fromFiles = SettingsCheck.Run(given, [.. ServiceSettings.Sections, .. _sections, .. Others()]);
        builder.Configuration.AddConfiguration(given).AddInMemoryCollection(fromFiles);
        var settings = ServiceSettings.Read(builder.Configuration);

        builder.Logging.Use(settings.Logging, _log);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = HostLifetime.ForItsParts(settings.Process.StopTimeout));
        builder.Services.AddSingleton(settings.Health);
        builder.Services.AddHostedService<HealthServer>();
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store");
        builder.Services.AddServiceTelemetry(settings.Telemetry, Process);
        builder.Services.AddStoring(settings.Store, settings.Blobs, builder.Configuration);
        builder.Services.AddServiceBus(settings.Bus, _speak);
        foreach (var room in _rooms)
        {
            builder.Services.Add(room);
        }

        return settings;
    }

    /// <summary>The version of the program that runs.</summary>
    internal static string Version { get; } =
        (Assembly.GetEntryAssembly() ?? typeof(ServiceBuilder).Assembly).GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? "unknown";

    private static IEnumerable<SettingsSection> Others() => SettingsSection.All.Select(name => new SettingsSection(name, null));
}
