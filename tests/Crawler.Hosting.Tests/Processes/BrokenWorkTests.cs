using Crawler.Hosting.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Crawler.Hosting.Tests.Processes;

/// <summary>Work that breaks takes its process with it, which says so in one line, for whoever starts it again.</summary>
[NonParallelizable]
public sealed class BrokenWorkTests
{
    private readonly Dictionary<string, string?> _before = new(StringComparer.Ordinal);
    private string _folder = "";
    private TextWriter _error = null!;
    private StringWriter _said = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = Directory.CreateTempSubdirectory("patrol-broken-").FullName;
        Stubborn.HoldsTheThread = false;
        Set("Store__Folder", _folder);
        Set("Bus__Kind", "InMemory");
        Set("Process__StopTimeout", "00:00:05");
        _error = Console.Error;
        Console.SetError(_said = new StringWriter());
    }

    [TearDown]
    public void TearDown()
    {
        Console.SetError(_error);
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _before.Clear();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Run_WorkBreaks_EndsWithCode1AndOneLine()
    {
        int exitCode = await ServiceProcess.RunAsync("test", builder => builder.Services.AddHostedService<Breaking>()).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.That(_said.ToString().TrimEnd(), Is.EqualTo("cyberpatrol test: stopped because Breaking broke: the reason; the log has the details"));
        Assert.That(exitCode, Is.EqualTo(ServiceProcess.Failed));
    }

    [Test]
    public async Task Run_WorkBreaksAndOtherWorkWillNotStop_EndsInTimeWithCode1AndOneLine()
    {
        int exitCode = await ServiceProcess.RunAsync("test", builder => builder.Services.AddHostedService<Stubborn>().AddHostedService<Breaking>())
            .WaitAsync(TimeSpan.FromMinutes(1));

        Assert.That(_said.ToString().TrimEnd(), Is.EqualTo("cyberpatrol test: stopped because Breaking broke: the reason; the log has the details"));
        Assert.That(exitCode, Is.EqualTo(ServiceProcess.Failed));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Run_WorkWillNotStop_IsCutOffInTimeAndThatIsSaid(bool holdsTheThread)
    {
        Stubborn.HoldsTheThread = holdsTheThread;

        int exitCode = await ServiceProcess.RunAsync("test", builder => builder.Services.AddHostedService<Stubborn>().AddHostedService<Stopping>())
            .WaitAsync(TimeSpan.FromMinutes(1));

        Assert.That(_said.ToString().TrimEnd(), Is.EqualTo(
            "cyberpatrol test: stopped, but not all work could be put down, because there was no more time than 00:00:05 (Process:StopTimeout); the ledger brings back what was cut off"));
        Assert.That(exitCode, Is.EqualTo(ServiceProcess.Ended));
    }

    private void Set(string name, string value)
    {
        name = "CYBERPATROL_" + name;
        _before[name] = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }

    private sealed class Breaking : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new InvalidOperationException("the reason");
        }
    }

    /// <summary>Tells the process to stop, as SIGTERM does.</summary>
    private sealed class Stopping(IHostApplicationLifetime lifetime) : IHostedLifecycleService
    {
        public Task StartedAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            return Task.CompletedTask;
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>Never comes to an end, and does not listen.</summary>
    private sealed class Stubborn : IHostedService
    {
        private static readonly TimeSpan Ever = TimeSpan.FromSeconds(30);

        /// <summary>Whether the thread that stops it is held, too.</summary>
        public static bool HoldsTheThread { get; set; }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            if (HoldsTheThread)
            {
                using var never = new ManualResetEventSlim();
                never.Wait(Ever, CancellationToken.None);
            }

            return Task.Delay(Ever, CancellationToken.None);
        }
    }
}
