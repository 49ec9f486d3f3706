using Crawler.Hosting.Bus;
using Crawler.Hosting.Settings;
using Crawler.Storage.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Hosting.Processes;

/// <summary>
/// The life of one process: settings read and checked, store and bus reached, rooms running until SIGTERM or Ctrl-C, work put down in good order. What keeps it from
/// starting is said in one line per problem.
/// </summary>
public static class HouseProcess
{
    /// <summary>Ended as it was told to.</summary>
    public const int Ended = 0;

    /// <summary>Could not go on.</summary>
    public const int Failed = 1;

    /// <summary>Set up wrongly: nothing was begun.</summary>
    public const int WrongSettings = 2;

    /// <summary>Runs a process without pages.</summary>
    /// <param name="process">Its name in logs, telemetry and messages: <c>worker</c>.</param>
    /// <param name="compose">Adds the rooms that live in it.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string process, Action<HouseBuilder> compose) =>
        RunAsync(process, compose, () => Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory }), builder => builder.Build());

    /// <summary>Runs a process that serves pages.</summary>
    /// <param name="map">Says what is served, and where.</param>
    public static Task<int> RunWebAsync(string process, string application, Action<HouseBuilder> compose, Action<WebApplication> map) =>
        RunAsync(process, compose, () => WebBuilder(application), builder => Build(builder, map));

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

    private static async Task<int> RunAsync<TBuilder>(string process, Action<HouseBuilder> compose, Func<TBuilder> create, Func<TBuilder, IHost> build)
        where TBuilder : IHostApplicationBuilder
    {
        try
        {
            var house = new HouseBuilder(process);
            compose(house);
            var builder = create();
            var settings = house.Complete(builder, SettingsSources.Read(AppContext.BaseDirectory));
            var broker = await AskBrokerAsync(settings.Bus);
            var host = build(builder);
            var log = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Crawler.Hosting.Processes.HouseProcess");
            Log.Starting(log, process, HouseBuilder.Version, Environment.ProcessId, settings.Store.Describe(), settings.Blobs.Kind.ToString(), settings.Bus.Address);
            Say(log, settings.Bus, broker);
            await using var life = new HostLife(host, settings.Process.StopTimeout, TimeProvider.System);
            await life.StartAsync();
            Log.Running(log, process);
            await life.Told;
            var left = await life.StopAsync();
            if (Broken(host) is var (work, fault))
            {
                Log.Broke(log, fault, work);
                return Say(process, Failed, [$"stopped because {work} broke: {fault.Message}; the log has the details"]);
            }

            if (left is not null)
            {
                return Say(process, Ended, [$"stopped, but not all work could be put down, because {left}; the ledger brings back what was cut off"]);
            }

            Log.Stopped(log, process);
            return Ended;
        }
        catch (SettingsException wrong)
        {
            return Say(process, WrongSettings, wrong.Problems);
        }
        catch (OptionsValidationException wrong)
        {
            return Say(process, WrongSettings, wrong.Failures);
        }
        catch (StoreException problem)
        {
            return Say(process, Failed, [problem.Message]);
        }
        catch (OperationCanceledException)
        {
            // Told to stop before it had begun.
            return Ended;
        }
        catch (IOException problem)
        {
            // An address that is taken, a folder that is not ours.
            return Say(process, Failed, [problem.Message]);
        }
    }

    /// <summary>The work that ended by a fault of its own and took the process with it. Null: none did, the process was told to stop.</summary>
    private static (string Work, Exception Fault)? Broken(IHost host) => host.Services.GetServices<IHostedService>().OfType<BackgroundService>()
        .Where(s => s.ExecuteTask is { IsFaulted: true })
        .Select(s => ((string, Exception)?)(s.GetType().Name, s.ExecuteTask!.Exception!.GetBaseException()))
        .FirstOrDefault();

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

    private static int Say(string process, int exitCode, IEnumerable<string> problems)
    {
        foreach (string problem in problems)
        {
            Console.Error.WriteLine($"cyberpatrol {process}: {problem.ReplaceLineEndings(" ")}");
        }

        return exitCode;
    }
}
