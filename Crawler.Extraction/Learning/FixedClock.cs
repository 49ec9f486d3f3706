namespace Crawler.Extraction.Learning;

/// <summary>A clock with a fixed time, so that two readings of one page see "2 hours ago" as the same instant.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
