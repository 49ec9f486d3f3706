using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Crawler.Fetching.Tests.Support;

/// <summary>A clock that stands still until it is moved, and that can be moved to the next timer that somebody waits for.</summary>
internal sealed class ManualTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentDictionary<ManualTimer, DateTimeOffset> _due = new();

    public ManualTime()
        : this(new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero))
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer? timer = null;
        timer = new ManualTimer(this, base.CreateTimer(
            s =>
            {
                _due.TryRemove(timer!, out _);
                callback(s);
            },
            state,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Runs the test on one thread; whenever nothing can go on, the clock moves to the next timer. So everything that happens "at once" really does, in the
    /// same order each time.
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
        if (_due.IsEmpty)
        {
            return false;
        }

        var wait = _due.Values.Min() - GetUtcNow();
        Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
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

    /// <summary>Tells the clock what it waits for. It rings once: nothing under test has timers that repeat.</summary>
    private sealed class ManualTimer(ManualTime clock, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                clock._due.TryRemove(this, out _);
            }
            else
            {
                clock._due[this] = clock.GetUtcNow() + dueTime;
            }

            return inner.Change(dueTime, period);
        }

        public void Dispose()
        {
            clock._due.TryRemove(this, out _);
            inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
