using System.CommandLine;
using System.CommandLine.Parsing;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Readers;
using Crawler.Pages;
using Crawler.Patrol.Places;
using Crawler.Patrol.Views;
using Crawler.Sites.Files;
using Crawler.Worker.Sites;

namespace Crawler.Patrol.Commands.Sites;

/// <summary><c>patrol site read</c>: what extraction makes of a saved page, without any network.</summary>
internal static class SiteReadCommand
{
    public static Command Create(PatrolContext context)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A saved page: HTML or JSON, bytes as they came." };
        var url = new Option<Uri?>("--url")
        {
            Description = "The address the page was saved from.", HelpName = "URL", Required = true, CustomParser = Address,
        };
        var site = new Option<string?>("--site")
        {
            Description = "Id of the site definition to read it by. Without one: the generic readers only.", HelpName = "ID",
        };
        var kind = new Option<string?>("--kind") { Description = "search or detail. Without it: told from the page.", HelpName = "KIND" }
            .AcceptOnlyFromAmong("search", "detail");
        return new Command("read", "Read a saved page as a sweep would, without any network.") { file, url, site, kind, SharedOptions.Json }
            .WithExamples(
                "patrol site read saved.html --url https://example.org/search?q=ivory",
                "patrol site read advert.html --url https://example.org/item/12 --kind detail --json")
            .Handle(context, (run, cancellationToken) => ReadAsync(
                run, run.Parse.GetRequiredValue(file), run.Parse.GetValue(url)!, run.Parse.GetValue(site), Kind(run.Parse.GetValue(kind)), cancellationToken));
    }

    private static async Task<int> ReadAsync(CommandRun run, FileInfo file, Uri url, string? siteId, PageKind? kind, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            return run.Fail($"there is no file {file}");
        }

        SiteDefinition? site = null;
        if (siteId is not null && (site = await FindAsync(run.Home, siteId, cancellationToken)) is null)
        {
            return run.Fail($"there is no sound site definition '{siteId}' in {run.Home.Sites}; see: patrol site list");
        }

        byte[] body = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        var reading = SavedPageReading.Read(run.Context.Clock, site, body, url, kind);
        WarnOf(run, file, reading);
        if (run.Json)
        {
            run.Context.Out.WriteLine(reading.ToJson());
        }
        else
        {
            ReadingView.Write(run.Console, reading);
        }

        return ExitCodes.Ok;
    }

    /// <summary>A page that is not what it was taken for is said aloud, beside whatever could be read.</summary>
    private static void WarnOf(CommandRun run, FileInfo file, SavedPageReading reading)
    {
        var (state, detail) = reading.Search is { } search ? (search.State, search.StateDetail) : (reading.Detail!.State, reading.Detail.StateDetail);
        if (state is not (OutcomeKind.Ok or OutcomeKind.Empty))
        {
            run.Context.Error.WriteLine($"patrol: {file}: {Words.Of(state)}{(detail is null ? "" : $": {Printable.Line(detail)}")}");
        }
    }

    /// <summary>The file named for the site, else whichever holds its id.</summary>
    private static async Task<SiteDefinition?> FindAsync(PatrolHome home, string id, CancellationToken cancellationToken)
    {
        string named = Path.Combine(home.Sites, id + ".yaml");
        if (id == Path.GetFileName(id) && File.Exists(named)
            && SiteDefinitionFile.Parse(await File.ReadAllTextAsync(named, cancellationToken), named).Definition is { } site && site.Id == id)
        {
            return site;
        }

        return (await SiteCatalogue.LoadAsync(home.Sites, cancellationToken)).Sites.FirstOrDefault(s => s.Id == id);
    }

    private static PageKind? Kind(string? kind) => kind switch
    {
        "search" => PageKind.Search,
        "detail" => PageKind.Detail,
        _ => null,
    };

    private static Uri? Address(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError($"--url is '{result.Tokens[0].Value}': give an absolute address that begins with http:// or https://");
        return null;
    }
}
