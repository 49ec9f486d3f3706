using System.Collections.Concurrent;

namespace Crawler.Fetching.Tests.Support;

/// <summary>A clock that stands still until it is moved; timers fire as it passes them, in order.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;

    public ManualTime()
        : this(new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        lock (_lock)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (true)
        {
            ManualTimer? next;
            lock (_lock)
            {
                next = _timers.Where(t => t.Due <= end).MinBy(t => t.Due);
                _now = next?.Due > _now ? next.Due.Value : next is null ? end : _now;
                next?.Clear();
            }

            if (next is null)
            {
                return;
            }

            next.Fire();
        }
    }

    /// <summary>
    /// Runs the test on one thread; whenever nothing can go on, the clock moves to the next timer. So everything that happens "at once" really does, in the same order
    /// each time.
    /// </summary>
    public static void Run(Func<ManualTime, Task> test)
    {
        var time = new ManualTime();
        var before = SynchronizationContext.Current;
        var queue = new Turns();
        SynchronizationContext.SetSynchronizationContext(queue);
        try
        {
            var task = test(time);
            while (!task.IsCompleted)
            {
                if (!queue.TakeTurn() && !time.AdvanceToNextTimer())
                {
                    throw new TimeoutException("Nothing waits for the clock, and the test does not end.");
                }
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private bool AdvanceToNextTimer()
    {
        DateTimeOffset? due;
        lock (_lock)
        {
            due = _timers.Min(t => t.Due);
        }

        if (due is not { } instant)
        {
            return false;
        }

        Advance(instant > GetUtcNow() ? instant - GetUtcNow() : TimeSpan.Zero);
        return true;
    }

    private sealed class Turns : SynchronizationContext
    {
        private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _waiting = new();

        public override void Post(SendOrPostCallback d, object? state) => _waiting.Enqueue((d, state));

        public bool TakeTurn()
        {
            if (!_waiting.TryDequeue(out var turn))
            {
                return false;
            }

            turn.Callback(turn.State);
            return true;
        }
    }

    private sealed class ManualTimer(ManualTime clock, Action callback) : ITimer
    {
        public DateTimeOffset? Due { get; private set; }

        public void Clear() => Due = null;

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                Due = null;
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
