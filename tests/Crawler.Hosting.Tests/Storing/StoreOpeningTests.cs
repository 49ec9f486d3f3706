using Crawler.Hosting.Storing;
using Crawler.Hosting.Tests.Bus;
using Crawler.Storage.Documents;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Crawler.Hosting.Tests.Storing;

/// <summary>A store that does not answer yet is waited for; one that refuses is not.</summary>
[CancelAfter(60_000)]
public sealed class StoreOpeningTests
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider _time = new();

    [TestCase(StoreProblem.Unreachable)]
    [TestCase(StoreProblem.Locked)]
    public async Task Start_StoreAnswersAtTheFifthTry_WaitsAndSaysSoOnce(StoreProblem problem)
    {
        var store = new ClosedStore(problem, times: 4);
        var began = _time.GetUtcNow();
        using var said = new BusHost.Lines();

        await WhileTimePassesAsync(Opening(store, said).StartAsync(CancellationToken.None));

        Assert.That(_time.GetUtcNow() - began, Is.GreaterThanOrEqualTo(4 * BetweenTries));
        Assert.That(said.All, Has.Count.EqualTo(2));
        Assert.That(said.All[0], Is.EqualTo("The store does not answer; trying again every 00:00:02: no answer"));
        Assert.That(said.All[1], Does.StartWith("The store answers, after 00:00:"));
    }

    [Test]
    public async Task Start_StoreAnswersAtOnce_SaysNothing()
    {
        using var said = new BusHost.Lines();

        await Opening(new ClosedStore(StoreProblem.Unreachable, times: 0), said).StartAsync(CancellationToken.None);

        Assert.That(said.All, Is.Empty);
    }

    [Test]
    public void Start_StoreRefuses_FailsAtOnce()
    {
        var store = new ClosedStore(StoreProblem.AccessDenied, int.MaxValue);
        using var said = new BusHost.Lines();

        Assert.That(() => Opening(store, said).StartAsync(CancellationToken.None), Throws.TypeOf<StoreException>().With.Message.EqualTo("no answer"));
        Assert.That(store.Tries, Is.EqualTo(1));
    }

    [Test]
    public async Task Start_ToldToStopWhileItWaits_LetsGo()
    {
        using var stop = new CancellationTokenSource();
        using var said = new BusHost.Lines();
        var opening = Opening(new ClosedStore(StoreProblem.Unreachable, int.MaxValue), said).StartAsync(stop.Token);

        await stop.CancelAsync();

        Assert.That(() => opening, Throws.InstanceOf<OperationCanceledException>());
    }

    private StoreOpening Opening(IDocumentStore store, BusHost.Lines said) => new(store, _time, new LoggerFactory([said]).CreateLogger<StoreOpening>());

    private async Task WhileTimePassesAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            _time.Advance(BetweenTries);
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(5)));
        }

        await work;
    }
}
