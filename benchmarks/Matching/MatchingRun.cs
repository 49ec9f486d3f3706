using Crawler.Analysis.Matching;
using Crawler.Contracts.WatchLists;

namespace CyberPatrol.Benchmarks.Matching;

/// <summary>One measurement: a generated list, generated adverts of several kinds, and what the matcher makes of them. Times are processor time, so that a busy machine measures the same.</summary>
internal static class MatchingRun
{
    public static void Print(int terms, int megabytes, int seed)
    {
        WatchList list = GeneratedText.List(terms, seed);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        var matcher = TermMatcher.For(list);
        Line($"compile {terms} terms", $"{(Environment.CpuUsage.TotalTime - start).TotalMilliseconds:0} ms");

        foreach ((string name, IReadOnlyList<MatchText> adverts) in GeneratedText.Adverts(list, megabytes * 1_000_000, seed))
        {
            // Once for the compiler, once for the clock.
            _ = adverts.Take(2000).Sum(a => matcher.Match(a).Count);
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            start = Environment.CpuUsage.TotalTime;
            int hits = adverts.Sum(a => matcher.Match(a).Count);
            double seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            double characters = adverts.Sum(a => a.Title!.Length + a.Text!.Length);
            Line(name, $"{characters / 1e6 / seconds:0} MB/s, {adverts.Count / seconds:0} adverts/s, {hits} hits in {adverts.Count} adverts, {allocated / adverts.Count / 1024.0:0.0} kB allocated per advert");
        }
    }

    private static void Line(string what, FormattableString figure) => Console.WriteLine($"{what,-28} {FormattableString.Invariant(figure)}");
}
