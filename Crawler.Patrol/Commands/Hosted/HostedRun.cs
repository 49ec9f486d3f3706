using Crawler.Patrol.Hosting;
using Crawler.Patrol.Places;
using Crawler.Patrol.Practice;
using Crawler.Worker.Sites;

namespace Crawler.Patrol.Commands.Hosted;

/// <summary>What the commands that start the system have in common.</summary>
internal static class HostedRun
{
    /// <summary>Takes the data directory for this process.</summary>
    public static Task<InstanceClaim> ClaimAsync(CommandRun run, CancellationToken cancellationToken) =>
        InstanceFile.ClaimAsync(run.Data, Myself(run), run.Context.Clock, cancellationToken);

    /// <summary>Why the directory could not be taken, and what to do.</summary>
    public static string WhyNot(DataDirectory data, InstanceClaim claim) =>
        claim is InstanceClaim.Refused { Running: { } running }
            ? $"CyberPatrol runs on {data.Root} already ({running}); stop it first, or use another --data directory"
            : $"another process holds {data.LockFile}; stop it first, or use another --data directory";

    /// <summary>The definitions on file, with the practice world's at its addresses. A bad file is said aloud and costs only itself.</summary>
    public static async Task<SiteCatalogue> SitesAsync(CommandRun run, PracticeWorld? world, CancellationToken cancellationToken)
    {
        var onFile = await SiteCatalogue.LoadAsync(run.Home.Sites, cancellationToken);
        foreach (var error in onFile.Errors)
        {
            await run.Context.Error.WriteLineAsync($"patrol: site definition left out: {error}");
        }

        var real = onFile.Sites.Where(s => !s.Home.IsLoopback);
        return new SiteCatalogue { Sites = [.. real, .. world?.Sites ?? []] };
    }

    public static InstanceInfo Describe(CommandRun run, Uri? console, PracticeWorld? world) =>
        Myself(run) with { ConsoleUrl = console, TrainingGround = world?.Ground.ControlUrl };

    private static InstanceInfo Myself(CommandRun run) => new() { Pid = Environment.ProcessId, StartedAt = run.Context.Clock.GetUtcNow() };
}
