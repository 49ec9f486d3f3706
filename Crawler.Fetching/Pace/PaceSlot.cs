namespace Crawler.Fetching.Pace;

/// <summary>One turn at a host, as it stands in the store.</summary>
/// <param name="SendBy">The last instant at which its request may be written. Later than that, the next one could follow too closely.</param>
/// <param name="NextAt">When the host is free again. As long as this is in the store nobody else has claimed.</param>
internal sealed record PaceSlot(DateTimeOffset SendBy, DateTimeOffset NextAt);
