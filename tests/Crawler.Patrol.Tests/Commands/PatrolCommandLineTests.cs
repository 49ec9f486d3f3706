using System.CommandLine;
using System.Text.Json;
using Crawler.Patrol.Commands;
using Crawler.Patrol.Commands.Hosted;

namespace Crawler.Patrol.Tests.Commands;

[TestFixture]
internal sealed class PatrolCommandLineTests
{
    [Test]
    public async Task Run_NearlyACommand_SuggestsTheCommand()
    {
        using var patrol = new PatrolCall();

        var answer = await patrol.RunAsync("verzion");

        Assert.That(answer.Error, Does.StartWith("patrol: 'patrol' has no command 'verzion'; did you mean 'version'?\n"));
    }

    [Test]
    public async Task Run_NoSuchCommand_IsWrongUsageAndSaysWhereHelpIs()
    {
        using var patrol = new PatrolCall();

        var answer = await patrol.RunAsync("polish");

        Assert.That(answer.ExitCode, Is.EqualTo(ExitCodes.WrongUsage));
        Assert.That(answer.Out, Is.Empty);
        Assert.That(answer.Error, Does.StartWith("patrol: ").And.Contains("polish").And.Contains("See: patrol --help"));
    }

    [Test]
    public async Task Run_Version_NamesProductAndRuntime()
    {
        using var patrol = new PatrolCall();

        var answer = await patrol.RunAsync("version");

        Assert.That(answer.ExitCode, Is.Zero);
        Assert.That(answer.Out, Does.Match(@"^CyberPatrol \d+\.\d+\.\d+ \(\.NET 10"));
    }

    [Test]
    public async Task Run_VersionAsJson_IsOneObject()
    {
        using var patrol = new PatrolCall();

        var answer = await patrol.RunAsync("version", "--json");

        using var json = JsonDocument.Parse(answer.Out);
        Assert.That(json.RootElement.EnumerateObject().Select(p => p.Name), Is.EqualTo(["version", "runtime", "system"]));
    }

    [Test]
    public async Task Run_HelpOfEveryCommand_EndsWithExamplesThatParse()
    {
        using var patrol = new PatrolCall();

        foreach (var command in AllCommands())
        {
            var answer = await patrol.RunAsync([.. CommandPath.Of(command).Split(' ')[1..], "--help"]);

            Assert.That(answer.ExitCode, Is.Zero, CommandPath.Of(command));
            Assert.That(answer.Out, Does.Contain("\nExamples:\n  patrol"), CommandPath.Of(command));
        }
    }

    [Test]
    public void Build_ExamplesOfEveryCommand_Parse()
    {
        var root = Root();

        foreach (string example in AllCommands().SelectMany(CommandHelp.ExamplesOf))
        {
            var parse = root.Parse(example["patrol ".Length..]);

            Assert.That(parse.Errors.Select(e => e.Message), Is.Empty, example);
        }
    }

    [Test]
    public void Build_EveryCommandAndOption_HasDescription()
    {
        foreach (var command in AllCommands())
        {
            Assert.That(command.Description, Is.Not.Empty, CommandPath.Of(command));
            Assert.That(command.Options.Where(o => string.IsNullOrWhiteSpace(o.Description)).Select(o => o.Name), Is.Empty, CommandPath.Of(command));
            Assert.That(command.Arguments.Where(a => string.IsNullOrWhiteSpace(a.Description)).Select(a => a.Name), Is.Empty, CommandPath.Of(command));
        }
    }

    private static IEnumerable<Command> AllCommands() => CommandHelp.Tree(Root());

    private static RootCommand Root() => PatrolCommandLine.Build(PatrolContext.ForThisProcess(), new OnceRunner());
}
