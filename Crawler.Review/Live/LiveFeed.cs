using System.Collections.Immutable;

namespace Crawler.Review.Live;

/// <summary>Hands what the bus brings to every open page of this process. Publishing never waits for a page.</summary>
internal sealed class LiveFeed
{
    private ImmutableArray<Action<ConsoleEvent>> _listeners = [];

    public void Publish(ConsoleEvent happened)
    {
        foreach (var listener in _listeners)
        {
            listener(happened);
        }
    }

    /// <summary>Calls back for each event, on the publisher's thread, until disposed; the callback must return at once and not throw.</summary>
    public IDisposable Listen(Action<ConsoleEvent> listener)
    {
        ImmutableInterlocked.Update(ref _listeners, static (all, one) => all.Add(one), listener);
        return new Subscription(this, listener);
    }

    private sealed class Subscription(LiveFeed feed, Action<ConsoleEvent> listener) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref feed._listeners, static (all, one) => all.Remove(one), listener);
    }
}
