using Crawler.Contracts.Messages;
using Crawler.Ledger.Jobs;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Jobs;

/// <summary>
/// Wakes the runner for what arrives on a site's queue. The message only names the job; the ledger says what it is. A worker that stops finishes what
/// it has in hand, for a while, and begins nothing.
/// </summary>
internal sealed class JobConsumer(JobRunner runner, JobLedger ledger, IHostApplicationLifetime lifetime, IOptions<WorkerOptions> options) : IConsumer<RunSearch>, IConsumer<CaptureListing>
{
    public Task Consume(ConsumeContext<RunSearch> context) => RunAsync(context, context.Message.JobId, context.Message.SentAt);

    public Task Consume(ConsumeContext<CaptureListing> context) => RunAsync(context, context.Message.JobId, context.Message.SentAt);

    private async Task RunAsync(ConsumeContext context, string jobId, DateTimeOffset? sentAt)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await ledger.ReturnAsync(jobId, sentAt, CancellationToken.None);
            return;
        }

        // Not the message's own token: a channel that closes (the broker restarts, or has waited too long) takes the message back, not the job. What comes
        // again finds it leased.
        using var stop = new CancellationTokenSource();
        await using var told = lifetime.ApplicationStopping.Register(() => stop.CancelAfter(options.Value.FinishWithin));
        await runner.RunAsync(jobId, context, stop.Token);
    }
}
