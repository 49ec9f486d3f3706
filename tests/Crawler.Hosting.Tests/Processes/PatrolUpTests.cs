using System.Globalization;
using Crawler.Hosting.Processes;
using Crawler.Hosting.Tests.Telemetry;
using Crawler.Patrol.Distributed;

namespace Crawler.Hosting.Tests.Processes;

/// <summary>The real <c>patrol up</c>: all rooms in one process obey the same settings as the processes, and say as much of themselves.</summary>
public sealed class PatrolUpTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("patrol-up-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Up_WorkerReviewHealthAndTelemetrySettings_TakeEffect()
    {
        await using var collector = await OtlpCollector.StartAsync();
        var (console, health) = (Local(FreePort.Next()), Local(FreePort.Next()));
        await using var patrol = Start(new(StringComparer.Ordinal)
        {
            ["Worker__WorkerId"] = "worker-of-one-process",
            ["Fetching__BrowserEnabled"] = "false",
            ["Review__Url"] = console.AbsoluteUri,
            ["Health__Url"] = health.AbsoluteUri,
            ["Telemetry__Endpoint"] = collector.Address.AbsoluteUri,
            ["Telemetry__Protocol"] = "Http",
        });
        await ServiceProgram.SaysAsync(patrol, $"console: {console}");
        using var client = new HttpClient();

        string ready = await client.GetStringAsync(new Uri(health, "/health/ready"));
        string workers = await SaysAsync(client, new Uri(console, "/api/v1/workers"), "worker-of-one-process");
        await patrol.StopAsync(TimeSpan.FromMinutes(1));

        Assert.That(ready, Does.Contain("\"status\":\"ready\""));
        Assert.That(ready, Does.Contain("\"store\":\"ok\"").And.Contains("\"bus\":\"ok\"").And.Contains("\"browser\":\"ok\""));
        Assert.That(workers, Does.Contain("worker-of-one-process"));
        Assert.That(patrol.ExitCode, Is.EqualTo(ServiceProcess.Ended), patrol.LastWords(20));
        Assert.That(collector.Posted.Keys, Is.EquivalentTo(["/v1/metrics", "/v1/traces"]));
        Assert.That(collector.Posted["/v1/metrics"], Does.Contain("cyberpatrol-patrol"));
    }

    [TestCase("Worker__Leese", "Worker:Leese is not a setting; did you mean Worker:Lease?")]
    [TestCase("Bus__Hots", "Bus:Hots is not a setting; did you mean Bus:Host?")]
    public async Task Up_UnknownSetting_IsRefusedInTheWordsOfTheProcesses(string setting, string expected)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { [setting] = "x" };

        await using var patrol = Start(settings);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!patrol.HasExited && !limit.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        var (exitCode, errors, _) = await ServiceProgram.RunAsync("Crawler.Worker", _folder, settings);

        Assert.That(patrol.LastWords(20).Trim(), Is.EqualTo("patrol: " + expected));
        Assert.That(errors.Trim(), Is.EqualTo("cyberpatrol worker: " + expected));
        Assert.That((patrol.ExitCode, exitCode), Is.EqualTo((ServiceProcess.WrongSettings, ServiceProcess.WrongSettings)));
    }

    private ChildProcess Start(Dictionary<string, string> settings)
    {
        var environment = settings.ToDictionary(s => "CYBERPATROL_" + s.Key, s => s.Value, StringComparer.Ordinal);
        environment["PATROL_HOME"] = _folder;
        string[] command = ["dotnet", ServiceProgram.PathOf("Crawler.Patrol", "patrol"), "up", "--data", Path.Combine(_folder, "data")];
        return ChildProcess.Start("patrol", Path.Combine(_folder, "said"), environment, command);
    }

    /// <summary>Asks until the answer holds the words.</summary>
    private static async Task<string> SaysAsync(HttpClient client, Uri address, string words)
    {
        string said = "";
        for (int look = 0; look < 300 && !said.Contains(words, StringComparison.Ordinal); look++)
        {
            said = await client.GetStringAsync(address);
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        return said;
    }

    private static Uri Local(int port) => new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/");
}
