using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Hosting.Bus;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Crawler.Scheduler.Dispatching;

internal sealed class MassTransitSchedulerBus(IBus bus, IOptions<SchedulerOptions> options, TimeProvider time) : ISchedulerBus
{
    public async Task<bool> SendAsync(SweepJob job, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.SendTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var queue = await bus.GetSendEndpoint(SiteEndpoint.AddressOf(job.SiteId, bus));
        try
        {
            await (job.Kind is JobKind.Search
                ? queue.Send(new RunSearch { JobId = job.Id, SentAt = job.SentAt }, Limit, either.Token)
                : queue.Send(new CaptureListing { JobId = job.Id, SentAt = job.SentAt }, Limit, either.Token));
            return true;
        }
        catch (MessageReturnedException)
        {
            return false;
        }
    }

    public Task AnnounceAsync(SweepFinished finished, CancellationToken cancellationToken) => PublishAsync(finished, cancellationToken);

    public Task WarnAsync(SiteTrouble trouble, CancellationToken cancellationToken) => PublishAsync(trouble, cancellationToken);

    public Task AnnounceAsync(SiteDrifted drifted, CancellationToken cancellationToken) => PublishAsync(drifted, cancellationToken);

    private async Task PublishAsync<T>(T message, CancellationToken cancellationToken)
        where T : class
    {
        using var timeout = new CancellationTokenSource(options.Value.SendTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        await bus.Publish(message, either.Token);
    }

    // What nobody fetched in time is sent again by the reconciler; without a limit a night without workers would pile up copies.
    private void Limit<T>(SendContext<T> context)
        where T : class => context.TimeToLive = options.Value.MessageTimeToLive;
}
