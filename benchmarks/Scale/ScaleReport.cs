using System.Globalization;

namespace CyberPatrol.Benchmarks.Scale;

/// <summary>Figures as lines.</summary>
internal static class ScaleReport
{
    public static string Throughput(int workers, ScaleResult result)
    {
        double seconds = result.Took.TotalSeconds;
        double used = result.After.Sum(p => Used(result, p.Key).TotalSeconds);
        double ours = Used(result, "worker").TotalSeconds;
        return Text($"{workers} worker(s): {result.Listings} listings in {seconds:0.0} s = {result.Listings / seconds:0.0} listings/s; not seen {result.NotSeen}")
            + Text($"; processor {used / seconds:0.00} cores in all, {1000 * ours / result.Listings:0.0} ms of workers per listing")
            + NotSeen(result)
            + $"\n  processor by part: {string.Join(", ", result.After.Keys.Order(StringComparer.Ordinal).Select(k => Text($"{k} {Used(result, k).TotalSeconds:0.0} s")))}"
            + $"\n  memory: {Memory(result.After)}";
    }

    public static string Pace(TimeSpan pace, ScaleResult result)
    {
        double ideal = result.MostRequests * pace.TotalSeconds;
        double slowest = result.Hosts.Max(h => h.Span.TotalSeconds);
        double[] gaps = [.. result.Hosts.SelectMany(h => h.Gaps).Select(g => g.TotalMilliseconds).Order()];
        double At(double share) => gaps[(int)(share * (gaps.Length - 1))];
        return Text($"{result.Hosts.Count} sites, pace {pace.TotalSeconds:0.###} s, {result.MostRequests} requests each at most: ideal {ideal:0.0} s, sweep {result.Took.TotalSeconds:0.0} s = {result.Took.TotalSeconds / ideal:0.000} x ideal")
            + Text($"\n  first to last request of the slowest host {slowest:0.0} s; gaps {At(0):0} ms at least, {At(0.5):0} median, {At(0.95):0} p95, {At(1):0} at most; {result.Listings} listings; not seen {result.NotSeen}")
            + NotSeen(result)
            + $"\n  memory: {Memory(result.After)}";
    }

    public static string Memory(IReadOnlyDictionary<string, Figures> figures) => string.Join(", ", figures
        .OrderBy(f => f.Key, StringComparer.Ordinal)
        .Select(f => Text($"{f.Key} {string.Join(" + ", f.Value.ResidentBytes.OrderDescending().Take(4).Select(b => (b / 1_000_000).ToString(CultureInfo.InvariantCulture)))}{(f.Value.Ids.Count > 4 ? " + ..." : "")} MB")));

    // A sweep that did not see everything measures something else; the figures say so, and why.
    private static string NotSeen(ScaleResult result) => string.Concat(result.Sweep.Sites
        .SelectMany(s => s.NotSeen, (site, n) => (site.SiteId, NotSeen: n))
        .GroupBy(n => (n.NotSeen.Outcome, n.NotSeen.JobKind))
        .Select(g => Text($"\n  not seen: {g.Sum(n => n.NotSeen.Count)} x {g.Key.JobKind} on {g.Count()} site(s), {g.Key.Outcome}; e.g. {g.First().SiteId} {g.First().NotSeen.ExampleUrl}: {g.First().NotSeen.Reason}")));

    private static TimeSpan Used(ScaleResult result, string kind) =>
        (result.After.GetValueOrDefault(kind)?.Processor ?? TimeSpan.Zero) - (result.Before.GetValueOrDefault(kind)?.Processor ?? TimeSpan.Zero);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
