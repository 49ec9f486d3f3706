using System.Text.Json;
using Crawler.Patrol.Commands;

namespace Crawler.Patrol.Tests.Commands;

/// <summary>The commands that only look, over a small store.</summary>
[TestFixture]
internal sealed class ReadingCommandsTests
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

    [TestCase("listings.txt", "listings")]
    [TestCase("listings-filtered.txt", "listings", "--min-price", "500", "--sort", "price", "--watchlist", "ivory")]
    [TestCase("listings-none.txt", "listings", "--text", "neushoorn")]
    [TestCase("listing-show.txt", "listing", "show", "veilinghuis~3f2a91")]
    [TestCase("sweep-list.txt", "sweep", "list")]
    [TestCase("sweep-show.txt", "sweep", "show", "ff19c")]
    [TestCase("watch-list.txt", "watch", "list")]
    [TestCase("watch-show.txt", "watch", "show", "ivory")]
    public async Task Text_AtFixedWidth_ReadsAsAgreed(string golden, params string[] arguments)
    {
        var answer = await _patrol.RunAsync(arguments);

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Error, Is.Empty);
        GoldenText.Check(golden, answer.Out);
    }

    [TestCase("listings", "total,listings")]
    [TestCase("listing show veilinghuis~3f2a91", "listing,observations,captures")]
    [TestCase("sweep list", "sweeps")]
    [TestCase("sweep show ff19c", "id,watchListId,watchList,trigger,scheduledFor,state,startedAt,endedAt,sites")]
    [TestCase("watch list", "watchLists")]
    [TestCase("watch show ivory", "watchList,nextRunAt,lastSweep")]
    public async Task Json_OfEveryReadingCommand_HasItsMembers(string command, string members)
    {
        var answer = await _patrol.RunAsync([.. command.Split(' '), "--json"]);

        using var json = JsonDocument.Parse(answer.Out);
        Assert.That(answer.ExitCode, Is.Zero);
        Assert.That(string.Join(',', json.RootElement.EnumerateObject().Select(p => p.Name)), Is.EqualTo(members));
    }

    [TestCase("--site forum", 1)]
    [TestCase("--site forum --site veilinghuis", 3)]
    [TestCase("--text beeldje", 1)]
    [TestCase("--text gent", 3)]
    [TestCase("--since 2025-03-13", 2)]
    [TestCase("--since 8h", 1)]
    [TestCase("--min-price 450 --max-price 1000", 1)]
    [TestCase("--topic ivory", 2)]
    [TestCase("--watchlist other", 0)]
    public async Task Listings_WithCondition_AreThoseThatMeetIt(string options, int expected)
    {
        var answer = await _patrol.RunAsync(["listings", "--json", .. options.Split(' ')]);

        using var json = JsonDocument.Parse(answer.Out);
        Assert.That(json.RootElement.GetProperty("total").GetInt64(), Is.EqualTo(expected));
        Assert.That(json.RootElement.GetProperty("listings").GetArrayLength(), Is.EqualTo(expected));
    }

    [TestCase("new", "veilinghuis~3f2a0")]
    [TestCase("price", "veilinghuis~3f2a9")]
    [TestCase("score", "veilinghuis~3f2a9")]
    public async Task Listings_Sorted_BeginWithTheRightOne(string order, string first)
    {
        var answer = await _patrol.RunAsync("listings", "--json", "--sort", order);

        using var json = JsonDocument.Parse(answer.Out);
        Assert.That(json.RootElement.GetProperty("listings")[0].GetProperty("id").GetString(), Does.StartWith(first));
    }

    [Test]
    public async Task Listings_Limited_StillSayHowManyThereAre()
    {
        var answer = await _patrol.RunAsync("listings", "--limit", "2");

        Assert.That(answer.Out, Does.Contain("2 of 3 listings; --limit shows more"));
    }

    [Test]
    public async Task ListingShow_TextWithEscapeSequence_ShowsItHarmless()
    {
        var answer = await _patrol.RunAsync("listing", "show", SeededStore.ChessSetId);

        Assert.That(answer.Out.Contains('\u001b'), Is.False);
        Assert.That(answer.Out, Does.Contain("Schaakspel van ivoor·[31m"));
    }

    [TestCase("listing show veilinghuis~3", "can mean several listings")]
    [TestCase("listing show nosuch", "there is no listing 'nosuch'")]
    [TestCase("sweep show nosuch", "there is no sweep 'nosuch'")]
    [TestCase("watch show nosuch", "there is no watch list 'nosuch'")]
    public async Task Show_IdThatNamesNothingOrSeveral_FailsAndSaysWhich(string command, string message)
    {
        var answer = await _patrol.RunAsync(command.Split(' '));

        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.Failed));
        Assert.That(answer.Error, Does.StartWith("patrol: ").And.Contains(message));
        Assert.That(answer.Out, Is.Empty);
    }

    [TestCase("listings --since 1x", "'1x' is no instant")]
    [TestCase("listings --sort up", "'up'")]
    [TestCase("listings --min-price 1,5", "--min-price is '1,5'")]
    [TestCase("listings --limit 0", "--limit is 0")]
    [TestCase("listing show", "'patrol listing show' needs ID")]
    [TestCase("watch", "'patrol watch' needs one of: add, check, list")]
    public async Task Run_BadOption_IsWrongUsageInOneLine(string command, string message)
    {
        var answer = await _patrol.RunAsync(command.Split(' '));

        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.WrongUsage));
        Assert.That(answer.Error, Does.StartWith("patrol: ").And.Contains(message));
        Assert.That(answer.Error.Trim().Split('\n'), Has.Length.EqualTo(2), "the problem, and where help is");
    }

    [Test]
    public async Task Read_DirectoryWithoutStore_FailsAndCreatesNone()
    {
        string elsewhere = Path.Combine(_patrol.Home, "elsewhere");

        var answer = await _patrol.RunAsync("listings", "--data", elsewhere);

        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.Failed));
        Assert.That(answer.Error, Does.Contain($"there is no CyberPatrol data in {elsewhere}"));
        Assert.That(Directory.Exists(elsewhere), Is.False);
    }

    [Test]
    public async Task Read_StoreThatIsNone_FailsInOneLine()
    {
        string broken = Path.Combine(_patrol.Home, "broken");
        Directory.CreateDirectory(broken);
        await File.WriteAllTextAsync(Path.Combine(broken, "cyberpatrol.db"), new string('x', 5000));

        var answer = await _patrol.RunAsync("listings", "--data", broken);

        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.Failed));
        Assert.That(answer.Error.Trim().Split('\n'), Has.Length.EqualTo(1));
        Assert.That(answer.Error, Does.Contain("cyberpatrol.db").And.Not.Contains("this is a fault"));
    }
}
