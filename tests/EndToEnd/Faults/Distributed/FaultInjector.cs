using System.Collections.Concurrent;

namespace EndToEnd.Faults.Distributed;

/// <summary>Deals out faults at seeded random moments, in seeded random order; long ones overlap with the next.</summary>
internal sealed class FaultInjector(IReadOnlyList<FaultKind> kinds, Random random, Func<DateTimeOffset> now)
{
    private readonly ConcurrentQueue<(DateTimeOffset At, string Kind)> _injected = new();

    /// <summary>What struck, and when.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Kind)> Injected => [.. _injected];

    /// <summary>How often each kind struck, in words, a line each.</summary>
    public string Tally => string.Join('\n', kinds.Select(k => $"  {_injected.Count(s => s.Kind == k.Kind),3}  {k.Kind}"));

    /// <summary>Deals out all of them, the last one about when the span is over.</summary>
    public async Task InjectAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        FaultKind[] order = [.. kinds.SelectMany(k => Enumerable.Repeat(k, k.Times))];
        random.Shuffle(order);
        var under = new List<Task>();
        var waiting = new Queue<FaultKind>(order);
        var mean = span / order.Length;
        int refusals = 0;
        while (waiting.Count > 0 && refusals < order.Length * 3 && !cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(mean * (0.3 + (1.4 * random.NextDouble())), TimeProvider.System, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var fault = waiting.Dequeue();
            var striking = StrikeAsync(fault);
            if (striking.IsCompletedSuccessfully && !await striking)
            {
                waiting.Enqueue(fault);
                refusals++;
                continue;
            }

            under.Add(striking);
        }

        await Task.WhenAll(under);
    }

    private async Task<bool> StrikeAsync(FaultKind fault)
    {
        var at = now();
        bool struck;
        try
        {
            struck = await fault.StrikeAsync();
        }
        catch (Exception broken)
        {
            // Said at once: what it leaves broken may keep the sweep from ever ending.
            await TestContext.Progress.WriteLineAsync($"{at:HH:mm:ss} {fault.Kind} went wrong: {broken}");
            throw;
        }

        if (struck)
        {
            _injected.Enqueue((at, fault.Kind));
        }

        return struck;
    }
}
