using Crawler.Patrol.Commands;

namespace Crawler.Patrol.Tests.Commands;

/// <summary>The commands that change watch lists.</summary>
[TestFixture]
internal sealed class WatchCommandsTests
{
    private const string Site = """
        id: veilinghuis
        name: Veilinghuis
        home: http://veilinghuis.example/
        languages: [nl]
        search:
          url: /zoeken?q={query}
        """;

    private const string Watch = """
        id: ivory
        name: Ivory
        sites: [veilinghuis]
        terms:
          - ivoor
        """;

    private PatrolCall _patrol = null!;
    private string _file = "";

    [SetUp]
    public void WriteFiles()
    {
        _patrol = new PatrolCall();
        Directory.CreateDirectory(Path.Combine(_patrol.Home, "sites"));
        File.WriteAllText(Path.Combine(_patrol.Home, "sites", "veilinghuis.yaml"), Site);
        _file = Path.Combine(_patrol.Home, "ivory.yaml");
        File.WriteAllText(_file, Watch);
    }

    [TearDown]
    public void RemoveFiles() => _patrol.Dispose();

    [Test]
    public async Task Add_SoundFile_IsStoredThenUnchangedThenReplaced()
    {
        var first = await _patrol.RunAsync("watch", "add", _file);
        var second = await _patrol.RunAsync("watch", "add", _file);
        await File.WriteAllTextAsync(_file, Watch + "\n  - ivoire\n");
        var third = await _patrol.RunAsync("watch", "add", _file);

        Assert.That(first.Out, Is.EqualTo("Stored 'ivory': 1 term, 1 site, 0 0 2 * * ? (UTC).\n"), first.Error);
        Assert.That(second.Out, Does.StartWith("Unchanged: 'ivory'"));
        Assert.That(third.Out, Does.StartWith("Replaced 'ivory': 2 terms"));
    }

    [Test]
    public async Task Add_LexiconByName_BringsItsTerms()
    {
        Directory.CreateDirectory(Path.Combine(_patrol.Home, "lexicons"));
        await File.WriteAllTextAsync(Path.Combine(_patrol.Home, "lexicons", "ivory.yaml"), """
            id: ivory
            name: Ivory
            terms:
              - text: Elfenbein
                language: de
                source: dictionary
            """);
        await File.WriteAllTextAsync(_file, Watch + "\nlexicon: ivory\n");

        var answer = await _patrol.RunAsync("watch", "add", _file);

        Assert.That(answer.Out, Does.StartWith("Stored 'ivory': 2 terms"), answer.Error);
    }

    [TestCase("sites: [veilinghuis]", "sites: [veilinhuis]", "there is no site \"veilinhuis\"; did you mean \"veilinghuis\"?")]
    [TestCase("name: Ivory", "name: Ivory\nschedule:\n  cron: 0 0 25 * * ?", "The hours \"25\"")]
    [TestCase("name: Ivory", "nam: Ivory", ":2:1: ")]
    [TestCase("  - ivoor", "  - lexicon: nosuch", "there is no lexicon \"nosuch\"")]
    public async Task Check_FaultyFile_FailsAndNamesTheFault(string right, string wrong, string message)
    {
        await File.WriteAllTextAsync(_file, Watch.Replace(right, wrong, StringComparison.Ordinal));

        var check = await _patrol.RunAsync("watch", "check", _file);
        var add = await _patrol.RunAsync("watch", "add", _file);

        Assert.That(check.ExitCode, Is.EqualTo(ExitCodes.Failed));
        Assert.That(check.Error, Does.StartWith("patrol: ").And.Contains("ivory.yaml").And.Contains(message));
        Assert.That(add.Error, Is.EqualTo(check.Error));
        Assert.That(Directory.Exists(_patrol.Data), Is.False, "nothing is stored, nothing is created");
    }

    [Test]
    public async Task Check_SoundFile_StoresNothing()
    {
        var answer = await _patrol.RunAsync("watch", "check", _file);

        Assert.That(answer.Out, Is.EqualTo("'ivory' is sound: 1 term, 1 site.\n"), answer.Error);
        Assert.That(Directory.Exists(_patrol.Data), Is.False);
    }

    [Test]
    public async Task Add_NoSuchFile_Fails()
    {
        var answer = await _patrol.RunAsync("watch", "add", "nosuch.yaml");

        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.Failed));
        Assert.That(answer.Error, Is.EqualTo("patrol: there is no file nosuch.yaml\n"));
    }

    [Test]
    public async Task PauseAndResume_StoredList_ChangeWhatListShows()
    {
        await _patrol.RunAsync("watch", "add", _file);

        var paused = await _patrol.RunAsync("watch", "pause", "iv");
        var list = await _patrol.RunAsync("watch", "list");
        var resumed = await _patrol.RunAsync("watch", "resume", "ivory");
        var again = await _patrol.RunAsync("watch", "resume", "ivory");

        Assert.That(paused.Out, Does.StartWith("'ivory' is now paused"));
        Assert.That(list.Out, Does.Contain("paused"));
        Assert.That(resumed.Out, Does.StartWith("'ivory' is now running to its schedule"));
        Assert.That(again.Out, Does.StartWith("'ivory' was already running to its schedule"));
    }

    [TestCase("y\n", true)]
    [TestCase("yes\n", true)]
    [TestCase("\n", false)]
    [TestCase("no\n", false)]
    public async Task Remove_SomebodyToAsk_DoesAsTheySay(string typed, bool removed)
    {
        await _patrol.RunAsync("watch", "add", _file);

        var answer = await _patrol.RunAsync(typed, ["watch", "remove", "ivory"]);
        var list = await _patrol.RunAsync("watch", "list");

        Assert.That(answer.Error, Does.StartWith("Remove watch list 'ivory' (Ivory)?"));
        Assert.That(answer.ExitCode, Is.EqualTo(removed ? ExitCodes.Ok : ExitCodes.Failed));
        Assert.That(list.Out.Contains("ivory", StringComparison.Ordinal), Is.EqualTo(!removed));
    }

    [Test]
    public async Task Remove_NobodyToAsk_NeedsYes()
    {
        await _patrol.RunAsync("watch", "add", _file);

        var unasked = await _patrol.RunAsync("watch", "remove", "ivory");
        var yes = await _patrol.RunAsync("watch", "remove", "ivory", "--yes");

        Assert.That(unasked.ExitCode, Is.EqualTo(ExitCodes.WrongUsage));
        Assert.That(unasked.Error, Does.Contain("--yes"));
        Assert.That(yes.Out, Is.EqualTo("Removed 'ivory'. What it found stays.\n"));
    }
}
