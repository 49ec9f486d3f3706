using System.Text.Json;
using Crawler.Patrol.Commands;
using Crawler.Patrol.Commands.Hosted;
using Crawler.Patrol.Hosting;
using Crawler.Patrol.Places;

namespace Crawler.Patrol.Tests.Commands;

/// <summary><c>patrol watch run</c>, with an instance that answers, one that cannot be asked, and none.</summary>
[TestFixture]
internal sealed class WatchRunCommandTests
{
    private PatrolCall _patrol = null!;

    [SetUp]
    public async Task FillStore()
    {
        _patrol = new PatrolCall();
        await SeededStore.FillAsync(_patrol.Data);
    }

    [TearDown]
    public void RemoveStore() => _patrol.Dispose();

    [Test]
    public async Task Run_NoInstance_FailsAndNamesBothWays()
    {
        var answer = await _patrol.RunAsync("watch", "run", "ivory");

        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.Failed));
        Assert.That(answer.Error, Does.Contain("patrol up").And.Contains("--once"));
    }

    [Test]
    public async Task Run_NoInstanceOnce_SweepsHereAndReports()
    {
        _patrol.Once = new ScriptedRunner(new OnceOutcome.Ended(SeededStore.Finished));

        var answer = await _patrol.RunAsync("watch", "run", "iv", "--once");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Out, Does.StartWith("Ivory, nightly: finished").And.Contains("Not seen, and why"));
        Assert.That(((ScriptedRunner)_patrol.Once).Asked, Is.EqualTo("ivory"));
    }

    [Test]
    public async Task Run_OnceRefused_FailsWithTheReason()
    {
        _patrol.Once = new ScriptedRunner(new OnceOutcome.Refused("a sweep of this list is under way"));

        var answer = await _patrol.RunAsync("watch", "run", "ivory", "--once");

        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.Failed));
        Assert.That(answer.Error, Is.EqualTo("patrol: a sweep of this list is under way\n"));
    }

    [Test]
    public async Task Run_InstanceWithoutConsole_FailsAndNamesIt()
    {
        using var instance = await ClaimAsync(console: null);

        var answer = await _patrol.RunAsync("watch", "run", "ivory", "--once");

        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.Failed));
        Assert.That(answer.Error, Does.Contain("process 4711"));
    }

    [Test]
    public async Task Run_ConsoleOnAnotherMachine_IsNotAsked()
    {
        using var instance = await ClaimAsync(new Uri("http://example.invalid/"));

        var answer = await _patrol.RunAsync("watch", "run", "ivory");

        Assert.That(answer.Error, Does.Contain("not on this machine"));
    }

    [Test]
    [Category("Server")]
    public async Task Run_InstanceAccepts_NamesTheSweep()
    {
        await using var console = await FakeConsole.StartAsync(202, """{"sweepId":"0123456789abcdef"}""");
        using var instance = await ClaimAsync(console.Url);

        var text = await _patrol.RunAsync("watch", "run", "ivory");
        var json = await _patrol.RunAsync("watch", "run", "ivory", "--json");

        Assert.That(text.Out, Does.StartWith("Sweep 0123456789abcdef of 'ivory' has begun."), text.Error);
        Assert.That(JsonDocument.Parse(json.Out).RootElement.GetProperty("sweepId").GetString(), Is.EqualTo("0123456789abcdef"));
        Assert.That(console.Asked, Is.EqualTo(["POST /api/v1/watch-lists/ivory/run", "POST /api/v1/watch-lists/ivory/run"]));
    }

    [Test]
    [Category("Server")]
    public async Task Run_InstanceAcceptsOnce_WaitsAndReportsTheSweep()
    {
        await using var console = await FakeConsole.StartAsync(202, $$"""{"sweepId":"{{SeededStore.Finished.Id}}"}""");
        using var instance = await ClaimAsync(console.Url);

        var answer = await _patrol.RunAsync("watch", "run", "ivory", "--once", "--json");

        using var json = JsonDocument.Parse(answer.Out);
        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(json.RootElement.GetProperty("id").GetString(), Is.EqualTo(SeededStore.Finished.Id));
    }

    [TestCase(409, """{"title":"Conflict","detail":"a sweep of this list has been running since 02:00"}""", "a sweep of this list has been running since 02:00")]
    [TestCase(503, "<html>", "does not answer")]
    [TestCase(500, "{}", "HTTP 500")]
    [Category("Server")]
    public async Task Run_InstanceRefuses_FailsWithItsReason(int status, string body, string reason)
    {
        await using var console = await FakeConsole.StartAsync(status, body);
        using var instance = await ClaimAsync(console.Url);

        var answer = await _patrol.RunAsync("watch", "run", "ivory");

        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.Failed));
        Assert.That(answer.Error, Does.StartWith("patrol: ").And.Contains(reason));
    }

    private async Task<InstanceFile> ClaimAsync(Uri? console)
    {
        var info = new InstanceInfo { Pid = 4711, StartedAt = PatrolCall.Now, ConsoleUrl = console };
        var claim = await InstanceFile.ClaimAsync(new DataDirectory(_patrol.Data), info, TimeProvider.System, CancellationToken.None);
        return ((InstanceClaim.Granted)claim).File;
    }

    private sealed class ScriptedRunner(OnceOutcome outcome) : IOnceRunner
    {
        public string? Asked { get; private set; }

        public Task<OnceOutcome> RunAsync(CommandRun run, string watchListId, CancellationToken cancellationToken)
        {
            Asked = watchListId;
            return Task.FromResult(outcome);
        }
    }
}
