using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Patrol.Commands.Hosted;
using Crawler.Patrol.Views;
using Crawler.Sites.Files;
using Crawler.Worker.Probing;

namespace Crawler.Patrol.Commands.Sites;

/// <summary><c>patrol site add</c>: from the address of a search page to a proven definition.</summary>
internal static class SiteAddCommand
{
    public static Command Create(PatrolContext context)
    {
        var url = new Argument<Uri>("URL") { Description = "A page of search results, or a page with a search form.", CustomParser = Address };
        var query = new Option<string?>("--query") { Description = "What to search for while learning: something the site surely has much of. Default: what URL searches for, else words from the site.", HelpName = "TEXT" };
        var id = new Option<string?>("--id") { Description = "The definition's id. Default: made from the host.", HelpName = "ID" };
        var name = new Option<string?>("--name") { Description = "The site's name. Default: as the site calls itself.", HelpName = "NAME" };
        var pace = new Option<double>("--pace")
        {
            Description = "Seconds between two requests; a longer Crawl-delay wins. Default: 1.", HelpName = "SECONDS", DefaultValueFactory = _ => 1,
        };
        pace.Validators.Add(CheckPace);
        var file = new Option<FileInfo?>("--out") { Description = "Where to write the definition. Default: sites/ID.yaml.", HelpName = "FILE" };
        var yes = new Option<bool>("--yes") { Description = "Write without asking, over an existing file too." };
        return new Command("add", "Look at a site, learn how it is searched and read, prove it, and write its definition.")
        {
            url, query, id, name, pace, file, yes, SharedOptions.Json,
        }
            .WithExamples(
                "patrol site add https://market.example/search?q=lamp",
                "patrol site add https://market.example/ --query lamp --id market --yes")
            .Handle(context, (run, cancellationToken) => AddAsync(
                run,
                new SiteProbeRequest
                {
                    Url = run.Parse.GetValue(url)!,
                    Query = run.Parse.GetValue(query),
                    Id = run.Parse.GetValue(id),
                    Name = run.Parse.GetValue(name),
                    Pace = TimeSpan.FromSeconds(run.Parse.GetValue(pace)),
                },
                run.Parse.GetValue(file),
                run.Parse.GetValue(yes),
                cancellationToken));
    }

    private static async Task<int> AddAsync(CommandRun run, SiteProbeRequest request, FileInfo? file, bool yes, CancellationToken cancellationToken)
    {
        string path = file?.FullName ?? Path.Combine(run.Home.Sites, (request.Id ?? SiteProbe.IdOf(request.Url)) + ".yaml");
        if (File.Exists(path) && !yes && run.Context.Input is null)
        {
            return run.Fail($"{path} exists already; --yes writes over it, --out or --id choose another file");
        }

        SiteProbeResult found;
        await using (var host = await ProbeHost.OpenAsync(run, cancellationToken))
        {
            // Standard output is the answer's when it is JSON.
            var steps = run.Json ? run.Context.Error : run.Context.Out;
            found = await host.Probe.ProbeAsync(request, new ProgressLines(step => SiteProbeView.Step(steps, step)), cancellationToken);
        }

        string? yaml = found.Definition is { } site ? SiteDefinitionWriter.Write(site, "Learned by 'patrol site add'. Correct it as you like: rules that read right are kept when it is learned again.") : null;
        if (yaml is not null && SiteDefinitionFile.Parse(yaml, path).Errors is [var error, ..])
        {
            return run.Fail($"the learned definition does not pass its own check ({error}); please report it");
        }

        bool written = yaml is not null && (yes || Agreed(run, path, found, yaml));
        if (written)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, yaml, cancellationToken);
        }

        if (run.Json)
        {
            run.Print(Report(found, yaml, written ? path : null));
        }
        else if (yaml is not null)
        {
            SiteProbeView.Write(run.Console, found);
        }

        if (yaml is null)
        {
            return run.Fail($"no definition was written: {Words.Of(found.Condition)}: {found.Problem}");
        }

        if (written && !run.Json)
        {
            run.Context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Written to {path} after {found.Requests} requests. Look it through, then: patrol site check {path} --live"));
        }

        return written ? ExitCodes.Ok : run.Fail("nothing was written");
    }

    private static bool Agreed(CommandRun run, string path, SiteProbeResult found, string yaml)
    {
        if (run.Context.Input is not { } input || run.Json)
        {
            return !File.Exists(path);
        }

        SiteProbeView.Write(run.Console, found);
        run.Context.Out.WriteLine();
        run.Context.Out.WriteLine(yaml);
        run.Context.Out.Write($"Write this to {path}{(File.Exists(path) ? ", over what is there" : "")}? [y/N] ");
        return input.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes";
    }

    private static SiteAdded Report(SiteProbeResult found, string? yaml, string? path) =>
        new(found.Condition, found.Problem, path, yaml, found.Learned?.RowF1, found.Rows.Count, found.Requests, found.Steps);

    private static Uri? Address(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError($"'{text}' is no web address: give one that begins with http:// or https://");
        return null;
    }

    private static void CheckPace(OptionResult result)
    {
        if (result.Tokens is [var token] && !(double.TryParse(token.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0.05 and <= 60))
        {
            result.AddError($"--pace is {token.Value}: give seconds from 0.05 to 60");
        }
    }

    private sealed class ProgressLines(Action<ProbeStep> say) : IProgress<ProbeStep>
    {
        public void Report(ProbeStep value) => say(value);
    }

    private sealed record SiteAdded(
        SiteCondition Condition, string? Problem, string? File, string? Yaml, double? RowF1, int Rows, int Requests, IReadOnlyList<ProbeStep> Steps);
}
