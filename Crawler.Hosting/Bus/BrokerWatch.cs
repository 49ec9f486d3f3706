using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crawler.Hosting.Bus;

/// <summary>Says in one line when the broker is lost, and in another when it is back. Reconnecting is the transport's own work.</summary>
internal sealed class BrokerWatch(IBusControl bus, BusOptions options, TimeProvider time, ILogger<BrokerWatch> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>A queue that is being joined is not a broker that is gone.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset? downSince = null;
        bool said = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var health = bus.CheckHealth();
            if (health.Status == BusHealthStatus.Healthy)
            {
                if (said)
                {
                    Log.BrokerIsThere(log, options.Address, time.GetUtcNow() - downSince!.Value);
                }

                (downSince, said) = (null, false);
            }
            else
            {
                downSince ??= time.GetUtcNow();
                if (!said && time.GetUtcNow() - downSince >= Doubt)
                {
                    said = true;
                    Log.BrokerAwaited(log, options.Address, Reason(health));
                }
            }

            await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The first thing that went wrong, in one line.</summary>
    private static string Reason(BusHealthResult health)
    {
        var problem = health.Exception ?? health.Endpoints.Values.Select(e => e.Exception).FirstOrDefault(e => e is not null);
        return (problem?.GetBaseException().Message ?? health.Description).ReplaceLineEndings(" ");
    }
}
