using Crawler.Contracts.Sites;
using EndToEnd.Support;

namespace EndToEnd.Drift;

/// <summary>
/// Every redesign of the training ground is reported as drift in the same sweep and told apart from everything else that can befall a site; the repairs that
/// the sweeps bring forth read every row right again. Read by rules of HTML and JSON over HTTP in one world, with the site that needs a browser in another.
/// </summary>
[TestFixture(7, new[] { "tg-markt", "tg-shop", "tg-forum", "tg-social", "tg-onion" })]
[TestFixture(2026, new[] { "tg-kiste" }, Category = "Browser")]
internal sealed class DriftTests(int seed, string[] sites)
{
    [Test]
    public Task Sweep_SitesInEveryTrouble_AreCalledWhatTheyAre() => CheckAsync(seed, sites);

    [TestCase(1)]
    [TestCase(11)]
    [TestCase(101)]
    [TestCase(1009)]
    [TestCase(31337)]
    [Category("Long")] // a quarter of an hour: the same over five more worlds
    public Task Sweep_SitesOfOtherWorlds_AreCalledWhatTheyAre(int other) => CheckAsync(other, sites);

    private static async Task CheckAsync(int seed, string[] sites)
    {
        await using var services = await PracticeServices.StartAsync(DriftBoard.Hurried, seed: seed);
        var board = new DriftBoard(services, await RepairBench.OpenAsync(services, sites), sites);
        var before = await board.SweepAsync();
        foreach (var trouble in DriftCase.Redesigns.Concat(DriftCase.Others))
        {
            await board.RunAsync(trouble);
            board.LetOff();
        }

        await services.World.Ground.ChangeAsync(20, 10, CancellationToken.None);
        var after = await board.SweepAsync();

        var repairs = board.Lines.Select(l => l.Repair).OfType<RepairResult>().ToList();
        await TestContext.Out.WriteLineAsync($"{board.Table}{repairs.Count(r => r.Score?.F1 >= 1)} of {repairs.Count} repairs read every row right");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                before.Sites.Concat(after.Sites).Where(s => s.Health?.Condition is not SiteCondition.Healthy)
                    .Select(s => $"{s.SiteId}: {s.Health?.Condition} ({s.Health?.Detail})"),
                Is.Empty,
                "sites that are well");
            Assert.That(
                board.Lines.Where(l => l.Health?.Condition != l.Case.Expected)
                    .Select(l => $"{l.SiteId} in {l.Case.Name}: {l.Health?.Condition} ({l.Health?.Detail})"),
                Is.Empty,
                "sites in trouble");
            Assert.That(repairs.Count(r => r.Score?.F1 >= 1), Is.GreaterThanOrEqualTo(0.8 * repairs.Count), "repairs that read every row right");
        }
    }
}
