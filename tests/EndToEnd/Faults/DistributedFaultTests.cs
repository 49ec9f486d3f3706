using System.Globalization;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Sweeps;
using Crawler.Patrol.Practice;
using EndToEnd.Faults.Distributed;
using EndToEnd.Support;
using EndToEnd.Support.Distributed;

namespace EndToEnd.Faults;

/// <summary>
/// Three workers, a scheduler, RabbitMQ and a MongoDB-compatible store, all killed and cut off over and over while they sweep a world of 2,380 adverts: what
/// they bring home is what an undisturbed run brings home.
/// </summary>
[Category("Server")]
[Category("Browser")]
[Category("Long")]
internal sealed class DistributedFaultTests
{
    private const int Seed = 3;

    /// <summary>Beside the demo's: more species, brands' copies, and two words of ordinary trade.</summary>
    private static readonly WatchTerm[] MoreTerms =
    [
        .. new[]
        {
            "pangolin",
            "schubdier",
            "Schuppentier",
            "rhino horn",
            "neushoornhoorn",
            "corne de rhinocéros",
            "Nashorn-Horn",
            "horn",
            "replica",
            "vintage",
            "koffer",
        }
            .Select(text => new WatchTerm { Text = text }),
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12);

    /// <summary>The whole suite: 67 faults in one sweep with the demo's terms and some more.</summary>
    [Test]
    public Task Sweep_EverythingDiesAgainAndAgain_EqualsAnUndisturbedRun() =>
        SweepUnderFaultsAsync(
            new FaultPlan(TimeSpan.FromSeconds(330), Share: 1, LeastFaults: 60, MostExtra: 0.05, Terms: list => [.. list.Terms, .. MoreTerms]));

    /// <summary>Each kind of fault once or more, in a sweep with a few terms: a quarter of the time, for whoever works on it.</summary>
    [Test]
    public Task Sweep_EverythingDiesOnce_EqualsAnUndisturbedRun() =>
        SweepUnderFaultsAsync(new FaultPlan(TimeSpan.FromSeconds(75), Share: 0.25, LeastFaults: 18, MostExtra: 0.1, Terms: list => [.. list.Terms.Take(6)]));

