using System.Globalization;
using System.Text.RegularExpressions;
using Crawler.Hosting.Processes;
using Crawler.Patrol.Distributed;

namespace Crawler.Hosting.Tests.Processes;

/// <summary>The real programs: what keeps them from starting is one line, and what is not there yet is waited for.</summary>
public sealed partial class ProcessTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("patrol-process-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("Crawler.Worker", "worker", "Worker__Lease", "00:00:01", "Worker:Lease is 00:00:01: choose 00:00:03 to 01:00:00")]
    [TestCase("Crawler.Worker", "worker", "Fetching__BrowserPages", "99", "Fetching:BrowserPages is 99; valid are 1 to 32.")]
    [TestCase("Crawler.Worker", "worker", "Bus__Hots", "broker", "Bus:Hots is not a setting; did you mean Bus:Host?")]
    [TestCase("Crawler.Worker", "worker", "Store__Kind", "Oracle", "Store:Kind is 'Oracle'; valid is Sqlite, Mongo")]
    [TestCase("Crawler.Scheduler", "scheduler", "Scheduler__DispatchWindow", "0", "Scheduler:DispatchWindow is 0; valid is 1 to 1000.")]
    [TestCase("Crawler.Scheduler", "scheduler", "Blobs__Kind", "GridFs", "Blobs:Kind is GridFs, which lies in the MongoDB of Store:Kind Mongo; Store:Kind is Sqlite")]
    [TestCase("Crawler.Review", "review", "Review__Url", "http://0.0.0.0:8080", "Review:Url is 'http://0.0.0.0:8080/', which other machines can reach, but the desk has no log-in yet")]
    public async Task Start_WrongSetting_EndsWithCode2AndOneLine(string program, string name, string setting, string value, string expected)
    {
        var (exitCode, errors, _) = await RunAsync(program, new() { [setting] = value, ["Bus__Kind"] = "InMemory" });

        string[] lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(1), errors);
        Assert.That(lines[0], Does.StartWith($"cyberpatrol {name}: {expected}"));
        Assert.That(exitCode, Is.EqualTo(ServiceProcess.WrongSettings));
    }

    [Test]
    public async Task Start_StoreOfANewerVersion_EndsWithCode1AndOneLine()
    {
        File.WriteAllText(Path.Combine(_folder, "cyberpatrol.db"), "not a database at all, but long enough to be looked at as one");

        var (exitCode, errors, log) = await RunAsync("Crawler.Scheduler", new() { ["Bus__Kind"] = "InMemory" });

        Assert.That(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1), errors);
        Assert.That(log, Does.Contain("CyberPatrol scheduler").And.Not.Contain("   at "), "no stack trace");
        Assert.That(errors, Does.Contain("cyberpatrol.db"));
        Assert.That(exitCode, Is.EqualTo(ServiceProcess.Failed));
    }

    [Test]
    public async Task Start_BrokerNotThere_RunsSaysSoAndIsLiveButNotReady()
    {
        int health = FreePort.Next();
        await using var process = Start(
            "Crawler.Scheduler", new() { ["Bus__Port"] = Text(FreePort.Next()), ["Health__Url"] = $"http://127.0.0.1:{Text(health)}" });
        Assert.That(await FreePort.AnswersAsync(health, process, TimeSpan.FromSeconds(60), CancellationToken.None), Is.True, process.LastWords(20));

        using var client = new HttpClient();
        Assert.That(await client.GetStringAsync(new Uri($"http://127.0.0.1:{Text(health)}/health/live")), Is.EqualTo("live"));
        string reason = "";
        for (int look = 0; look < 300 && process.LastWords(100).Split("does not answer").Length < 3; look++)
        {
            // Asked until a try to reach the broker has failed: a check that fails by an exception must not write it out either.
            using var ready = await client.GetAsync(new Uri($"http://127.0.0.1:{Text(health)}/health/ready"));
            Assert.That((int)ready.StatusCode, Is.EqualTo(503));
            reason = await ready.Content.ReadAsStringAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        Assert.That(reason, Does.Contain("\"status\":\"not ready\"").And.Contains("\"store\":\"ok\"").And.Contains("\"bus\":"));
        await process.StopAsync(TimeSpan.FromSeconds(60));

        Assert.That(process.ExitCode, Is.EqualTo(ServiceProcess.Ended));
        string said = process.LastWords(100);
        Assert.That(
            said.Split('\n').Count(l => l.Contains("does not answer; trying again until it does: Connection refused", StringComparison.Ordinal)),
            Is.InRange(1, 2),
            said);
        Assert.That(said, Does.Not.Contain("   at "), "no stack trace");
    }

    [Test]
    public async Task Start_ConsoleOnItsOwn_ServesAllThatItsPageAsksFor()
    {
        int port = FreePort.Next();
        var console = new Uri($"http://127.0.0.1:{Text(port)}/");
        await using var process = Start("Crawler.Review", new() { ["Bus__Kind"] = "InMemory", ["Review__Url"] = console.AbsoluteUri });
        Assert.That(await FreePort.AnswersAsync(port, process, TimeSpan.FromSeconds(60), CancellationToken.None), Is.True, process.LastWords(20));

        using var client = new HttpClient();
        string page = await client.GetStringAsync(console);
        string[] assets = [.. Asset().Matches(page).Select(m => m.Groups["address"].Value)];

        Assert.That(page, Does.Contain("<base href=\"/\""));
        Assert.That(assets, Has.Some.EqualTo("css/tokens.css").And.Some.EqualTo("console.js").And.Some.EndsWith("blazor.web.js"));
        foreach (string asset in assets)
        {
            using var answer = await client.GetAsync(new Uri(console, asset));
            Assert.That((int)answer.StatusCode, Is.EqualTo(200), asset);
            Assert.That(await answer.Content.ReadAsStringAsync(), Has.Length.GreaterThan(100), asset);
        }
    }

    private Task<(int ExitCode, string Errors, string Log)> RunAsync(string program, Dictionary<string, string> settings) =>
        ServiceProgram.RunAsync(program, _folder, settings);

    private ChildProcess Start(string program, Dictionary<string, string> settings) => ServiceProgram.Start(program, _folder, settings);

    [GeneratedRegex("<(?:link|script)[^>]*? (?:href|src)=\"(?<address>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Asset();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
