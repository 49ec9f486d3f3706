namespace Crawler.Storage.Mongo.Counts;

/// <summary>How long what takes in keeping counts.</summary>
internal sealed record CountTimes
{
    /// <summary>From a write to the saving of what it changed; other processes are so far behind. Default 1 s.</summary>
    public TimeSpan Save { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Before and after counting on the server, to see that nobody writes: several savings. Default 5 s.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two countings on the server that one process tries. Default 1 min.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Counts that have changed are taken anew when they are so old: a process that died had not saved its last second. Default 1 h.</summary>
    public TimeSpan OldChanged { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Counts that have not changed are taken anew when they are so old. Default 1 day.</summary>
    public TimeSpan Old { get; init; } = TimeSpan.FromDays(1);
}
