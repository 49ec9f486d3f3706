using Crawler.Worker;

namespace Crawler.Patrol.Practice;

/// <summary>A practice world answers at once, so a demo need not wait as long between tries as on the real web.</summary>
internal static class PracticePace
{
    public static void Apply(WorkerOptions options) => options.RetryDelay = TimeSpan.FromSeconds(1);
}
