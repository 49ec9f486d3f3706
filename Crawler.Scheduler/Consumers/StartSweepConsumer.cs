using Crawler.Contracts.Messages;
using Crawler.Scheduler.Sweeps;
using MassTransit;

namespace Crawler.Scheduler.Consumers;

internal sealed class StartSweepConsumer(SweepPlanner planner) : IConsumer<StartSweep>
{
    public async Task Consume(ConsumeContext<StartSweep> context)
    {
        await (await planner.StartAsync(context.Message, context.CancellationToken) switch
        {
            SweepStart.Accepted accepted => context.RespondAsync(new SweepAccepted { SweepId = accepted.SweepId }),
            SweepStart.Refused refused => context.RespondAsync(new SweepRefused { Reason = refused.Reason, RunningSweepId = refused.RunningSweepId }),
            var other => throw new InvalidOperationException($"Unknown answer {other}."),
        });
    }
}
