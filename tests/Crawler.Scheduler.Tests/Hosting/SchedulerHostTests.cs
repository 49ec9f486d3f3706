using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Scheduler.Tests.Support;
using Crawler.Storage.Documents;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Crawler.Scheduler.Tests.Hosting;

/// <summary>
/// The scheduler as a host runs it: hosted service, Quartz, MassTransit in memory. Only the clock stands still, so that whatever happens was woken by a
/// message.
/// </summary>
internal sealed class SchedulerHostTests : StoreFixture
{
    private readonly FakeWorld _world = new FakeWorld().Shows("a", "ivoor", ["a1", "a2"], ["a3"]);

    [SetUp]
    public async Task AddHouse()
    {
        await AddSiteAsync("a");
        await AddListAsync("list", ["a"], [Term("ivoor")]);
    }

    [Test]
    public async Task StartSweep_Requested_RunsToItsEndWithoutWaitingForTheClock()
    {
        using var host = await StartAsync();

        var answer = await AskAsync<StartSweep, SweepAccepted>(host, new StartSweep { WatchListId = "list", RequestedAt = Time.GetUtcNow() });

        Assert.That(answer.SweepId, Is.EqualTo(Sweep.IdFor("list", Time.GetUtcNow())));
        Assert.That(await Harness(host).Published.Any<SweepFinished>(m => m.Context.Message.ListingsNew == 3), Is.True);
        Assert.That(await SweepAsync(answer.SweepId), Has.Property("State").EqualTo(SweepState.Finished));
        await host.StopAsync();
    }

    [Test]
    public async Task StartSweep_OneRunsAlready_IsRefusedWithItsId()
    {
        using var host = await StartAsync(withWorker: false);
        var first = await AskAsync<StartSweep, SweepAccepted>(host, new StartSweep { WatchListId = "list", RequestedAt = Time.GetUtcNow() });

        var answer = await AskAsync<StartSweep, SweepRefused>(host, new StartSweep { WatchListId = "list", RequestedAt = Time.GetUtcNow().AddSeconds(1) });

        Assert.That(answer.RunningSweepId, Is.EqualTo(first.SweepId));
        await host.StopAsync();
    }

    [Test]
    public async Task CancelSweep_NothingBegun_EndsTheSweep()
    {
        using var host = await StartAsync(withWorker: false);
        var sweep = await AskAsync<StartSweep, SweepAccepted>(host, new StartSweep { WatchListId = "list", RequestedAt = Time.GetUtcNow() });

        await host.Services.GetRequiredService<IBus>().Publish(new CancelSweep { SweepId = sweep.SweepId, RequestedAt = Time.GetUtcNow() });

        Assert.That(await Harness(host).Published.Any<SweepFinished>(m => m.Context.Message.SweepId == sweep.SweepId), Is.True);
        Assert.That(await SweepAsync(sweep.SweepId), Has.Property("State").EqualTo(SweepState.Cancelled));
        await host.StopAsync();
    }

    [Test]
    public async Task WatchListChanged_NewList_IsScheduled()
    {
        using var host = await StartAsync();
        await AddListAsync("late", ["a"], [Term("x")], new WatchSchedule { Cron = "0 0 4 * * ?" });

        await host.Services.GetRequiredService<IBus>().Publish(new WatchListChanged { WatchListId = "late" });
        Assert.That(await Harness(host).Consumed.Any<WatchListChanged>(), Is.True);

        var state = await Store.GetAsync(LedgerCollections.ScheduleStates, "late", CancellationToken.None);
        Assert.That(state!.Value.NextFireAt, Is.EqualTo(Time.GetUtcNow().AddHours(3)));
        await host.StopAsync();
    }

    [Test]
    public async Task CheckSchedule_SoundAndUnsound_AreAnswered()
    {
        using var host = await StartAsync();

        var sound = await AskAsync<CheckSchedule, ScheduleChecked>(host, new CheckSchedule { Schedule = new WatchSchedule(), After = Time.GetUtcNow() });
        var unsound = await AskAsync<CheckSchedule, ScheduleChecked>(
            host, new CheckSchedule { Schedule = new WatchSchedule { Cron = "0 0 25 * * ?" }, After = Time.GetUtcNow() });

        Assert.That(sound, Has.Property("Problem").Null.And.Property("NextRuns").Count.EqualTo(5));
        Assert.That(unsound, Has.Property("Problem").StartsWith("The hours").And.Property("NextRuns").Empty);
        await host.StopAsync();
    }

