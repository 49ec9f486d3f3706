using System.Diagnostics;
using EndToEnd.Support.Distributed;

namespace EndToEnd.Faults.Distributed;

/// <summary>A way to disturb a testbed. Returns when the fault is over and undone.</summary>
/// <param name="Kind">What it is called in the report.</param>
/// <param name="Times">How often in one run.</param>
/// <param name="StrikeAsync">False: there was nothing to hurt at this moment (no browser runs); it is tried again later.</param>
internal sealed record FaultKind(string Kind, int Times, Func<Task<bool>> StrikeAsync);

/// <summary>All that can go wrong with a distributed system, and how often it does in one run.</summary>
/// <param name="share">Of the number of each kind, rounded up.</param>
internal sealed class FaultKinds(DistributedTestbed testbed, Random random, double share)
{
    private static readonly TimeSpan CutLasts = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan DiskFullLasts = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AlarmLasts = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DownFor = TimeSpan.FromSeconds(1);

    // One surgeon at a time on each server; faults of different things overlap.
    private readonly SemaphoreSlim _broker = new(1, 1);
    private readonly SemaphoreSlim _server = new(1, 1);
    private readonly SemaphoreSlim _disk = new(1, 1);

    public IReadOnlyList<FaultKind> All =>
    [
        new("kill -9 a worker", Some(16), () => KillAsync(Any(testbed.Workers))),
        new("kill -9 the scheduler", Some(7), () => KillAsync(Any(testbed.Schedulers))),
        new("kill -9 a worker's browser", Some(6), KillBrowserAsync),
        new("restart the broker", Some(2), () => BrokerAsync(testbed.Broker.StopAsync)),
        new("kill -9 the broker", Some(3), () => BrokerAsync(testbed.Broker.KillAsync)),
        new("kill -9 the store", Some(4), KillServerAsync),
        new("kill -9 the store's engine", Some(3), KillEngineAsync),
        new("step the primary down (10107 for 6 writes)", Some(4), () => OnServerAsync(() => testbed.Server.StepDown(6))),
        new("lose the answers of 4 writes", Some(4), () => OnServerAsync(() => testbed.Server.LoseAnswers(4))),
        new("cut a worker off the store for 20 s", Some(4), () => StallAsync(Any(testbed.StoreProxies))),
        new("cut a worker off the broker for 20 s", Some(2), () => StallAsync(Any(testbed.BrokerProxies))),
        new("reset a worker's connections to the store", Some(4), () => Done(Any(testbed.StoreProxies).Reset)),
        new("reset a worker's connections to the broker", Some(3), () => Done(Any(testbed.BrokerProxies).Reset)),
        new("fill the evidence disk for 5 s", testbed.Disk is null ? 0 : Some(3), FillAsync),
        new("raise the broker's disk alarm for 5 s", Some(2), AlarmAsync),
    ];

    private int Some(int most) => (int)Math.Ceiling(most * share);

    private T Any<T>(List<T> things) => things[random.Next(things.Count)];

    private static async Task<bool> KillAsync(RoomProcess room)
    {
        await room.KillAsync();
        return true;
    }

    private Task<bool> KillBrowserAsync()
    {
        int? browser = testbed.Workers.Select(w => ProcessTree.BrowserOf(w.ProcessId)).FirstOrDefault(id => id is not null);
        if (browser is not { } id)
        {
            return Task.FromResult(false);
        }

        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            return Task.FromResult(true);
        }
        catch (ArgumentException)
        {
            return Task.FromResult(false); // It ended by itself.
        }
    }

    private Task<bool> BrokerAsync(Func<Task> endAsync) => AloneAsync(_broker, async () =>
    {
        await endAsync();
        await Task.Delay(DownFor, TimeProvider.System);
        await testbed.Broker.StartAsync(CancellationToken.None);
    });

    private Task<bool> AlarmAsync() => AloneAsync(_broker, async () =>
    {
        await testbed.Broker.SetDiskFreeLimitAsync(1L << 60, CancellationToken.None);
        await Task.Delay(AlarmLasts, TimeProvider.System);
        await testbed.Broker.SetDiskFreeLimitAsync(50_000_000, CancellationToken.None);
    });

    private Task<bool> KillServerAsync() => AloneAsync(_server, async () =>
    {
        await testbed.Server.KillAsync();
        await Task.Delay(DownFor, TimeProvider.System);
        await testbed.Server.StartAsync(CancellationToken.None);
    });

    private Task<bool> KillEngineAsync() => AloneAsync(_server, () => testbed.Server.RestartEngineAsync(DownFor, CancellationToken.None));

    private Task<bool> OnServerAsync(Action harm) => AloneAsync(_server, () =>
    {
        harm();
        return Task.CompletedTask;
    });

    private Task<bool> FillAsync() => AloneAsync(_disk, () => testbed.Disk!.FillAsync(DiskFullLasts, CancellationToken.None));

    private static async Task<bool> StallAsync(TcpProxy proxy)
    {
        proxy.Stall();
        await Task.Delay(CutLasts, TimeProvider.System);
        proxy.Resume();
        return true;
    }

    private static Task<bool> Done(Action harm)
    {
        harm();
        return Task.FromResult(true);
    }

    private static async Task<bool> AloneAsync(SemaphoreSlim table, Func<Task> operateAsync)
    {
        await table.WaitAsync();
        try
        {
            await operateAsync();
            return true;
        }
        finally
        {
            table.Release();
        }
    }
}
