namespace Crawler.Extraction.Learning;

/// <summary>A clock that stands still, so that two readings of one page see "2 hours ago" as the same instant.</summary>
internal sealed class HeldClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