    [Test]
    public async Task Quartz_TheHourComes_StartsTheNightlySweep()
    {
        using var host = await StartAsync();
        await host.Services.GetRequiredService<IBus>().Publish(new WatchListChanged { WatchListId = "list" });
        Assert.That(await Harness(host).Consumed.Any<WatchListChanged>(), Is.True);

        Time.Advance(TimeSpan.FromHours(1));

        Assert.That(await Harness(host).Published.Any<SweepFinished>(), Is.True);
        var sweep = await SweepAsync(Sweep.IdFor("list", Time.GetUtcNow()));
        Assert.That((sweep?.Trigger, sweep?.State), Is.EqualTo((SweepTrigger.Schedule, SweepState.Finished)));
        await host.StopAsync();
    }

    [Test]
    public async Task Host_StartsOnWhatADeadOneLeft_FinishesIt()
    {
        string id;
        await using (var dead = new TestServices(Store, Time))
        {
            id = await dead.StartedAsync("list");
            await dead.Dispatcher.DispatchAllAsync(CancellationToken.None);
        }

        using var host = await StartAsync();

        Assert.That(await Harness(host).Published.Any<SweepFinished>(m => m.Context.Message.SweepId == id), Is.True);
        Assert.That(await SweepAsync(id), Has.Property("State").EqualTo(SweepState.Finished));
        await host.StopAsync();
    }

    [Test]
    public async Task Hosts_TwoAtOnce_FinishOneSweepAndSayItOnce()
    {
        await using var other = await OpenAsync();
        using var one = await StartAsync(Store);
        using var two = await StartAsync(other);
        var start = new StartSweep { WatchListId = "list", RequestedAt = Time.GetUtcNow() };

        var answers = await Task.WhenAll(AskAsync<StartSweep, SweepAccepted>(one, start), AskAsync<StartSweep, SweepAccepted>(two, start));
        Assert.That(answers[0].SweepId, Is.EqualTo(answers[1].SweepId));
        await EndedAsync(answers[0].SweepId, one, two);
        await Task.WhenAll(one.StopAsync(), two.StopAsync());

        Assert.That((await SweepAsync(answers[0].SweepId))!.Sites[0].ListingsNew, Is.EqualTo(3));
        Assert.That(FinishedIn(one) + FinishedIn(two), Is.EqualTo(1));
    }

    [Test]
    public void Host_OptionOutOfRange_DoesNotStartAndNamesIt()
    {
        using var host = Build(withWorker: false, o => o.DispatchWindow = 0);

        Assert.That(() => host.StartAsync(), Throws.Exception.With.Message.EqualTo("Scheduler:DispatchWindow is 0; valid is 1 to 1000."));
    }

    private static ITestHarness Harness(IHost host) => host.Services.GetRequiredService<ITestHarness>();

    private static async Task<TAnswer> AskAsync<TRequest, TAnswer>(IHost host, TRequest request)
        where TRequest : class
        where TAnswer : class
    {
        await using var scope = host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IRequestClient<TRequest>>().GetResponse<TAnswer>(request)).Message;
    }

    private static int FinishedIn(IHost host) => Harness(host).Published.Select<SweepFinished>().Count();

    // Whichever of them ends it.
    private static async Task EndedAsync(string sweepId, params IHost[] hosts)
    {
        using var enough = new CancellationTokenSource();
        var finished = hosts.Select(h => Harness(h).Published.Any<SweepFinished>(m => m.Context.Message.SweepId == sweepId, enough.Token)).ToArray();
        Assert.That(await await Task.WhenAny(finished), Is.True);
        await enough.CancelAsync();
        await Task.WhenAll(finished);
    }

    private async Task<IHost> StartAsync(IDocumentStore store)
    {
        var host = Build(withWorker: true, _ => { }, store);
        await host.StartAsync();
        return host;
    }

    private async Task<IHost> StartAsync(bool withWorker = true)
    {
        var host = Build(withWorker, o =>
        {
            o.RecoverAllAtStart = true;

            // So that nothing but the list's own trigger can start a sweep.
            o.ScheduleRereadInterval = TimeSpan.FromDays(1);
        });
        await host.StartAsync();
        return host;
    }

    private IHost Build(bool withWorker, Action<SchedulerOptions> configure, IDocumentStore? store = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services
            .AddLogging()
            .AddSingleton(store ?? Store)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(new FakeWorker(store ?? Store, _world, Time))
            .AddScheduler(configure)
            .AddMassTransitTestHarness(bus =>
            {
                bus.DisableUsageTelemetry();
                bus.SetTestTimeouts(testTimeout: TimeSpan.FromMinutes(1), testInactivityTimeout: TimeSpan.FromSeconds(8)); // default 1.2 s: less than a busy machine's pauses
                bus.AddSchedulerConsumers();
                if (withWorker)
                {
                    bus.AddConsumer<SiteWorker, SiteWorker.Queue>();
                }

                bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
            });
        return builder.Build();
    }

    private async Task<Sweep?> SweepAsync(string id) => (await Store.GetAsync(LedgerCollections.Sweeps, id, CancellationToken.None))?.Value;
}
