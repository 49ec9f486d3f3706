using Crawler.Contracts.Messages;
using MassTransit;
using Microsoft.Extensions.Hosting;

namespace Crawler.Worker.Jobs;

/// <summary>Wakes the runner for what arrives on a site's queue. The message only names the job; the ledger says what it is.</summary>
internal sealed class JobConsumer(JobRunner runner, IHostApplicationLifetime lifetime) : IConsumer<RunSearch>, IConsumer<CaptureListing>
{
    public Task Consume(ConsumeContext<RunSearch> context) => RunAsync(context, context.Message.JobId);

    public Task Consume(ConsumeContext<CaptureListing> context) => RunAsync(context, context.Message.JobId);

    private async Task RunAsync(ConsumeContext context, string jobId)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        await runner.RunAsync(jobId, context, stop.Token);
    }
}
