using System.Collections.Concurrent;
using Crawler.Contracts.Messages;
using Crawler.Hosting.Bus;
using Crawler.Patrol.Distributed;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Crawler.Hosting.Tests.Bus;

/// <summary>What CyberPatrol asks of RabbitMQ, against a real one.</summary>
[NonParallelizable] // stops and starts the broker that other tests use
[Category("Server")]
public sealed class RabbitMqTransportTests
{
    private BusOptions _options = null!;

    [SetUp]
    public async Task FindBrokerAsync() => _options = await BrokerFixture.OptionsAsync();

    [Test]
    public async Task SiteQueue_JoinedAtRunTime_IsQuorumAndExpiresWhenNobodyListens()
    {
        string site = NewSite();
        await using var worker = await JoinAsync(site);

        Assert.That(await DeclareAsync(SiteEndpoint.NameOf(site), Arguments("quorum", _options.SiteQueueLife)), Is.Null);
    }

    /// <summary>
    /// Why no delivery limit is declared, although RabbitMQ 4 has one by default: a queue keeps the arguments that it was made with, so one more would shut
    /// out every installation that has the queue.
    /// </summary>
    [Test]
    public async Task SiteQueue_DeclaredWithOneArgumentMore_IsRefusedByTheBroker()
    {
        string site = NewSite();
        await using var worker = await JoinAsync(site);
        var arguments = Arguments("quorum", _options.SiteQueueLife);
        arguments["x-delivery-limit"] = 100;

        Assert.That(await DeclareAsync(SiteEndpoint.NameOf(site), arguments), Does.Contain("x-delivery-limit"));
    }

    [Test]
    public async Task Send_ToAJoinedSite_Arrives()
    {
        string site = NewSite();
        await using var worker = await JoinAsync(site);
        await using var scheduler = await BusHost.StartAsync(_options);

        await SendAsync(scheduler.Bus, site, "job-1");

        await BusHost.UntilAsync(() => Task.FromResult(Heard(worker).Contains("job-1")), "the job arrives");
    }

    [Test]
    public async Task Send_ToASiteNoWorkerEverJoined_IsReturnedToTheSender()
    {
        await using var scheduler = await BusHost.StartAsync(_options);

        Assert.That(async () => await SendAsync(scheduler.Bus, NewSite(), "job-1"), Throws.InstanceOf<MessageReturnedException>());
    }

    [Test]
    public async Task LeftSite_KeepsItsQueueAndMessages_ForTheNextWorker()
    {
        string site = NewSite();
        await using (await JoinAsync(site))
        {
        }

        await using var scheduler = await BusHost.StartAsync(_options);
        await SendAsync(scheduler.Bus, site, "job-1");
        await using var next = await JoinAsync(site);

        await BusHost.UntilAsync(() => Task.FromResult(Heard(next).Contains("job-1")), "the job waits for the next worker");
    }

    [Test]
    public async Task FaultyJob_EndsInTheErrorQueueWithItsReason()
    {
        string site = NewSite();
        await using var worker = await JoinAsync(site);
        await using var scheduler = await BusHost.StartAsync(_options);

        await SendAsync(scheduler.Bus, site, "faulty");

        BasicGetResult? message = null;
        await BusHost.UntilAsync(async () => (message = await GetAsync(SiteEndpoint.NameOf(site) + "_error")) is not null, "the job is in the error queue");
        var headers = message!.BasicProperties.Headers!;
        Assert.That(Text(headers["MT-Fault-Message"]), Is.EqualTo("the reason"));
        Assert.That(System.Text.Encoding.UTF8.GetString(message.Body.Span), Does.Contain("faulty"));
    }

    [Test]
    public async Task TemporaryEndpoint_LikeAConsolesFeed_GoesWithItsProcess()
    {
        string instance = NewSite();
        string name;
        await using (var console = await BusHost.StartAsync(
            _options,
            bus => bus.AddConsumer<Listener>().Endpoint(e =>
            {
                e.Name = "desk-feed";
                e.InstanceId = instance;
                e.Temporary = true;
            }),
            services => services.AddSingleton<ConcurrentQueue<string>>()))
        {
            await console.HealthyAsync();
            name = "desk-feed" + instance;
            Assert.That(await ExistsAsync(name), Is.True, name);
        }

        await BusHost.UntilAsync(async () => !await ExistsAsync(name), "the queue is gone");
    }

