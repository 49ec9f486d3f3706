using Crawler.Contracts.Messages;
using MassTransit;

namespace Crawler.Review.Tests.Host;

/// <summary>What the scheduler of a test answers.</summary>
internal sealed class StandInScheduler
{
    /// <summary>Null: not to be answered at all.</summary>
    public Func<StartSweep, Task<object>>? OnStart { get; set; } = request =>
        Task.FromResult<object>(new SweepAccepted { SweepId = Contracts.Sweeps.Sweep.IdFor(request.WatchListId, request.RequestedAt) });

    public List<CancelSweep> Cancelled { get; } = [];
}

/// <summary>Answers on the bus as <see cref="StandInScheduler"/> says.</summary>
internal sealed class StandInSchedulerConsumer(StandInScheduler scheduler) : IConsumer<StartSweep>, IConsumer<CheckSchedule>, IConsumer<CancelSweep>
{
    public async Task Consume(ConsumeContext<StartSweep> context)
    {
        if (scheduler.OnStart is { } start)
        {
            await context.RespondAsync(await start(context.Message));
        }
    }

    public Task Consume(ConsumeContext<CheckSchedule> context)
    {
        int fields = context.Message.Schedule.Cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var night = new DateTimeOffset(context.Message.After.UtcDateTime.Date, TimeSpan.Zero).AddHours(2);
        return context.RespondAsync(fields is 6 or 7
            ? new ScheduleChecked { NextRuns = [.. Enumerable.Range(1, 5).Select(d => night.AddDays(d))] }
            : new ScheduleChecked { Problem = $"schedule.cron \"{context.Message.Schedule.Cron}\" has {fields} fields; a cron expression has 6 or 7, seconds first" });
    }

    public Task Consume(ConsumeContext<CancelSweep> context)
    {
        scheduler.Cancelled.Add(context.Message);
        return Task.CompletedTask;
    }
}
