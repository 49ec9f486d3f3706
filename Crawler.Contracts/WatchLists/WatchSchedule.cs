namespace Crawler.Contracts.WatchLists;

/// <summary>When a watch list is swept.</summary>
public sealed record WatchSchedule
{
    /// <summary>The nightly default: 02:00.</summary>
    public const string Nightly = "0 0 2 * * ?";

    /// <summary>Quartz cron expression (seconds first). Default <see cref="Nightly"/>.</summary>
    public string Cron { get; init; } = Nightly;

    /// <summary>IANA time zone in which the cron expression is read. Default UTC.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>While true the schedule starts nothing; a run by hand still does.</summary>
    public bool Paused { get; init; }
}
