namespace Crawler.Extraction.Values;

/// <summary>What a printed date is relative to.</summary>
public sealed record DateContext
{
    /// <summary>When the page was read.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The zone whose midnight "yesterday" means. Default UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>True: 02/03 is the third of February (the United States). Default false.</summary>
    public bool MonthFirst { get; init; }

    /// <summary>The local calendar date and time of <see cref="Now"/>.</summary>
    public DateTime Local => TimeZoneInfo.ConvertTime(Now, Zone).DateTime;

    /// <summary>A local date and time as an instant (UTC).</summary>
    public DateTimeOffset At(DateTime local)
    {
        var plain = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(plain, Zone.GetUtcOffset(plain)).ToUniversalTime();
    }
}
