using Crawler.Contracts.WatchLists;
using Quartz;

namespace Crawler.Scheduler.Schedules;

/// <summary>The instants a valid schedule names; exactly one for each time of day and day, daylight-saving nights included (pinned by tests).</summary>
internal sealed class FireTimes(WatchSchedule schedule)
{
    private readonly CronExpression _cron = new(schedule.Cron, TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone));

    public DateTimeOffset? NextAfter(DateTimeOffset instant) => _cron.GetNextValidTimeAfter(instant)?.ToUniversalTime();

    /// <summary>The last fire time in (after, until]. Null: there is none.</summary>
    public DateTimeOffset? LastWithin(DateTimeOffset after, DateTimeOffset until)
    {
        // "Before" is exclusive and counts in whole seconds.
        var last = _cron.GetPreviousValidTimeBefore(until.AddSeconds(2));
        while (last > until)
        {
            last = _cron.GetPreviousValidTimeBefore(last.Value);
        }

        return last > after ? last.Value.ToUniversalTime() : null;
    }
}
