using System.Text.Json;

namespace Crawler.Patrol.Tests.Commands;

/// <summary>Who is at work, and what waits.</summary>
[TestFixture]
internal sealed class WorkerCommandsTests
{
    private PatrolCall _patrol = null!;

    [SetUp]
    public async Task FillStore()
    {
        _patrol = new PatrolCall { Width = 180 };
        Directory.CreateDirectory(_patrol.Data);
        await SeededStore.AddWorkersAsync(_patrol.Data, PatrolCall.Now);
    }

    [TearDown]
    public void RemoveStore() => _patrol.Dispose();

    [TestCase("worker-list.txt", "worker", "list")]
    [TestCase("queue-list.txt", "queue", "list")]
    public async Task Text_AtFixedWidth_ReadsAsAgreed(string golden, params string[] arguments)
    {
        var answer = await _patrol.RunAsync(arguments);

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        GoldenText.Check(golden, answer.Out);
    }

    [Test]
    public async Task WorkerList_AsJson_SaysWhatEachIsDoing()
    {
        var answer = await _patrol.RunAsync("worker", "list", "--json");

        using var json = JsonDocument.Parse(answer.Out);
        var workers = json.RootElement.GetProperty("workers");
        Assert.That(workers.EnumerateArray().Select(w => w.GetProperty("state").GetString()), Is.EqualTo(new[] { "working", "silent" }));
        Assert.That(workers[0].GetProperty("worker").GetProperty("jobs")[0].GetProperty("siteId").GetString(), Is.EqualTo("veilinghuis"));
    }

    [Test]
    public async Task QueueList_AsJson_CountsTheWork()
    {
        var answer = await _patrol.RunAsync("queue", "list", "--json");

        using var json = JsonDocument.Parse(answer.Out);
        Assert.That(json.RootElement.GetProperty("sums").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), Is.EqualTo("""{"inHand":1,"onBus":31,"waiting":42,"putOff":2,"busySites":2}"""));
        Assert.That(
            json.RootElement.GetProperty("queues").EnumerateArray().Select(q => q.GetProperty("state").GetString()),
            Is.EqualTo(new[] { "paused", "working" }));
    }

    [Test]
    public async Task WorkerList_WhenNoneWasHeardFrom_SaysSo()
    {
        using var empty = new PatrolCall();
        await SeededStore.FillAsync(empty.Data);

        var answer = await empty.RunAsync("worker", "list");

        Assert.That(answer.Out, Does.Contain("No worker has been heard from"));
        Assert.That(answer.ExitCode, Is.Zero);
    }
}
