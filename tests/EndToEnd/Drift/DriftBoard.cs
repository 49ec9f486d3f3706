using System.Globalization;
using System.Text;
using Crawler.Analysis.Drift;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using EndToEnd.Support;

namespace EndToEnd.Drift;

/// <summary>One world, swept well once and then in every trouble, all its sites at a time: what each sweep said.</summary>
internal sealed class DriftBoard(PracticeServices services, RepairBench bench, IReadOnlyList<string> siteIds)
{
    /// <summary>A page of tg-kiste, drawn by its script, is ready within a second; on a busy machine it may take a few.</summary>
    private static readonly TimeSpan KisteReady = TimeSpan.FromSeconds(8);

    private readonly StringBuilder _table = new();
    private long _lastSecond;

    public List<DriftLine> Lines { get; } = [];

    public string Table => _table.ToString();

    /// <summary>Definitions for a hurry: neither pace nor pictures matter here, and a page that never becomes ready need not be waited for.</summary>
    public static SiteDefinition Hurried(SiteDefinition site) => site with
    {
        Pace = new PacePolicy { Delay = TimeSpan.FromMilliseconds(5), Concurrency = 4 },
        Robots = new RobotsPolicy { Obey = false, LegalBasis = "practice world: the forum's pause of 0.2 s would only lengthen the test" },
        Fetch = site.Fetch with
        {
            MaxImages = 0,
            Timeout = site.Id == "tg-kiste" ? KisteReady : site.Fetch.Timeout,
            Scrolls = Math.Min(site.Fetch.Scrolls, 1),
        },
    };

    public Task<Sweep> SweepAsync() => SweepAsync(siteIds);

    /// <summary>Sweeps all the case's sites in its trouble, then lets them off.</summary>
    public async Task RunAsync(DriftCase trouble)
    {
        string[] concerned = [.. trouble.Sites.Intersect(siteIds, StringComparer.Ordinal)];
        if (concerned.Length == 0)
        {
            return;
        }

        foreach (string site in concerned)
        {
            services.World.Ground.SetTrouble(site, trouble.Trouble);
        }

        var sweep = await SweepAsync(concerned);
        foreach (string site in concerned)
        {
            var part = sweep.Sites.Single(s => s.SiteId == site);
            var line = new DriftLine(trouble, site, sweep.Id, part.Health, await WithoutHistoryAsync(sweep.Id, site));
            if (part.Health?.Condition is SiteCondition.Drifted)
            {
                line = line with { Repair = await bench.TryAsync(sweep, site) };
            }

            Lines.Add(line);
            _table.AppendLine(
                CultureInfo.InvariantCulture,
                $"{trouble.Name,-20} {site,-10} {part.Health?.Condition,-10} {line.Fresh.Condition,-10} rows {part.Health?.Rows,3}  {part.Health?.Detail}");
            if (line.Repair is { } repair)
            {
                _table.AppendLine(CultureInfo.InvariantCulture, $"    repair {repair}");
            }

            foreach (var change in part.Health?.Changes ?? [])
            {
                _table.AppendLine(CultureInfo.InvariantCulture, $"    {change.Field}: {change.Reason} [{change.OldRule}]");
            }
        }
    }

    public void LetOff()
    {
        foreach (string site in siteIds)
        {
            services.World.Ground.SetTrouble(site, null);
        }
    }

    private async Task<Sweep> SweepAsync(IReadOnlyList<string> sites)
    {
        // A list is swept at most once a second: the same instant is the same sweep.
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (Second() <= _lastSecond)
        {
            await look.WaitForNextTickAsync();
        }

        _lastSecond = Second();
        return await services.SweepAsync(services.ShortList(sites) with { MaxPagesPerSearch = 1 });
    }

    private static long Second() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>What the same ledger says of a site that was never swept before.</summary>
    private async Task<SiteHealth> WithoutHistoryAsync(string sweepId, string siteId)
    {
        var site = (await services.Store.GetAsync(LedgerCollections.Sites, siteId, CancellationToken.None))!.Value;
        SweepJob[] jobs = [.. (await services.AllAsync(LedgerCollections.Jobs)).Where(j => j.SweepId == sweepId && j.SiteId == siteId)];
        return DriftJudge.Judge(site, SweepProfiles.Of(sweepId, site, jobs, DateTimeOffset.UnixEpoch), history: null, jobs);
    }
}

/// <summary>What was said of one site in one trouble.</summary>
/// <param name="Case">The trouble.</param>
/// <param name="SiteId">The site.</param>
/// <param name="SweepId">The sweep.</param>
/// <param name="Health">The sweep's verdict.</param>
/// <param name="Fresh">The verdict by the definition alone, as on a first night.</param>
internal sealed record DriftLine(DriftCase Case, string SiteId, string SweepId, SiteHealth? Health, SiteHealth Fresh)
{
    /// <summary>What came of the proposed repair. Null: none was due.</summary>
    public RepairResult? Repair { get; init; }
}