    private static async Task SweepUnderFaultsAsync(FaultPlan plan)
    {
        var (expected, asked) = await UndisturbedAsync(plan);
        await using var testbed = await DistributedTestbed.StartAsync(site => Filling(site, plan, asked), CancellationToken.None);
        await testbed.AddSchedulerAsync(CancellationToken.None);
        await testbed.AddWorkerAsync(CancellationToken.None);
        await testbed.AddWorkerAsync(CancellationToken.None);
        await testbed.AddWorkerAsync(CancellationToken.None);
        var random = new Random(Seed);
        var injector = new FaultInjector(new FaultKinds(testbed, random, plan.Share).All, random, TimeProvider.System.GetUtcNow);

        string sweepId = await testbed.StartSweepAsync(plan.ListOf(testbed.World), CancellationToken.None);
        var began = TimeProvider.System.GetTimestamp();
        using var patience = new CancellationTokenSource(Patience);
        var injecting = injector.InjectAsync(plan.Span * 0.85, patience.Token);
        var sweep = await EndOfAsync(testbed, sweepId, patience.Token);
        var took = TimeProvider.System.GetElapsedTime(began);
        await patience.CancelAsync();
        await injecting;

        var results = await SweepResults.OfAsync(testbed.Store);
        var evidence = await SweepResults.FaultyEvidenceAsync(testbed.Store, testbed.Blobs);
        var tooFast = Politeness.TooFast(testbed.World, testbed.Sites);
        int requests = testbed.World.Ground.Requests.Count;
        double extra = ((double)requests / asked.Values.Sum()) - 1;
        string[] lost = [.. expected.Listings.Except(results.Listings)];
        string[] doubled = [.. results.Appearances.GroupBy(a => a, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key), .. results.Listings.Except(expected.Listings)];
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {injector.Injected.Count} faults in {took.TotalSeconds:0} s (seed {Seed}):
            {injector.Tally}
            {results.Listings.Count} listings, {lost.Length} lost, {doubled.Length} doubled; {evidence.Count} pieces of evidence missing or damaged
            {tooFast.Count} pace violations in {requests} requests; {extra:+0.0 %;-0.0 %} requests against {asked.Values.Sum()} undisturbed
            rooms that ended without being killed: {string.Join(", ", testbed.Rooms.Select(r => $"{r.Name} {r.OwnEnds} of {r.Restarts}"))}
            """));

        TestContext.Out.WriteLine($"asked most often: {MostAsked(testbed.World)}");
        foreach (var (at, kind) in injector.Injected)
        {
            TestContext.Out.WriteLine($"{at:HH:mm:ss.fff} {kind}");
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sweep is { HasEnded: true }, Is.True, () => $"the sweep did not end within {Patience}: {Describe(sweep)}");
            Assert.That(injector.Injected, Has.Count.AtLeast(plan.LeastFaults));
            Assert.That(lost, Is.Empty, "lost");
            Assert.That(doubled, Is.Empty, "doubled");
            Assert.That(results.Listings, Is.EqualTo(expected.Listings));
            Assert.That(results.Appearances, Is.EqualTo(expected.Appearances));
            Assert.That(evidence, Is.Empty);
            Assert.That(tooFast, Is.Empty);
            Assert.That(extra, Is.LessThanOrEqualTo(plan.MostExtra), "extra requests");
        }
    }

    private static async Task<(SweepResults Results, IReadOnlyDictionary<string, int> Asked)> UndisturbedAsync(FaultPlan plan)
    {
        await using var services = await PracticeServices.StartAsync();
        var sweep = await services.SweepAsync(plan.ListOf(services.World));
        Assert.That(sweep.HasEnded, Is.True);
        var asked = services.World.Ground.Requests.GroupBy(r => r.SiteId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        TestContext.Out.WriteLine($"undisturbed: {string.Join(", ", asked.Select(a => $"{a.Key} {a.Value} requests"))}");
        return (await SweepResults.OfAsync(services.Store), asked);
    }

    private static SiteDefinition Filling(SiteDefinition site, FaultPlan plan, IReadOnlyDictionary<string, int> asked) =>
        site with { Pace = site.Pace with { Delay = plan.Span / asked[site.Id], Concurrency = new PacePolicy().Concurrency } };

    private static async Task<Sweep?> EndOfAsync(DistributedTestbed testbed, string sweepId, CancellationToken cancellationToken)
    {
        var progress = new SweepProgress(testbed.Store);
        Sweep? sweep = null;
        try
        {
            while (sweep is not { HasEnded: true })
            {
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
                try
                {
                    sweep = await progress.ReadAsync(sweepId, cancellationToken);
                }
                catch (Crawler.Storage.Documents.StoreException)
                {
                    // Killed at this moment.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told by the assertion.
        }

        return sweep;
    }

    /// <param name="Span">How long the sweep would take undisturbed; each site's pace is set so that its requests fill it.</param>
    /// <param name="Share">Of each kind of fault, rounded up.</param>
    /// <param name="MostExtra">Requests beyond an undisturbed sweep's, as a share of them. In a short sweep each death weighs more.</param>
    /// <param name="Terms">Of the demo's list, those that are looked for.</param>
    private sealed record FaultPlan(TimeSpan Span, double Share, int LeastFaults, double MostExtra, Func<WatchList, IReadOnlyList<WatchTerm>> Terms)
    {
        public WatchList ListOf(PracticeWorld world)
        {
            var list = world.WatchList(TimeProvider.System.GetUtcNow());
            return list with { Terms = Terms(list) };
        }
    }

    private static string MostAsked(PracticeWorld world) => string.Join(", ", world.Ground.Requests
        .GroupBy(r => $"{r.SiteId} {r.PathAndQuery}", StringComparer.Ordinal)
        .OrderByDescending(g => g.Count())
        .Take(5)
        .Select(g => $"{g.Key} {g.Count()} times"));

    private static string Describe(Sweep? sweep) => string.Join("; ", sweep?.Sites.Select(s => $"{s.SiteId} {s.Phase} {s.Jobs.Ended}/{s.Jobs.Total}") ?? []);
}
