using Microsoft.Extensions.Time.Testing;

namespace Crawler.TrainingGround.Tests;

/// <summary>A clock that stands still until it is told to move, and knows when somebody waits on it.</summary>
internal sealed class ManualTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly SemaphoreSlim _created = new(0);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _created.Release();
        return timer;
    }

    /// <summary>Completes when somebody has begun to wait on this clock.</summary>
    public Task TimerCreatedAsync() => _created.WaitAsync();
}
