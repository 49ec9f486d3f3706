using System.Collections.Concurrent;
using Crawler.Contracts.WatchLists;
using Crawler.Scheduler.Reconciling;
using Microsoft.Extensions.Options;
using Quartz;

namespace Crawler.Scheduler.Schedules;

/// <summary>Quartz, with its store in memory: rebuilt from the watch lists at every start, one cron trigger per list in the list's time zone.</summary>
internal sealed class QuartzScheduleClock(ISchedulerFactory factory, IOptions<SchedulerOptions> options, TimeProvider time) : IScheduleClock
{
    private const string Lists = "watch-lists";
    private const string OwnJobs = "scheduler";

    private readonly ConcurrentDictionary<string, WatchSchedule> _set = new(StringComparer.Ordinal);

    /// <summary>Starts the clock and the two jobs that repeat.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var quartz = await factory.GetScheduler(cancellationToken);
        await RepeatAsync<ReconcileJob>(quartz, options.Value.ReconcileInterval, cancellationToken);
        await RepeatAsync<RereadJob>(quartz, options.Value.ScheduleRereadInterval, cancellationToken);
        await quartz.Start(cancellationToken);
    }

    /// <summary>Stops the clock; jobs in hand end first.</summary>
    public async Task StopAsync(CancellationToken cancellationToken) =>
        await (await factory.GetScheduler(cancellationToken)).Shutdown(waitForJobsToComplete: true, cancellationToken);

    public async Task SetAsync(string watchListId, WatchSchedule schedule, CancellationToken cancellationToken)
    {
        if (_set.TryGetValue(watchListId, out var standing) && standing == schedule)
        {
            return;
        }

        var quartz = await factory.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<SweepDueJob>().WithIdentity(watchListId, Lists).DisallowConcurrentExecution(true).Build();
        var trigger = TriggerBuilder.Create(time)
            .WithIdentity(watchListId, Lists)
            .WithSchedule(CronScheduleBuilder
                .Create(schedule.Cron)
                .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone))
                .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await quartz.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellationToken);
        _set[watchListId] = schedule;
    }

    public async Task RemoveAsync(string watchListId, CancellationToken cancellationToken)
    {
        if (_set.TryRemove(watchListId, out _))
        {
            await (await factory.GetScheduler(cancellationToken)).DeleteJob(new JobKey(watchListId, Lists), cancellationToken);
        }
    }

    private async Task RepeatAsync<TJob>(IScheduler quartz, TimeSpan interval, CancellationToken cancellationToken)
        where TJob : class, IJob
    {
        var job = JobBuilder.Create<TJob>().WithIdentity(typeof(TJob).Name, OwnJobs).DisallowConcurrentExecution(true).Build();
        var trigger = TriggerBuilder.Create(time)
            .WithIdentity(typeof(TJob).Name, OwnJobs)
            .StartAt(time.GetUtcNow() + interval)
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount))
            .Build();
        await quartz.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }
}
