using System.CommandLine;
using Crawler.Worker.Sites;
using Crawler.Worker.Sites.Fixtures;

namespace Crawler.Patrol.Commands.Sites;

/// <summary><c>patrol site check</c>: says what is wrong with a site definition.</summary>
internal static class SiteCheckCommand
{
    public static Command Create(PatrolContext context)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A site definition as YAML; docs/sites.md lists its keys." };
        return new Command("check", "Say what is wrong with a site definition file, with line and column, and what of its saved pages (fixtures) turns out otherwise.") { file }
            .WithExamples("patrol site check sites/example.yaml")
            .Handle(context, (run, cancellationToken) => CheckAsync(run, run.Parse.GetRequiredValue(file), cancellationToken));
    }

    private static async Task<int> CheckAsync(CommandRun run, FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            return run.Fail($"there is no file {file}");
        }

        var reading = SiteDefinitionFile.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken), file.ToString());
        foreach (var error in reading.Errors)
        {
            run.Fail(error.ToString());
        }

        if (reading.Definition is not { } site)
        {
            return ExitCodes.Failed;
        }

        run.Context.Out.WriteLine($"'{site.Id}' is sound: {site.Name}, version {site.Version}, searched at {SearchUrl.Render(site, "example", page: 1)}");
        bool holds = true;
        foreach (var result in await FixtureCheck.RunAsync(run.Context.Clock, site, file.DirectoryName ?? ".", cancellationToken))
        {
            if (result.Holds)
            {
                run.Context.Out.WriteLine($"{result.Fixture.File}: as expected");
            }

            foreach (string problem in result.Problems)
            {
                holds = false;
                run.Fail($"{result.Fixture.File}: {problem}");
            }
        }

        return holds ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
