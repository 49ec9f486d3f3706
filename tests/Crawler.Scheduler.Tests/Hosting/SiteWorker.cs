using Crawler.Contracts.Messages;
using Crawler.Ledger.Collections;
using Crawler.Scheduler.Tests.Support;
using Crawler.Storage.Documents;
using MassTransit;

namespace Crawler.Scheduler.Tests.Hosting;

/// <summary>A worker on the queue of site "a".</summary>
internal sealed class SiteWorker(FakeWorker worker, IDocumentStore store) : IConsumer<RunSearch>, IConsumer<CaptureListing>
{
    public Task Consume(ConsumeContext<RunSearch> context) => HandleAsync(context, context.Message.JobId);

    public Task Consume(ConsumeContext<CaptureListing> context) => HandleAsync(context, context.Message.JobId);

    private async Task HandleAsync(ConsumeContext context, string jobId)
    {
        var job = (await store.GetAsync(LedgerCollections.Jobs, jobId, context.CancellationToken))!.Value;
        await worker.HandleAsync(job);
        await context.Publish(new JobLeftWorker { JobId = job.Id, SweepId = job.SweepId, SiteId = job.SiteId });
    }

    internal sealed class Queue : ConsumerDefinition<SiteWorker>
    {
        public Queue() => EndpointName = "site-a";
    }
}
