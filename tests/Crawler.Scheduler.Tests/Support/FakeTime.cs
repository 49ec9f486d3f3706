namespace Crawler.Scheduler.Tests.Support;

/// <summary>A clock that stands still until it is moved; its timers ring when it passes them.</summary>
internal sealed class FakeTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private DateTimeOffset now = start;

    public FakeTime()
        : this(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by) => MoveTo(GetUtcNow() + by);

    /// <summary>Moves on, ringing timers in their order at their own instants.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        while (true)
        {
            Timer? next;
            lock (gate)
            {
                next = timers.Where(t => t.DueAt <= instant).MinBy(t => t.DueAt);
                if (next is null)
                {
                    now = instant > now ? instant : now;
                    return;
                }

                now = next.DueAt > now ? next.DueAt : now;
                next.Rearm();
            }

            next.Ring();
        }
    }

    private sealed class Timer(FakeTime time, Action ring) : ITimer
    {
        private TimeSpan period;

        public DateTimeOffset DueAt { get; private set; }

        public void Ring() => ring();

        public void Rearm()
        {
            if (period > TimeSpan.Zero)
            {
                DueAt += period;
            }
            else
            {
                time.timers.Remove(this);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (time.gate)
            {
                period = newPeriod;
                time.timers.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    DueAt = time.now + dueTime;
                    time.timers.Add(this);
                }
            }

            if (dueTime == TimeSpan.Zero)
            {
                time.MoveTo(time.GetUtcNow());
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
