using Crawler.Hosting.Settings;
using Crawler.Storage.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Crawler.Hosting.Processes;

/// <summary>
/// The life of one process: settings read and checked, store and bus reached, rooms running until SIGTERM or Ctrl-C, work put down in good order. What keeps
/// it from starting is said in one line per problem.
/// </summary>
public static class ServiceProcess
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
    public static Task<int> RunAsync(string process, Action<ServiceBuilder> compose) =>
        RunAsync(process, () => ServiceComposition.BuildAsync(process, SettingsSources.Read(AppContext.BaseDirectory), compose));

    /// <summary>Runs a process that serves pages.</summary>
    /// <param name="map">Says what is served, and where.</param>
    public static Task<int> RunWebAsync(string process, string application, Action<ServiceBuilder> compose, Action<WebApplication> map) =>
        RunAsync(process, () => ServiceComposition.BuildWebAsync(process, application, SettingsSources.Read(AppContext.BaseDirectory), compose, map));

    private static async Task<int> RunAsync(string process, Func<Task<ComposedServices>> build)
    {
        try
        {
            var composed = await build();
            await using var life = new HostLifetime(composed.Host, composed.Settings.Process.StopTimeout, TimeProvider.System);
            await life.StartAsync();
            Log.Running(composed.Logger, process);
            await life.Told;
            var left = await life.StopAsync();
            if (Broken(composed.Host) is var (work, fault))
            {
                Log.Broke(composed.Logger, fault, work);
                return Say(process, Failed, [$"stopped because {work} broke: {fault.Message}; the log has the details"]);
            }

            if (left is not null)
            {
                return Say(process, Ended, [$"stopped, but not all work could be put down, because {left}; the ledger brings back what was cut off"]);
            }

            Log.Stopped(composed.Logger, process);
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

    private static int Say(string process, int exitCode, IEnumerable<string> problems)
    {
        foreach (string problem in problems)
        {
            Console.Error.WriteLine($"cyberpatrol {process}: {problem.ReplaceLineEndings(" ")}");
        }

        return exitCode;
    }
}
