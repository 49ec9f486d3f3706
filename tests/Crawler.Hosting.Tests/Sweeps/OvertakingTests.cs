using System.Collections.Concurrent;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Hosting.Bus;
using Crawler.Hosting.Tests.Bus;
using Crawler.Ledger.Collections;
using Crawler.Scheduler;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Crawler.Hosting.Tests.Sweeps;

/// <summary>A sweep that somebody starts by hand does not wait behind the night's, on RabbitMQ as in memory.</summary>
[Category("Server")]
public sealed class OvertakingTests
{
    private const int NightlyTerms = 30;
    private const int Window = 4;

    [Test]
    public async Task RunNow_BehindAFullNight_IsDoneFirst()
    {
        string folder = Directory.CreateTempSubdirectory("patrol-overtake-").FullName;
        await using (var store = await SqliteDocumentStore.OpenAsync(Path.Combine(folder, "store.db")))
        {
            await FillAsync(store);
            var order = new ConcurrentQueue<string>();
            using var hand = new SemaphoreSlim(0);
            await using var host = await BusHost.StartAsync(
                await BrokerFixture.OptionsAsync(),
                bus =>
                {
                    bus.AddSchedulerConsumers();
                    bus.AddRequestClient<StartSweep>();
                    bus.AddConsumer<Hand>().ExcludeFromConfigureEndpoints();
                },
                services => services.AddSingleton<IDocumentStore>(store).AddSingleton(order).AddSingleton(hand).AddScheduler(o => o.DispatchWindow = Window));
            var queue = host.Services.GetRequiredService<IReceiveEndpointConnector>().ConnectReceiveEndpoint(SiteEndpoint.NameOf("a"), (context, endpoint) =>
            {
                SiteEndpoint.Configure(endpoint, context, concurrency: 1);
                endpoint.ConfigureConsumer<Hand>(context);
            });
            await queue.Ready;

            await StartAsync(host, "night", SweepTrigger.Schedule);
            await BusHost.UntilAsync(async () => await store.CountAsync(LedgerCollections.Jobs, new DocumentQuery { Where = [Filter.AnyOf("state", nameof(JobState.Sent))] }, CancellationToken.None) == Window, "the night fills its window");
            await StartAsync(host, "now", SweepTrigger.Manual);
            hand.Release(NightlyTerms + 3);
            await BusHost.UntilAsync(() => Task.FromResult(order.Count == NightlyTerms + 3), "all are done", seconds: 60);

            var places = order.Select((query, place) => (query, place)).Where(o => o.query.StartsWith("now", StringComparison.Ordinal)).Select(o => o.place)
                .ToList();
            Assert.That(places, Has.Count.EqualTo(3));
            Assert.That(places, Has.All.LessThan((2 * Window) + 3), "only what was on the bus already goes before: " + string.Join(", ", order));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task FillAsync(SqliteDocumentStore store)
    {
        await LedgerCollections.EnsureAllAsync(store, CancellationToken.None);
        var site = new SiteDefinition
        {
            Id = "a", Name = "A", Home = new Uri("https://a.example/"), Languages = ["nl"], Search = new SearchDefinition { Url = "/search?q={query}" },
        };
        await store.InsertIfAbsentAsync(LedgerCollections.Sites, site, CancellationToken.None);
        await AddListAsync(store, "night", NightlyTerms);
        await AddListAsync(store, "now", 3);
    }

    private static Task AddListAsync(SqliteDocumentStore store, string id, int terms) => store.InsertIfAbsentAsync(
        LedgerCollections.WatchLists,
        new WatchList
        {
            Id = id,
            Name = id,
            SiteIds = ["a"],
            Terms = [.. Enumerable.Range(0, terms).Select(i => new WatchTerm { Text = $"{id} {i}" })],
            Schedule = new WatchSchedule { Paused = true },
        },
        CancellationToken.None);

    private static async Task StartAsync(BusHost host, string list, SweepTrigger trigger)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<IRequestClient<StartSweep>>();
        var request = new StartSweep { WatchListId = list, RequestedAt = TimeProvider.System.GetUtcNow(), Trigger = trigger };
        var answer = await client.GetResponse<SweepAccepted, SweepRefused>(request);
        Assert.That(answer.Is<SweepAccepted>(out _), Is.True);
    }

    /// <summary>A worker that answers "nothing matches", when it is let.</summary>
    internal sealed class Hand(IDocumentStore store, ConcurrentQueue<string> order, SemaphoreSlim hand) : IConsumer<RunSearch>
    {
        public async Task Consume(ConsumeContext<RunSearch> context)
        {
            await hand.WaitAsync(context.CancellationToken);
            var job = await store.UpdateAsync(
                LedgerCollections.Jobs,
                context.Message.JobId,
                j => j! with { State = JobState.Done, EndedAt = TimeProvider.System.GetUtcNow(), Outcome = new JobOutcome { Kind = OutcomeKind.Empty } },
                context.CancellationToken);
            order.Enqueue(job!.Search!.Query);
            await context.Publish(new JobLeftWorker { JobId = job.Id, SweepId = job.SweepId, SiteId = job.SiteId }, context.CancellationToken);
        }
    }
}
