using System.CommandLine;
using Crawler.Contracts.Drift;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Repairs;
using Crawler.Patrol.Views;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.Sites;

/// <summary><c>patrol site repair</c>: looks at the repair that was proposed for a drifted site, and decides on it.</summary>
internal static class SiteRepairCommand
{
    private static readonly Option<bool> Show = new("--show") { Description = "Show the proposed repair. The default." };
    private static readonly Option<bool> Yaml = new("--yaml") { Description = "Print the repaired definition as YAML, for the site's file." };
    private static readonly Option<bool> Accept = new("--accept") { Description = "Put the repaired definition into force." };
    private static readonly Option<bool> Reject = new("--reject") { Description = "Leave the definition as it is." };

    public static Command Create(PatrolContext context)
    {
        var id = new Argument<string>("ID") { Description = "Id of the site." };
        var by = new Option<string?>("--by") { Description = "Who decides. Without it: the user's name on this machine.", HelpName = "NAME" };
        return new Command("repair", "Look at the repair proposed for a drifted site; accept or reject it.")
        {
            id, Show, Yaml, Accept, Reject, by, SharedOptions.Json,
        }
            .WithExamples("patrol site repair tg-markt", "patrol site repair tg-markt --accept", "patrol site repair tg-markt --yaml")
            .Handle(context, (run, cancellationToken) => new[] { Show, Yaml, Accept, Reject }.Count(o => run.Parse.GetValue(o)) > 1
                ? Task.FromResult(run.Misused("choose one of --show, --yaml, --accept and --reject"))
                : run.ReadStoreAsync(store => DoAsync(run, store, run.Parse.GetRequiredValue(id), run.Parse.GetValue(by) ?? Environment.UserName, cancellationToken), cancellationToken));
    }

    private static async Task<int> DoAsync(CommandRun run, IDocumentStore store, string siteId, string who, CancellationToken cancellationToken)
    {
        var proposals = new RepairProposals(store, run.Context.Clock);
        if (await store.GetAsync(LedgerCollections.Sites, siteId, cancellationToken) is null)
        {
            return run.Fail($"there is no site '{siteId}' in the store; see: patrol site list");
        }

        if (await proposals.LatestAsync(siteId, cancellationToken) is not { } repair)
        {
            return run.Fail($"no repair was proposed for '{siteId}'; a sweep that finds the site drifted proposes one");
        }

        if (run.Parse.GetValue(Yaml))
        {
            run.Context.Out.Write(repair.Yaml ?? "");
            return repair.Yaml is null ? run.Fail($"there is no repaired definition: {repair.Problem}") : ExitCodes.Ok;
        }

        if (run.Parse.GetValue(Accept))
        {
            return Told(run, await proposals.AcceptAsync(repair.Id, who, cancellationToken));
        }

        if (run.Parse.GetValue(Reject))
        {
            return Told(run, await proposals.RejectAsync(repair.Id, who, cancellationToken));
        }

        if (run.Json)
        {
            return run.Print(repair);
        }

        RepairView.Write(run.Console, repair);
        if (repair.State is RepairState.Proposed)
        {
            run.Context.Out.WriteLine($"\nTo put it into force: patrol site repair {siteId} --accept");
        }

        return ExitCodes.Ok;
    }

    private static int Told(CommandRun run, RepairAnswer answer)
    {
        if (answer is not RepairAnswer.Done { Proposal: var repair })
        {
            return run.Fail(((RepairAnswer.Refused)answer).Reason);
        }

        if (run.Json)
        {
            return run.Print(repair);
        }

        run.Context.Out.WriteLine(repair.State is RepairState.Accepted
            ? $"Version {repair.FromVersion + 1} of '{repair.SiteId}' is in force from the next page on (accepted by {repair.DecidedBy}). It stays so until the site's file has this version or a later one: patrol site repair {repair.SiteId} --yaml > {FileOf(run, repair.SiteId)}"
            : $"The definition of '{repair.SiteId}' stays at version {repair.FromVersion} (rejected by {repair.DecidedBy}).");
        return ExitCodes.Ok;
    }

    /// <summary>The site's file, or where it would be.</summary>
    private static string FileOf(CommandRun run, string siteId) =>
        (Directory.Exists(run.Home.Sites) ? Directory.EnumerateFiles(run.Home.Sites, siteId + ".yaml", SearchOption.AllDirectories).FirstOrDefault() : null)
        ?? Path.Combine(run.Home.Sites, siteId + ".yaml");
}
