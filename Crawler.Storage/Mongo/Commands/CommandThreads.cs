using System.Collections.Concurrent;

namespace Crawler.Storage.Mongo.Commands;

/// <summary>
/// Threads for calls that block, as many at once as there are connections, so that waiting for a server never starves the thread pool. They start as they are needed. A caller that cancels is
/// let go at once; a call that has begun runs to its end unheard.
/// </summary>
internal sealed class CommandThreads(int count) : IDisposable
{
    private const int StackBytes = 1 << 20;

    // What an orderly stop grants calls that hang on a dead server.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly BlockingCollection<Action> waiting = [];
    private readonly List<Thread> threads = [];
    private readonly Lock starting = new();
    private int idle;

    public Task<T> RunAsync<T>(Func<T> call, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        // Continuations must not run on these threads: they would hold a connection that they do not use.
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var registration = cancellationToken.Register(() => done.TrySetCanceled(cancellationToken));
        try
        {
            waiting.Add(
                () =>
                {
                    try
                    {
                        if (!done.Task.IsCompleted)
                        {
                            done.TrySetResult(call());
                        }
                    }
                    catch (Exception e)
                    {
                        done.TrySetException(e);
                    }
                    finally
                    {
                        registration.Dispose();
                    }
                },
                CancellationToken.None);
        }
        catch (InvalidOperationException e)
        {
            throw new ObjectDisposedException(nameof(MongoDocumentStore), e);
        }

        StartIfNeeded();
        return done.Task;
    }

    /// <summary>Waits for the calls under way, a few seconds at most.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        bool ended = true;
        lock (starting)
        {
            foreach (var thread in threads)
            {
                ended &= thread.Join(Patience);
            }
        }

        if (ended)
        {
            waiting.Dispose();
        }
    }

    private void StartIfNeeded()
    {
        if (Volatile.Read(ref idle) >= waiting.Count || threads.Count >= count)
        {
            return;
        }

        lock (starting)
        {
            if (threads.Count < count && !waiting.IsAddingCompleted)
            {
                var thread = new Thread(Serve, StackBytes) { IsBackground = true, Name = $"mongo {threads.Count + 1}" };
                threads.Add(thread);
                thread.Start();
            }
        }
    }

    private void Serve()
    {
        while (true)
        {
            Interlocked.Increment(ref idle);
            bool has = waiting.TryTake(out var call, Timeout.Infinite);
            Interlocked.Decrement(ref idle);
            if (!has)
            {
                return;
            }

            call!();
        }
    }
}
