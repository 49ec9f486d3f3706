namespace Crawler.Storage.Mongo.Layout;

/// <summary>
/// Versions that only rise in this process and that no two processes give twice, short of drawing the same of 1024 numbers in the same millisecond: a
/// document that was deleted and inserted anew does not get a version back, and nobody has to count. Milliseconds since 1970 times 1024; a double holds
/// them exactly until 2248.
/// </summary>
internal sealed class VersionClock(TimeProvider time, Func<double> random)
{
    private const int PerMillisecond = 1024;
    private long _last;

    /// <param name="after">The new version is larger.</param>
    public long Next(long after = 0)
    {
        long now = (time.GetUtcNow().ToUnixTimeMilliseconds() * PerMillisecond) + (long)(random() * PerMillisecond);
        while (true)
        {
            long seen = Volatile.Read(ref _last);
            long next = Math.Max(now, Math.Max(seen, after) + 1);
            if (Interlocked.CompareExchange(ref _last, next, seen) == seen)
            {
                return next;
            }
        }
    }
}
