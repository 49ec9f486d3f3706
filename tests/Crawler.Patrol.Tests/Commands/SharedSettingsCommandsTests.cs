using Crawler.Fetching;
using Crawler.Patrol.Commands;
using Crawler.Patrol.Hosting;
using Crawler.Patrol.Places;
using Crawler.Scheduler;
using Crawler.Worker;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crawler.Patrol.Tests.Commands;

/// <summary>What the command line makes of the settings of an installation.</summary>
internal sealed class SharedSettingsCommandsTests
{
    private PatrolCall _patrol = null!;

    [SetUp]
    public void MakeHome() => _patrol = new PatrolCall();

    [TearDown]
    public void RemoveHome() => _patrol.Dispose();

    [TestCase("up")]
    [TestCase("site list")]
    [TestCase("watch list")]
    public async Task Command_StoreSettingWrong_SaysSoInOneLine(string command)
    {
        _patrol.Settings["Store:Kind"] = "Oracle";

        var answer = await _patrol.RunAsync(command.Split(' '));

        Assert.That(answer.Error, Is.EqualTo("patrol: Store:Kind is 'Oracle'; valid is Sqlite, Mongo\n"));
        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.WrongUsage));
    }

    [Test]
    public async Task Up_SettingsNameASharedStore_IsRefusedInOneLine()
    {
        UseMongo();

        var answer = await _patrol.RunAsync("up");

        Assert.That(answer.Error, Is.EqualTo(
            "patrol: the settings name a store that many machines share (Store:Kind is Mongo, database patrol), and this command works on a data directory of this machine; run the programs of docs/processes.md, or name a directory with --data\n"));
        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.Failed));
        Assert.That(Directory.Exists(_patrol.Data), Is.False, "nothing was begun");
    }

    [Test]
    public async Task ReadingCommand_DataDirectoryNamed_ReadsThatWhateverTheSettingsSay()
    {
        await SeededStore.FillAsync(_patrol.Data);
        UseMongo();

        var answer = await _patrol.RunAsync("watch", "list", "--data", _patrol.Data);

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Out, Does.Contain("ivory"));
    }

    [TestCase("Fetching:BrowserPages", "99", "Fetching:BrowserPages is 99; valid are 1 to 32.")]
    [TestCase("Fetching:BrowserPags", "2", "Fetching:BrowserPags is not a setting; did you mean Fetching:BrowserPages?")]
    [TestCase("Fetching:Proxies:tor", "127.0.0.1", "Fetching:Proxies:tor is no address of a proxy; valid are http://HOST:PORT, https://HOST:PORT and socks5://HOST:PORT, each with USER:PASSWORD@ before the host if need be.")]
    [TestCase("Worker:Lease", "00:00:01", "Worker:Lease is 00:00:01: choose 00:00:03 to 01:00:00")]
    [TestCase("Worker:Leese", "00:01:00", "Worker:Leese is not a setting; did you mean Worker:Lease?")]
    [TestCase("Scheduler:DispatchWindow", "0", "Scheduler:DispatchWindow is 0; valid is 1 to 1000.")]
    [TestCase("Telemetry:TracesShare", "2", "Telemetry:TracesShare is 2; valid is 0 to 1")]
    [TestCase("Health:Url", "somewhere", "Health:Url is 'somewhere'; valid is an address such as http://127.0.0.1:8080")]
    public async Task Up_SettingWrong_EndsWithCode2AndOneLine(string setting, string value, string expected)
    {
        _patrol.Settings[setting] = value;

        var answer = await _patrol.RunAsync("up");

        Assert.That(answer.Error, Is.EqualTo($"patrol: {expected}\n"));
        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.WrongUsage));
    }

    [Test]
    public async Task EmbeddedHost_FetchingSettings_AreTheWorkers()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Fetching:Proxies:office"] = "socks5://127.0.0.1:1080",
            ["Fetching:SecretsFolder"] = _patrol.Home,
        }).Build();
        await using var host = await EmbeddedHost.StartAsync(
            new EmbeddedHostOptions { Data = new DataDirectory(_patrol.Data), Home = new PatrolHome(_patrol.Home), Settings = settings }, CancellationToken.None);

        var fetching = host.Services.GetRequiredService<IOptions<FetchingOptions>>().Value;

        Assert.That(fetching.SecretsFolder, Is.EqualTo(_patrol.Home));
        Assert.That(fetching.Proxies, Does.ContainKey("office").WithValue("socks5://127.0.0.1:1080").And.ContainKey("tor"));
    }

    [Test]
    public async Task EmbeddedHost_SettingsNameASharedInstallation_KeepsToItsDataDirectory()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Store:Kind"] = "Mongo",
            ["Store:Mongo:ConnectionString"] = "mongodb://127.0.0.1:1/",
            ["Blobs:Kind"] = "GridFs",
            ["Bus:Kind"] = "RabbitMq",
            ["Bus:Port"] = "1",
            ["Worker:WorkerId"] = "mine",
        }).Build();
        await using var host = await EmbeddedHost.StartAsync(
            new EmbeddedHostOptions { Data = new DataDirectory(_patrol.Data), Home = new PatrolHome(_patrol.Home), Settings = settings }, CancellationToken.None);

        var worker = host.Services.GetRequiredService<IOptions<WorkerOptions>>().Value;

        Assert.That(File.Exists(Path.Combine(_patrol.Data, "cyberpatrol.db")), Is.True);
        Assert.That(host.Services.GetRequiredService<IBusControl>().Address.Scheme, Is.EqualTo("loopback"));
        Assert.That((worker.WorkerId, worker.FinishWithin), Is.EqualTo(("mine", TimeSpan.Zero)));
        Assert.That(host.Services.GetRequiredService<IOptions<SchedulerOptions>>().Value.RecoverAllAtStart, Is.True);
    }

    private void UseMongo()
    {
        _patrol.Settings["Store:Kind"] = "Mongo";
        _patrol.Settings["Store:Mongo:ConnectionString"] = "mongodb://127.0.0.1:1/";
        _patrol.Settings["Store:Mongo:Database"] = "patrol";
    }
}
