using System.Collections.Concurrent;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Hosting.Bus;
using Crawler.Ledger.Collections;
using Crawler.Scheduler;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Worker;
using EndToEnd.Support;
using EndToEnd.Support.Distributed;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Distributed;

/// <summary>
/// RabbitMQ takes a message back that nobody acknowledges for <c>consumer_timeout</c> (30 min), and when it restarts. The job that the message woke goes on
/// all the same, and is done once: the message that comes again finds it leased.
/// </summary>
[Category("Server")]
internal sealed class BrokerTroubleTests
{
    public enum Trouble
    {
        TakesTheMessageBack,
        Restarts,
    }

    private static readonly TimeSpan SlowAnswer = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [TestCase(Trouble.TakesTheMessageBack)]
    [TestCase(Trouble.Restarts)]
    public async Task Job_BrokerInTroubleWhileItIsInHand_IsDoneOnce(Trouble trouble)
    {
        string folder = Directory.CreateTempSubdirectory("patrol-ack-").FullName;
        await using (var broker = await PrivateBroker.StartAsync(Path.Combine(folder, "broker"), FreePorts.Three(), CancellationToken.None))
        {
            if (trouble is Trouble.TakesTheMessageBack)
            {
                // The broker looks once a minute; here every second, so that a job need not last minutes to be late. Both are read when a channel is opened.
                await broker.ControlAsync(
                    ["eval", "application:set_env(rabbit, channel_tick_interval, 1000), application:set_env(rabbit, consumer_timeout, 3000)."],
                    CancellationToken.None);
            }

            await using var site = await SlowSite.StartAsync();
            using var host = BuildHost(folder, broker.Port);
            var store = host.Services.GetRequiredService<IDocumentStore>();
            await LedgerCollections.EnsureAllAsync(store, CancellationToken.None);
            await store.InsertIfAbsentAsync(LedgerCollections.Sites, site.Definition, CancellationToken.None);
            await store.InsertIfAbsentAsync(
                LedgerCollections.WatchLists,
                new WatchList
                {
                    Id = "slow",
                    Name = "Slow",
                    SiteIds = [site.Definition.Id],
                    Terms = [new WatchTerm { Text = "ivoor" }, new WatchTerm { Text = "schildpad" }],
                    Schedule = new WatchSchedule { Paused = true },
                },
                CancellationToken.None);
            await host.StartAsync();

            Sweep sweep;
            try
            {
                sweep = await SweepAsync(host, store, trouble is Trouble.Restarts ? () => RestartAsync(broker, site) : () => Task.CompletedTask);
            }
            finally
            {
                // The transport may still be busy with the channel that was closed under it; a process of the system ends all the same (HostLifetime).
                await host.StopAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            var jobs = (await store.QueryAsync(LedgerCollections.Jobs, new DocumentQuery(), CancellationToken.None)).Items;
            using (Assert.EnterMultipleScope())
            {
                Assert.That(
                    (await File.ReadAllTextAsync(broker.Log)).Contains("timed out waiting", StringComparison.Ordinal),
                    Is.EqualTo(trouble is Trouble.TakesTheMessageBack),
                    "the broker's time-out");
                Assert.That(site.Asked.Where(p => p != "/robots.txt"), Is.EqualTo(["/s", "/s"]), "asked once for each");
                Assert.That(
                    jobs.Select(j => (j.Value.State, j.Value.Attempts, j.Value.LostLeases)),
                    Is.EqualTo([(JobState.Done, 1, 0), (JobState.Done, 1, 0)]),
                    "done once, at the first try");
                Assert.That(sweep.Sites.SelectMany(s => s.NotSeen), Is.Empty);
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    private static IHost BuildHost(string folder, int brokerPort)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddSimpleConsole(o => o.TimestampFormat = "HH:mm:ss.fff ").SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Crawler", LogLevel.Information);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddEmbeddedStore(folder);
        builder.Services.AddServiceBus(new BusOptions { Host = "127.0.0.1", Port = brokerPort }, bus =>
        {
            bus.AddWorkerConsumers();
            bus.AddSchedulerConsumers();
            bus.AddRequestClient<StartSweep>();
        });
        builder.Services.AddWorker();
        builder.Services.AddScheduler();
        return builder.Build();
    }

    private static async Task RestartAsync(PrivateBroker broker, SlowSite site)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!site.Asked.Contains("/s"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
        }

        await broker.StopAsync();
        await broker.StartAsync(limit.Token);
    }

    private static async Task<Sweep> SweepAsync(IHost host, IDocumentStore store, Func<Task> strike)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<IRequestClient<StartSweep>>();
        var answer = await client.GetResponse<SweepAccepted, SweepRefused>(
            new StartSweep { WatchListId = "slow", RequestedAt = TimeProvider.System.GetUtcNow() }, CancellationToken.None, RequestTimeout.After(m: 1));
        Assert.That(answer.Is<SweepAccepted>(out var accepted), Is.True);
        await strike();
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await store.GetAsync(LedgerCollections.Sweeps, accepted!.Message.SweepId, limit.Token) is { Value: { HasEnded: true } sweep })
            {
                return sweep;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, limit.Token);
        }
    }

    /// <summary>A market that takes its time for the first search, and finds nothing.</summary>
    private sealed class SlowSite(WebApplication app) : IAsyncDisposable
    {
        public ConcurrentQueue<string> Asked { get; } = new();

        public SiteDefinition Definition => new()
        {
            Id = "slow",
            Name = "Slow",
            Home = new Uri(app.Urls.Single()),
            Languages = ["nl"],
            Pace = new PacePolicy { Delay = TimeSpan.Zero },
            Fetch = new FetchPolicy { Mode = FetchMode.Http },
            Search = new SearchDefinition { Url = "/s?q={query}", Paging = Paging.None },
        };

        public static async Task<SlowSite> StartAsync()
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var site = new SlowSite(app);
            app.Run(site.AnswerAsync);
            await app.StartAsync();
            return site;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task AnswerAsync(HttpContext context)
        {
            Asked.Enqueue(context.Request.Path.Value ?? "");
            if (context.Request.Path == "/robots.txt")
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            if (Asked.Count(path => path == "/s") == 1)
            {
                await Task.Delay(SlowAnswer, TimeProvider.System, context.RequestAborted);
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(
                "<!doctype html><html lang=nl><title>Zoeken</title><body><h1>Resultaten</h1><p class=none>Geen resultaten gevonden.</p></body></html>",
                context.RequestAborted);
        }
    }
}
