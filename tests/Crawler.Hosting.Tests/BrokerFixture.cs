using Crawler.Hosting.Bus;
using Crawler.Patrol.Distributed;

namespace Crawler.Hosting.Tests;

/// <summary>One private broker for all tests of this host that need one.</summary>
[SetUpFixture]
public sealed class BrokerFixture
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);
    private static PrivateBroker? _broker;
    private static string _folder = "";

    /// <summary>Started when first asked for, so that tests without it do not wait for it.</summary>
    internal static async Task<PrivateBroker> BrokerAsync()
    {
        if (!PrivateBroker.IsInstalled)
        {
            Assert.Ignore("RabbitMQ is not installed: apt-get install rabbitmq-server");
        }

        await OneAtATime.WaitAsync();
        try
        {
            _folder = _folder.Length > 0 ? _folder : Directory.CreateTempSubdirectory("patrol-broker-").FullName;
            return _broker ??= await PrivateBroker.StartAsync(_folder, CancellationToken.None);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    internal static async Task<BusOptions> OptionsAsync() => new() { Host = "127.0.0.1", Port = (await BrokerAsync()).Port };

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
            _broker = null;
            Directory.Delete(_folder, recursive: true);
        }
    }
}
