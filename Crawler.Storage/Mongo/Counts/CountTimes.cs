namespace Crawler.Storage.Mongo.Counts;

/// <summary>How long what takes in keeping counts.</summary>
internal sealed record CountTimes
{
    /// <summary>Between two savings of what a store has counted; other processes are so far behind. Default 1 s.</summary>
    public TimeSpan Save { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>An open session says so often that it is alive. Default 20 s.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A session without a write for so long is closed. Default 10 min.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>An open session that said nothing for so long died; clocks of two machines may differ by less. Default 3 min.</summary>
    public TimeSpan Dead { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Before and after a recount, to see that nobody writes: several savings. Default 3 s.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Between two recounts tried by one process. Default 1 min.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Counts are taken anew when they are so old, whatever happened. Default 1 day.</summary>
    public TimeSpan Old { get; init; } = TimeSpan.FromDays(1);
}
