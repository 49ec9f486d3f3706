using System.Globalization;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Sweeps;
using Crawler.Patrol.Distributed;
using Crawler.Patrol.Hosting;
using Crawler.Patrol.Places;
using Crawler.Storage.Documents;
using Crawler.Worker.Sites;

namespace CyberPatrol.Benchmarks.Scale;

/// <summary>One sweep of the whole house as separate processes, and what it took.</summary>
internal sealed class ScaleRun(TextWriter output, TimeProvider time)
{
    public required int Workers { get; init; }

    public required int Sites { get; init; }

    /// <summary>Result pages per site.</summary>
    public required int Pages { get; init; }

    /// <summary>Adverts per result page.</summary>
    public required int Rows { get; init; }

    public TimeSpan Pace { get; init; }

    /// <summary>A MongoDB to use. Null: the tests' own engine.</summary>
    public string? Mongo { get; init; }

    /// <summary>Processor cores each worker may use once it is warm. Null: as many as there are.</summary>
    public double? WorkerCores { get; init; }

    /// <summary>Memory is printed at about every so many ended jobs. 0: only at the end.</summary>
    public int SampleEvery { get; init; }

    public async Task<ScaleResult> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("patrol-scale-");
        try
        {
            await using var ground = await ScaleGround.StartAsync(Sites, Pages, Rows, Pace, time, cancellationToken);
            await using var rehearsal = await ScaleGround.StartAsync(sites: 4, pages: 2, rows: 10, TimeSpan.Zero, time, cancellationToken, "rehearsal");
            await using var house = await DistributedServices.StartAsync(
                new DistributedServicesOptions
                {
                    Data = new DataDirectory(folder.FullName),
                    Home = PatrolHome.Resolve(Environment.GetEnvironmentVariable),
                    Sites = new SiteCatalogue { Sites = [.. ground.Sites, .. rehearsal.Sites] },
                    Mongo = Mongo,
                    Database = "cyberpatrol_scale_" + Guid.NewGuid().ToString("n")[..8],
                    Workers = Workers,
                },
                cancellationToken);

            // In a short run most of the time would be code being compiled and connections being made in each new process; a night's sweep is longer than that.
            await SweepAsync(house, "rehearsal", rehearsal, cancellationToken);
            using var limit = WorkerCores is { } cores ? ProcessorLimit.Of(ProcessFigures.Read()["worker"].Ids, cores) : null;
            long known = await CountAsync(house, cancellationToken);
            var before = ProcessFigures.Read();
            var sweep = await SweepAsync(house, "scale", ground, cancellationToken);
            var after = ProcessFigures.Read();
            return new ScaleResult(sweep, (int)(await CountAsync(house, cancellationToken) - known), [.. ground.Logs], before, after);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<long> CountAsync(DistributedServices house, CancellationToken cancellationToken) =>
        house.Store.CountAsync(LedgerCollections.Listings, new DocumentQuery(), cancellationToken);

    private async Task<Sweep> SweepAsync(DistributedServices house, string name, ScaleGround ground, CancellationToken cancellationToken)
    {
        var list = new WatchList
        {
            Id = name,
            Name = name,
            Terms = [new WatchTerm { Text = ScaleGround.Term }],
            SiteIds = [.. ground.Sites.Select(s => s.Id)],
            MaxPagesPerSearch = ground.Pages,
        };
        await house.Store.UpdateAsync(LedgerCollections.WatchLists, list.Id, _ => list, cancellationToken);
        var answer = await ConsoleApi.RunWatchListAsync(house.Console, list.Id, cancellationToken);
        return answer is RunAnswer.Accepted accepted
            ? await FollowAsync(house.Store, accepted.SweepId, cancellationToken)
            : throw new InvalidOperationException($"the console did not start the sweep: {answer}");
    }

    private async Task<Sweep> FollowAsync(IDocumentStore store, string sweepId, CancellationToken cancellationToken)
    {
        var progress = new SweepProgress(store);
        int next = SampleEvery;
        while (true)
        {
            var sweep = (await store.GetAsync(LedgerCollections.Sweeps, sweepId, cancellationToken))!.Value;
            if (sweep.HasEnded)
            {
                return sweep;
            }

            if (SampleEvery > 0 && await progress.ReadAsync(sweepId, cancellationToken) is { } live && live.Sites.Sum(s => s.Jobs.Ended) is var ended && ended >= next)
            {
                next = ((ended / SampleEvery) + 1) * SampleEvery;
                await output.WriteLineAsync($"  after {ended.ToString(CultureInfo.InvariantCulture),6} jobs: {ScaleReport.Memory(ProcessFigures.Read())}");
            }

            await Task.Delay(TimeSpan.FromSeconds(SampleEvery > 0 ? 5 : 0.5), time, cancellationToken);
        }
    }
}

/// <summary>What came of a run.</summary>
internal sealed record ScaleResult(
    Sweep Sweep, int Listings, IReadOnlyList<HostLog> Hosts, IReadOnlyDictionary<string, Figures> Before, IReadOnlyDictionary<string, Figures> After)
{
    public TimeSpan Took => Sweep.EndedAt!.Value - Sweep.StartedAt!.Value;

    /// <summary>Requests of the host that was asked most.</summary>
    public int MostRequests => Hosts.Max(h => h.Requests);

    public int NotSeen => Sweep.Sites.Sum(s => s.NotSeen.Sum(n => n.Count));
}
