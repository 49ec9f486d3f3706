using System.Text.Json;
using Crawler.Patrol.Commands;

namespace Crawler.Patrol.Tests.Commands;

[TestFixture]
internal sealed class SiteCommandsTests
{
    private const string Site = """
        id: veilinghuis
        name: Veilinghuis
        home: http://veilinghuis.example/
        country: BE
        languages: [nl, fr]
        search:
          url: /zoeken?q={query}
        """;

    private PatrolCall _patrol = null!;
    private string _file = "";

    [SetUp]
    public void WriteFiles()
    {
        _patrol = new PatrolCall();
        Directory.CreateDirectory(Path.Combine(_patrol.Home, "sites"));
        _file = Path.Combine(_patrol.Home, "sites", "veilinghuis.yaml");
        File.WriteAllText(_file, Site);
    }

    [TearDown]
    public void RemoveFiles() => _patrol.Dispose();

    [Test]
    public async Task List_WithoutStore_ShowsTheDefinitionsOnFile()
    {
        var answer = await _patrol.RunAsync("site", "list");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        GoldenText.Check("site-list.txt", answer.Out);
        Assert.That(Directory.Exists(_patrol.Data), Is.False);
    }

    [Test]
    public async Task List_BadFile_CostsOnlyItself()
    {
        await File.WriteAllTextAsync(Path.Combine(_patrol.Home, "sites", "bad.yaml"), "id: bad\nnane: Bad\n");

        var answer = await _patrol.RunAsync("site", "list", "--json");

        using var json = JsonDocument.Parse(answer.Out);
        Assert.That(json.RootElement.GetProperty("sites")[0].GetProperty("site").GetProperty("id").GetString(), Is.EqualTo("veilinghuis"));
        Assert.That(answer.Error, Does.StartWith("patrol: left out: bad.yaml:1:1: ").And.Contains("bad.yaml:2:1: unknown key"));
        Assert.That(answer.ExitCode, Is.Zero);
    }

    [Test]
    public async Task Check_SoundFile_SaysHowTheSiteIsSearched()
    {
        var answer = await _patrol.RunAsync("site", "check", _file);

        Assert.That(
            answer.Out, Is.EqualTo("'veilinghuis' is sound: Veilinghuis, version 1, searched at http://veilinghuis.example/zoeken?q=example\n"), answer.Error);
    }

    [Test]
    public async Task Check_FaultyFile_NamesEveryFaultWithItsPlace()
    {
        await File.WriteAllTextAsync(_file, Site.Replace("languages: [nl, fr]", "langauges: [nl]", StringComparison.Ordinal));

        var answer = await _patrol.RunAsync("site", "check", _file);

        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.Failed));
        Assert.That(answer.Error, Does.Contain("veilinghuis.yaml:5:1: ").And.Contains("langauges"));
    }

    [Test]
    public async Task Check_NoSuchFile_Fails()
    {
        var answer = await _patrol.RunAsync("site", "check", "nosuch.yaml");

        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.Failed));
        Assert.That(answer.Error, Is.EqualTo("patrol: there is no file nosuch.yaml\n"));
    }
}
