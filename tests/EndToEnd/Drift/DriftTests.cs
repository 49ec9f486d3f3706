using Crawler.Contracts.Sites;
using EndToEnd.Support;

namespace EndToEnd.Drift;

/// <summary>Every redesign of the training ground is reported as drift in the same sweep and told apart from everything else.</summary>
[TestFixture(2026)]
[TestFixture(7)]
internal sealed class DriftTests(int seed)
{
    [Test]
    public async Task Sweep_SitesInEveryTrouble_AreCalledWhatTheyAre()
    {
        await using var house = await PracticeHouse.StartAsync(DriftBoard.Hurried, seed: seed);
        string[] sites = ["tg-markt", "tg-shop", "tg-forum", "tg-social", "tg-onion"];
        var board = new DriftBoard(house, await RepairBench.OpenAsync(house, sites), sites);
        var well = await board.SweepAsync();
        foreach (var trouble in DriftCase.Redesigns.Concat(DriftCase.Others))
        {
            await board.RunAsync(trouble);
            board.LetOff();
        }

        await TestContext.Out.WriteLineAsync(board.Table);
        Assert.That(well.Sites.Select(s => s.Health?.Condition), Has.All.EqualTo(SiteCondition.Healthy));
        var repairs = board.Lines.Select(l => l.Repair).OfType<RepairResult>().ToList();
        await TestContext.Out.WriteLineAsync($"{repairs.Count(r => r.Score?.F1 >= 1)} of {repairs.Count} repairs read every row right");
        Assert.That(repairs.Count(r => r.Score?.F1 >= 1), Is.GreaterThanOrEqualTo(0.8 * repairs.Count));
        Assert.That(board.Lines.Where(l => l.Health?.Condition != l.Case.Expected).Select(l => $"{l.SiteId} in {l.Case.Name}: {l.Health?.Condition} ({l.Health?.Detail})"), Is.Empty);
    }
}
