using Crawler.Review.Tests.Seeds;

namespace Crawler.Review.Tests.Api;

[TestFixture]
[Category("Server")]
internal sealed class WorkersApiTests : ConsoleFixture
{
    [OneTimeSetUp]
    public Task AddWork() => new WorkSeed(Desk.Store, TimeProvider.System).FillAsync();

    [Test]
    public async Task Workers_SayWhatTheyAreDoing_AndSinceWhenOneIsSilent()
    {
        var reply = await GetAsync("api/v1/workers");

        var workers = reply["items"]!.AsArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(workers.Select(w => w!["state"]!.GetValue<string>()), Is.EqualTo(new[] { "working", "idle", "silent" }));
            Assert.That(workers[0]!["worker"]!["jobs"]![0]!["siteId"]!.GetValue<string>(), Is.EqualTo("zolder"));
            Assert.That(workers[0]!["silentSince"], Is.Null);
            Assert.That(workers[2]!["silentSince"]!.GetValue<DateTimeOffset>(), Is.EqualTo(workers[2]!["worker"]!["beatAt"]!.GetValue<DateTimeOffset>()));
        }
    }

    [Test]
    public async Task Queues_CountTheLedgerAndNameThePauses()
    {
        var reply = await GetAsync("api/v1/queues");

        var zolder = reply["items"]!.AsArray().Single(q => q!["siteId"]!.GetValue<string>() == "zolder")!;
        var murmur = reply["items"]!.AsArray().Single(q => q!["siteId"]!.GetValue<string>() == "murmur")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (zolder["inHand"]!.GetValue<int>(), zolder["onBus"]!.GetValue<int>(), zolder["waiting"]!.GetValue<int>(), zolder["workers"]!.GetValue<int>()),
                Is.EqualTo((1, 31, 240, 2)));
            Assert.That(murmur["state"]!.GetValue<string>(), Is.EqualTo("paused"));
            Assert.That(murmur["hosts"]![0]!["reason"]!.GetValue<string>(), Does.Contain("429"));
            Assert.That(reply["sums"]!["waiting"]!.GetValue<int>(), Is.EqualTo(254));
            Assert.That(reply["otherPauses"]!.AsArray(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task OpenApi_DescribesBoth()
    {
        var document = await GetAsync("openapi/v1.json");

        Assert.That(document["paths"]!.AsObject().Select(p => p.Key), Is.SupersetOf(new[] { "/api/v1/workers", "/api/v1/queues" }));
    }
}