    [Test]
    public async Task BrokerRestarts_BusComesBackAndSaysBothInOneLine()
    {
        string site = NewSite();
        await using var worker = await JoinAsync(site);
        await using var scheduler = await BusHost.StartAsync(_options);
        await SendAsync(scheduler.Bus, site, "before");
        var broker = await BrokerFixture.BrokerAsync();

        await broker.StopAsync();
        await BusHost.UntilAsync(() => Task.FromResult(worker.Said.All.Any(l => l.Contains("does not answer", StringComparison.Ordinal))), "the loss is said");
        await broker.StartAsync(CancellationToken.None);
        var since = System.Diagnostics.Stopwatch.StartNew();
        await worker.HealthyAsync();
        await scheduler.HealthyAsync();
        await TestContext.Out.WriteLineAsync($"back {since.Elapsed.TotalSeconds:0} s after the broker");
        await SendAsync(scheduler.Bus, site, "after");

        await BusHost.UntilAsync(() => Task.FromResult(Heard(worker).Contains("after")), "jobs arrive again");
        await BusHost.UntilAsync(
            () => Task.FromResult(worker.Said.All.Any(l => l.Contains(" answers, after ", StringComparison.Ordinal))), "the return is said");
        Assert.That(
            worker.Said.All.Where(l => l.Contains("does not answer", StringComparison.Ordinal)).ToList(),
            Has.Count.EqualTo(1),
            string.Join(Environment.NewLine, worker.Said.All));
    }

    [Test]
    public async Task BusStarts_BrokerNotThereYet_ComesWhenItDoes()
    {
        string folder = Directory.CreateTempSubdirectory("patrol-late-").FullName;
        await using (var broker = await PrivateBroker.StartAsync(folder, CancellationToken.None))
        {
            await broker.StopAsync();

            await using var host = await BusHost.StartAsync(new BusOptions { Host = "127.0.0.1", Port = broker.Port });
            await BusHost.UntilAsync(
                () => Task.FromResult(host.Said.All.Any(l => l.Contains("does not answer", StringComparison.Ordinal))), "it says that it waits");
            await broker.StartAsync(CancellationToken.None);

            await host.HealthyAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string NewSite() => "s" + Guid.NewGuid().ToString("n")[..12];

    private async Task<BusHost> JoinAsync(string site)
    {
        var host = await BusHost.StartAsync(
            _options,
            bus => bus.AddConsumer<Listener>().ExcludeFromConfigureEndpoints(),
            services => services.AddSingleton<ConcurrentQueue<string>>());
        var handle = host.Services.GetRequiredService<IReceiveEndpointConnector>()
            .ConnectReceiveEndpoint(SiteEndpoint.NameOf(site), (context, endpoint) =>
            {
                SiteEndpoint.Configure(endpoint, context, concurrency: 1);
                endpoint.ConfigureConsumer<Listener>(context);
            });
        await handle.Ready.WaitAsync(TimeSpan.FromSeconds(30));
        return host;
    }

    private static IReadOnlyCollection<string> Heard(BusHost worker) => worker.Services.GetRequiredService<ConcurrentQueue<string>>();

    private static async Task SendAsync(IBus bus, string site, string job)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var queue = await bus.GetSendEndpoint(SiteEndpoint.AddressOf(site, bus));
        await queue.Send(new RunSearch { JobId = job }, limit.Token);
    }

    private static Dictionary<string, object?> Arguments(string type, TimeSpan expires) =>
        new(StringComparer.Ordinal) { ["x-queue-type"] = type, ["x-expires"] = (long)expires.TotalMilliseconds };

    /// <summary>Declares a queue as somebody else would.</summary>
    /// <returns>Null: it is like that. Otherwise what the broker says is different.</returns>
    private async Task<string?> DeclareAsync(string queue, IDictionary<string, object?>? arguments)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments);
            return null;
        }
        catch (OperationInterruptedException refusal)
        {
            return refusal.ShutdownReason?.ReplyText;
        }
    }

    private async Task<bool> ExistsAsync(string queue)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            await channel.QueueDeclarePassiveAsync(queue);
            return true;
        }
        catch (OperationInterruptedException refusal)
        {
            // A queue that is another connection's alone is there all the same.
            return refusal.ShutdownReason?.ReplyCode is not Constants.NotFound;
        }
    }

    private async Task<BasicGetResult?> GetAsync(string queue)
    {
        if (!await ExistsAsync(queue))
        {
            return null;
        }

        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await channel.BasicGetAsync(queue, autoAck: true);
    }

    private Task<IConnection> ConnectAsync() => new ConnectionFactory { HostName = _options.Host, Port = _options.Port!.Value }.CreateConnectionAsync();

    private static string Text(object? header) => header is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : header?.ToString() ?? "";

    /// <summary>Notes the jobs it hears of.</summary>
    internal sealed class Listener(ConcurrentQueue<string> heard) : IConsumer<RunSearch>
    {
        public Task Consume(ConsumeContext<RunSearch> context)
        {
            heard.Enqueue(context.Message.JobId);
            return context.Message.JobId == "faulty" ? throw new InvalidOperationException("the reason") : Task.CompletedTask;
        }
    }
}
