using System.CommandLine;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Fixtures;
using Crawler.Patrol.Commands.Hosted;
using Crawler.Patrol.Views;
using Crawler.Sites.Files;
using Crawler.Sites.Requests;

namespace Crawler.Patrol.Commands.Sites;

/// <summary><c>patrol site check</c>: says what is wrong with a definition, and what its site is like now.</summary>
internal static class SiteCheckCommand
{
    public static Command Create(PatrolContext context)
    {
        var which = new Argument<string?>("SITE")
        {
            Description = "A definition's file, or its id. Without it: every definition.", Arity = ArgumentArity.ZeroOrOne,
        };
        var live = new Option<bool>("--live") { Description = "Ask the site: one search and two adverts, at its pace." };
        var query = new Option<string?>("--query") { Description = "What to search for. Default: the definition's health.probe.", HelpName = "TEXT" };
        return new Command("check", "Say what is wrong with a site definition, what of its saved pages (fixtures) turns out otherwise, and with --live what its site is like now.")
        {
            which, live, query, SharedOptions.Json,
        }
            .WithExamples("patrol site check sites/example.yaml", "patrol site check example --live", "patrol site check --live --json")
            .Handle(context, (run, cancellationToken) => CheckAsync(run, run.Parse.GetValue(which), run.Parse.GetValue(live), run.Parse.GetValue(query), cancellationToken));
    }

    private static async Task<int> CheckAsync(CommandRun run, string? which, bool live, string? query, CancellationToken cancellationToken)
    {
        var (sites, sound) = await SitesAsync(run, which, cancellationToken);
        if (sites.Count == 0)
        {
            return sound ? run.Fail($"there is no site definition in {run.Home.Sites}") : ExitCodes.Failed;
        }

        foreach (var (site, folder) in sites.Where(_ => !run.Json))
        {
            run.Context.Out.WriteLine($"'{site.Id}' is sound: {site.Name}, version {site.Version}, searched at {SearchUrl.Render(site, "example", page: 1)}");
            sound &= await FixturesAsync(run, site, folder, cancellationToken);
        }

        if (!live)
        {
            return sound ? ExitCodes.Ok : ExitCodes.Failed;
        }

        var verdicts = new List<SiteHealth>();
        await using var host = await ProbeHost.OpenAsync(run, cancellationToken);
        foreach (var (site, _) in sites)
        {
            var health = await host.Checkup.LiveAsync(site, query, cancellationToken);
            verdicts.Add(health);
            if (!run.Json)
            {
                HealthView.Write(run.Console, site.Id, health);
            }
        }

        if (run.Json)
        {
            run.Print(new SitesChecked(verdicts));
        }

        return sound && verdicts.TrueForAll(v => v.Condition is SiteCondition.Healthy) ? ExitCodes.Ok : ExitCodes.Failed;
    }

    /// <summary>The definitions that are meant, and whether all of them could be read; faults are said aloud.</summary>
    private static async Task<(IReadOnlyList<(SiteDefinition Site, string Folder)> Sites, bool Sound)> SitesAsync(
        CommandRun run, string? which, CancellationToken cancellationToken)
    {
        if (which is not null
            && (File.Exists(which) || which.Contains('/', StringComparison.Ordinal) || which.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)))
        {
            return await FileAsync(run, which, cancellationToken);
        }

        var found = new List<(SiteDefinition Site, string Folder)>();
        bool sound = true;
        foreach (string file in Files(run.Home.Sites))
        {
            var reading = SiteDefinitionFile.Parse(await File.ReadAllTextAsync(file, cancellationToken), Path.GetRelativePath(run.Home.Sites, file));
            foreach (var error in which is null ? reading.Errors : [])
            {
                run.Fail(error.ToString());
            }

            sound &= which is not null || reading.Errors.Count == 0;
            if (reading.Definition is { } site && (which is null || site.Id == which))
            {
                found.Add((site, Path.GetDirectoryName(file)!));
            }
        }

        if (which is not null && found.Count == 0)
        {
            run.Fail($"there is no sound site definition '{which}' in {run.Home.Sites}; see: patrol site list");
            return ([], false);
        }

        return (found, sound);
    }

    private static string[] Files(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    /// <summary>Reads the saved pages that belong to the definition; says what holds and what does not.</summary>
    private static async Task<bool> FixturesAsync(CommandRun run, SiteDefinition site, string folder, CancellationToken cancellationToken)
    {
        bool holds = true;
        foreach (var result in await FixtureCheck.RunAsync(run.Context.Clock, site, (name, cancel) => FixtureFile.ReadAsync(folder, name, cancel), cancellationToken))
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

        return holds;
    }

    private static async Task<(IReadOnlyList<(SiteDefinition Site, string Folder)> Sites, bool Sound)> FileAsync(
        CommandRun run, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            run.Fail($"there is no file {file}");
            return ([], false);
        }

        var reading = SiteDefinitionFile.Parse(await File.ReadAllTextAsync(file, cancellationToken), file);
        foreach (var error in reading.Errors)
        {
            run.Fail(error.ToString());
        }

        return reading.Definition is { } site ? ([(site, Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".")], true) : ([], false);
    }

    private sealed record SitesChecked(IReadOnlyList<SiteHealth> Sites);
}
