using Crawler.Contracts.Messages;
using MassTransit;

namespace Crawler.Worker.Drift;

/// <summary>Hears of drifted sites. One worker takes each; the proposal's id keeps a second telling from making a second proposal.</summary>
internal sealed class DriftedConsumer(RepairProposer shop) : IConsumer<SiteDrifted>
{
    public Task Consume(ConsumeContext<SiteDrifted> context) => shop.ProposeAsync(context.Message, context.CancellationToken);
}
