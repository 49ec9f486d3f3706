using Crawler.Contracts.Messages;
using Crawler.Contracts.WatchLists;
using Crawler.Hosting.Bus;
using Crawler.Ledger.Collections;
using Crawler.Scheduler;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Crawler.Hosting.Tests.Bus;

/// <summary>What is asked of the scheduler on a broker where none has ever run.</summary>
[Category("Server")]
public sealed class EarlyRequestTests
{
    private BusOptions _options = null!;
    private IConnection _connection = null!;

    [SetUp]
    public async Task ForgetTheSchedulerAsync()
    {
        _options = await BrokerFixture.OptionsAsync();
        _connection = await new ConnectionFactory { HostName = _options.Host, Port = _options.Port!.Value }.CreateConnectionAsync();
        await using var channel = await _connection.CreateChannelAsync();
        await channel.QueueDeleteAsync(ServiceQueue.Scheduler);
        await channel.ExchangeDeleteAsync(ServiceQueue.Scheduler);
    }

    [TearDown]
    public ValueTask DisconnectAsync() => _connection.DisposeAsync();

    [Test]
    public async Task RunNow_NoSchedulerHasEverRun_WaitsForTheFirst()
    {
        await using var console = await BusHost.StartAsync(_options);
        var asking = AskAsync(console, TimeSpan.FromSeconds(90));
        await BusHost.UntilAsync(async () => await WaitingAsync() == 1, "the request waits in the scheduler's queue");

        string folder = Directory.CreateTempSubdirectory("patrol-early-").FullName;
        await using (var store = await SqliteDocumentStore.OpenAsync(Path.Combine(folder, "store.db")))
        {
            await LedgerCollections.EnsureAllAsync(store, CancellationToken.None);
            await store.InsertIfAbsentAsync(
                LedgerCollections.WatchLists,
                new WatchList { Id = "early", Name = "Early", SiteIds = [], Terms = [], Schedule = new WatchSchedule { Paused = true } },
                CancellationToken.None);
            await using var scheduler = await BusHost.StartAsync(
                _options, bus => bus.AddSchedulerConsumers(), services => services.AddSingleton<IDocumentStore>(store).AddScheduler());

            var answer = await asking;

            Assert.That(answer.Is<SweepAccepted>(out _), Is.True);
            Assert.That(await store.CountAsync(LedgerCollections.Sweeps, new DocumentQuery(), CancellationToken.None), Is.EqualTo(1), "asked once, done once");
        }

        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task RunNow_NobodyAnswers_IsNotObeyedAfterTheAskerGaveUp()
    {
        await using var console = await BusHost.StartAsync(_options);

        Assert.That(async () => await AskAsync(console, TimeSpan.FromSeconds(5)), Throws.InstanceOf<RequestTimeoutException>());

        await BusHost.UntilAsync(async () => await WaitingAsync() == 0, "the request has gone from the queue");
    }

    private static async Task<Response<SweepAccepted, SweepRefused>> AskAsync(BusHost console, TimeSpan patience)
    {
        var client = console.Services.GetRequiredService<IBus>().CreateRequestClient<StartSweep>(patience);
        return await client.GetResponse<SweepAccepted, SweepRefused>(new StartSweep { WatchListId = "early", RequestedAt = TimeProvider.System.GetUtcNow() });
    }

    /// <summary>Messages in the scheduler's queue. Null: there is no such queue.</summary>
    private async Task<uint?> WaitingAsync()
    {
        await using var channel = await _connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(ServiceQueue.Scheduler)).MessageCount;
        }
        catch (OperationInterruptedException)
        {
            return null;
        }
    }
}
