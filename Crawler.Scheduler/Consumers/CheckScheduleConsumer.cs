using Crawler.Contracts.Messages;
using Crawler.Scheduler.Schedules;
using MassTransit;

namespace Crawler.Scheduler.Consumers;

internal sealed class CheckScheduleConsumer : IConsumer<CheckSchedule>
{
    public Task Consume(ConsumeContext<CheckSchedule> context)
    {
        var (schedule, after) = (context.Message.Schedule, context.Message.After);
        string? problem = CronCheck.Validate(schedule, after);
        return context.RespondAsync(new ScheduleChecked { Problem = problem, NextRuns = problem is null ? CronCheck.NextRuns(schedule, after, 5) : [] });
    }
}
