using Crawler.Contracts.WatchLists;

namespace Crawler.Review.WatchLists;

/// <summary>A schedule with a name.</summary>
internal sealed record SchedulePreset(string Name, string Cron)
{
    /// <summary>Chosen when the cron expression is none of the named ones.</summary>
    public const string Own = "own cron expression";

    public static IReadOnlyList<SchedulePreset> All { get; } =
    [
        new("every night at 02:00", WatchSchedule.Nightly),
        new("every night at 04:00", "0 0 4 * * ?"),
        new("every 12 hours", "0 0 2/12 * * ?"),
        new("every 6 hours", "0 0 0/6 * * ?"),
        new("every hour", "0 0 * * * ?"),
        new("Monday to Friday at 02:00", "0 0 2 ? * MON-FRI"),
        new("every Monday at 02:00", "0 0 2 ? * MON"),
    ];

    public static string NameOf(string cron) => All.FirstOrDefault(p => p.Cron == cron)?.Name ?? Own;

    /// <summary>For a line in a table: the name, or the expression itself.</summary>
    public static string InWords(WatchSchedule schedule) => All.FirstOrDefault(p => p.Cron == schedule.Cron)?.Name ?? schedule.Cron;
}
