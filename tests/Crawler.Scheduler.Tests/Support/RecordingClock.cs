using Crawler.Contracts.WatchLists;
using Crawler.Scheduler.Schedules;

namespace Crawler.Scheduler.Tests.Support;

/// <summary>Remembers what it was told to ring for.</summary>
internal sealed class RecordingClock : IScheduleClock
{
    public Dictionary<string, WatchSchedule> Set { get; } = new(StringComparer.Ordinal);

    public Task SetAsync(string watchListId, WatchSchedule schedule, CancellationToken cancellationToken)
    {
        Set[watchListId] = schedule;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string watchListId, CancellationToken cancellationToken)
    {
        Set.Remove(watchListId);
        return Task.CompletedTask;
    }
}
