using Crawler.Contracts.Drift;
using Crawler.Ledger.Collections;
using Crawler.Storage.Sqlite;

namespace Crawler.Patrol.Tests.Commands;

[TestFixture]
internal sealed class SiteRepairCommandTests
{
    private PatrolCall _patrol = null!;

    [SetUp]
    public async Task SeedAsync()
    {
        _patrol = new PatrolCall();
        Directory.CreateDirectory(_patrol.Data);
        await SeededStore.FillAsync(_patrol.Data);
        await SeededStore.AddRepairAsync(_patrol.Data);
    }

    [TearDown]
    public void Clean() => _patrol.Dispose();

    [Test]
    public async Task Repair_Proposed_ShowsOldAndNewRulesAndTheProof()
    {
        var answer = await _patrol.RunAsync("site", "repair", "veilinghuis");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        GoldenText.Check("site-repair.txt", answer.Out);
    }

    [Test]
    public async Task Repair_Accept_PutsTheNewVersionIntoForceAndSaysHowItReachesTheFile()
    {
        var answer = await _patrol.RunAsync("site", "repair", "veilinghuis", "--accept", "--by", "An Peeters");

        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        Assert.That(answer.Out, Does.StartWith("Version 4 of 'veilinghuis' is in force").And.Contains("accepted by An Peeters").And.Contains("--yaml > "));
        await using var store = await SqliteDocumentStore.OpenAsync(Path.Combine(_patrol.Data, EmbeddedStoreOptions.FileName));
        var site = (await store.GetAsync(LedgerCollections.Sites, "veilinghuis", CancellationToken.None))!.Value;
        var repair = (await store.GetAsync(LedgerCollections.Repairs, SeededStore.Repair.Id, CancellationToken.None))!.Value;
        Assert.That(site.Version, Is.EqualTo(4));
        Assert.That(site.Search.Fields["price"][0].Select, Is.EqualTo(".bedrag"));
        Assert.That((repair.State, repair.DecidedBy), Is.EqualTo((RepairState.Accepted, "An Peeters")));
        Assert.That(repair.DecidedAt, Is.Not.Null);
    }

    [Test]
    public async Task Repair_RejectedThenAccepted_IsRefusedWithWhoAndWhen()
    {
        await _patrol.RunAsync("site", "repair", "veilinghuis", "--reject", "--by", "An Peeters");

        var answer = await _patrol.RunAsync("site", "repair", "veilinghuis", "--accept");

        Assert.That(answer.ExitCode, Is.Not.Zero);
        Assert.That(answer.Error, Does.Contain("was rejected by An Peeters at "));
    }

    [TestCase("nowhere", "there is no site 'nowhere'")]
    public async Task Repair_UnknownSite_SaysSo(string site, string message)
    {
        var answer = await _patrol.RunAsync("site", "repair", site);

        Assert.That(answer.ExitCode, Is.Not.Zero);
        Assert.That(answer.Error, Does.Contain(message));
    }

    [Test]
    public async Task Repair_Yaml_IsTheRepairedDefinitionAlone()
    {
        var answer = await _patrol.RunAsync("site", "repair", "veilinghuis", "--yaml");

        Assert.That(answer.Out, Is.EqualTo("id: veilinghuis\n"));
    }

    [Test]
    public async Task Repair_TwoDecisionsAtOnce_IsMisuse() =>
        Assert.That((await _patrol.RunAsync("site", "repair", "veilinghuis", "--accept", "--reject")).Error, Does.Contain("choose one of"));
}
