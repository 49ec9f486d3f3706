using System.Text;
using Crawler.Extraction;
using Crawler.Pages;

namespace Extraction.Benchmarks;

/// <summary>Pages made to be expensive: how long reading them takes, and how much memory.</summary>
internal static class Hostile
{
    private const int Nodes = 500_000;

    public static int Print(ISiteReader reader)
    {
        Console.WriteLine($"{"page",-34} {"MB",5} {"search s",9} {"detail s",9} {"peak MB",8}");
        Measure(reader, "500,000 rows-like nodes", Repeat(i => $"<div class=c{i % 97}><a href=/ad/{i}>Thing {i}</a></div>", Nodes / 2));
        Measure(reader, "500,000 nodes in one parent", Repeat(i => "<i>x</i><b>€ 1.234,56</b>aaaaaaaaaaaaaaaaa", Nodes / 2));
        Measure(reader, "500,000 nested", Repeat(_ => "<div class=a title='aaaaaaaaaaaaaaa'>", Nodes));
        Measure(reader, "500,000 unclosed formatting", Repeat(i => $"<font size={i}><b class=x{i}>aaaaaaa", Nodes / 2));
        Measure(reader, "16 MB of text", "<html><body><p>" + new string('a', 16_000_000));
        Measure(reader, "16 MB of broken JSON-LD", "<script type='application/ld+json'>" + string.Concat(Enumerable.Repeat("{\"a\":[1,\n", 1_700_000)) + "</script>");
        Measure(reader, "16 MB script", "<script>" + string.Concat(Enumerable.Repeat("a={'b':\"c\"};", 1_300_000)) + "</script>");
        return 0;
    }

    private static void Measure(ISiteReader reader, string name, string text)
    {
        var page = new PageContent { Url = new Uri("https://hostile.example/search?q=x"), Text = text };
        GC.Collect();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var (search, searchPeak) = Timed(() => reader.ReadSearch(null, page));
        var (detail, detailPeak) = Timed(() => reader.ReadDetail(null, page));
        Console.WriteLine(FormattableString.Invariant($"{name,-34} {text.Length / 1e6,5:0.0} {search,9:0.00} {detail,9:0.00} {(Math.Max(searchPeak, detailPeak) - before) / 1e6,8:0}"));
    }

    private static (double Seconds, long Peak) Timed(Action read)
    {
        long peak = 0;
        using var stop = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
            }
        });
        var start = Environment.CpuUsage.TotalTime;
        read();
        double seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        stop.Cancel();
        watch.GetAwaiter().GetResult();
        return (seconds, peak);
    }

    private static string Repeat(Func<int, string> piece, int count)
    {
        var text = new StringBuilder("<html><body>");
        for (int i = 0; i < count; i++)
        {
            text.Append(piece(i));
        }

        return text.ToString();
    }
}
