using Crawler.Contracts.Messages;
using MassTransit;

namespace Crawler.Review.Tests.Host;

/// <summary>What the worker of a test finds when it is asked to look at a site.</summary>
internal sealed class StandInWorker
{
    public Func<ProbeSite, SiteProbed>? OnExamine { get; set; }

    public List<ProbeSite> Asked { get; } = [];
}

/// <summary>Answers on the bus as <see cref="StandInWorker"/> says; not at all when it says nothing.</summary>
internal sealed class StandInWorkerConsumer(StandInWorker worker) : IConsumer<ProbeSite>
{
    public Task Consume(ConsumeContext<ProbeSite> context)
    {
        worker.Asked.Add(context.Message);
        return worker.OnExamine is { } examine ? context.RespondAsync(examine(context.Message)) : Task.CompletedTask;
    }
}
