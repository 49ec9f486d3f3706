namespace Crawler.Worker.Tests.Jobs.Support;

/// <summary>A clock that moves when told to. Timers never fire.</summary>
internal sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
