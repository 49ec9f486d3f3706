using Crawler.Hosting.Bus;
using Crawler.Hosting.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crawler.Hosting.Processes;

/// <summary>Builds a host from settings and rooms: the same way for a process of its own and for all rooms in one process.</summary>
public static class ServiceComposition
{
    /// <summary>Builds a host without pages.</summary>
    /// <param name="process">Its name in logs and telemetry: <c>worker</c>.</param>
    /// <param name="given">The settings; all sections are checked.</param>
    /// <param name="compose">Adds the rooms that live in it.</param>
    /// <exception cref="SettingsException">The settings are not sound.</exception>
    public static Task<ComposedServices> BuildAsync(string process, IConfigurationRoot given, Action<ServiceBuilder> compose) => BuildAsync(
        process,
        given,
        compose,
        () => Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory }),
        builder => builder.Build());

    /// <summary>Builds a host that serves pages.</summary>
    /// <param name="application">The assembly whose static assets are served.</param>
    /// <param name="map">Says what is served, and where.</param>
    /// <inheritdoc cref="BuildAsync(string, IConfigurationRoot, Action{ServiceBuilder})"/>
    public static Task<ComposedServices> BuildWebAsync(
        string process, string application, IConfigurationRoot given, Action<ServiceBuilder> compose, Action<WebApplication> map) =>
        BuildAsync(process, given, compose, () => WebBuilder(application), builder => Build(builder, map));

    private static async Task<ComposedServices> BuildAsync<TBuilder>(
        string process, IConfigurationRoot given, Action<ServiceBuilder> compose, Func<TBuilder> create, Func<TBuilder, IHost> build)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(compose);
        var rooms = new ServiceBuilder(process);
        compose(rooms);
        var builder = create();
        var settings = rooms.Complete(builder, given);
        var broker = await AskBrokerAsync(settings.Bus);
        var host = build(builder);
        var log = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Crawler.Hosting.Processes.ServiceProcess");
        var (store, blobs) = (settings.Store.Describe(), settings.Blobs.Kind.ToString());
        Log.Starting(log, process, ServiceBuilder.Version, Environment.ProcessId, store, blobs, settings.Bus.Address);
        Say(log, settings.Bus, broker);
        return new ComposedServices(host, settings, log);
    }

    private static WebApplicationBuilder WebBuilder(string application)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = application, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        return builder;
    }

    private static WebApplication Build(WebApplicationBuilder builder, Action<WebApplication> map)
    {
        var app = builder.Build();
        map(app);
        return app;
    }

    private static async Task<BrokerAnswer?> AskBrokerAsync(BusOptions bus)
    {
        if (bus.Kind is not BusKind.RabbitMq)
        {
            return null;
        }

        var answer = await BrokerProbe.AskAsync(bus, CancellationToken.None);
        return answer is BrokerAnswer.Refused refused ? throw new SettingsException([refused.Reason]) : answer;
    }

    private static void Say(ILogger log, BusOptions bus, BrokerAnswer? answer)
    {
        switch (answer)
        {
            case BrokerAnswer.Welcome welcome:
                Log.BrokerKnown(log, bus.Address, welcome.Version);
                break;
            case BrokerAnswer.Silent silent:
                Log.BrokerAwaited(log, bus.Address, silent.Reason);
                break;
        }
    }
}

/// <summary>A host with its rooms, not started yet.</summary>
public sealed class ComposedServices
{
    internal ComposedServices(IHost host, ServiceSettings settings, ILogger log) => (Host, Settings, Logger) = (host, settings, log);

    /// <summary>For whoever composed it to start, stop and dispose of.</summary>
    public IHost Host { get; }

    /// <summary>The settings in force.</summary>
    internal ServiceSettings Settings { get; }

    /// <summary>Where the life of the process is logged.</summary>
    internal ILogger Logger { get; }
}
