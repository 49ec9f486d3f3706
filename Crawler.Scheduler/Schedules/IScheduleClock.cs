using Crawler.Contracts.WatchLists;

namespace Crawler.Scheduler.Schedules;

/// <summary>Wakes the keeper when a list's hour has come.</summary>
internal interface IScheduleClock
{
    /// <summary>Sets, or changes, when a list is due. The schedule is valid and not paused.</summary>
    Task SetAsync(string watchListId, WatchSchedule schedule, CancellationToken cancellationToken);

    /// <summary>Never wakes for the list again.</summary>
    Task RemoveAsync(string watchListId, CancellationToken cancellationToken);
}
