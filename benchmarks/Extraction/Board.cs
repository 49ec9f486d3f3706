using System.Globalization;
using System.Text;
using Crawler.Extraction;
using Crawler.Pages;
using Crawler.Pages.Decoding;

namespace Extraction.Benchmarks;

/// <summary>Reads every page of a folder without a definition and prints how it compares with the labels.</summary>
internal sealed class Board(ISiteReader reader, string pages, string labels, string? only, bool misses, int runs, Definitions? definitions = null)
{
    private readonly List<(string Stem, SearchScore Score)> _searches = [];
    private readonly List<(string Stem, DetailScore Score)> _details = [];
    private readonly List<double> _times = [];
    private double _timePer300;

    public int Print()
    {
        var files = Directory.EnumerateFiles(pages).Where(f => File.Exists(LabelFile(f)) && (only is null || f.Contains(only, StringComparison.Ordinal))).Order(StringComparer.Ordinal).ToList();
        Console.WriteLine($"{"search page",-30} {"rows",5} {"read",5} {"prec",6} {"recall",6} {"F1",6} {"title",6} {"url",6} {"price",6} {"image",6} {"place",6} {"id",6} {"next",6} {"ms",6}");
        WarmUp(files);
        foreach (string file in files)
        {
            Read(file);
        }

        Totals();
        return 0;
    }

    /// <summary>A worker reads thousands of pages: the figure of interest is that after the compiler has done its work.</summary>
    private void WarmUp(List<string> files)
    {
        foreach (string file in runs < 2 ? [] : files.Concat(files))
        {
            var content = SavedPage.Read(File.ReadAllBytes(file), new Uri("http://page.invalid/"));
            reader.ReadSearch(null, content);
            reader.ReadDetail(null, content);
        }
    }

    private string LabelFile(string page) => Path.Combine(labels, Path.GetFileNameWithoutExtension(page) + ".json");

    private void Read(string file)
    {
        var truth = Labels.Read(LabelFile(file));
        var url = truth.PageUrl ?? new Uri("http://page.invalid/");
        var content = SavedPage.Read(File.ReadAllBytes(file), url);
        string stem = Path.GetFileNameWithoutExtension(file);
        var site = definitions?.Of(stem, truth.PageUrl);
        if (truth.IsSearch || (truth.IsThread && truth.Root.TryGetProperty("posts", out _) && content.MediaType == "application/json"))
        {
            var (reading, ms) = Timed(() => reader.ReadSearch(site, content));
            var score = SearchScore.Of(truth, truth.IsSearch ? truth.Rows : truth.Posts, reading);
            _searches.Add((stem, score));
            Console.WriteLine($"{stem,-30} {score.Labelled,5} {score.Read,5} {Number(score.Precision),6} {Number(score.Recall),6} {Number(score.F1),6} {score.Title,6} {score.Url,6} {score.Price,6} {score.Image,6} {score.Location,6} {score.Id,6} {score.Next,6} {Ms(ms, content),6}  {reading.State}");
            Show(score.Misses);
        }
        else
        {
            var (reading, ms) = Timed(() => reader.ReadDetail(site, content));
            var score = DetailScore.Of(truth, reading);
            _details.Add((stem, score));
            Console.WriteLine($"{stem,-30} detail: {score} {Ms(ms, content),6} ms  {reading.State}");
            Show(score.Misses);
        }
    }

    private (T Reading, double Ms) Timed<T>(Func<T> read)
    {
        T reading = read();
        double best = double.MaxValue;
        for (int i = 0; i < runs; i++)
        {
            // Processor time, not the clock: the figure must not depend on what else the machine does.
            var start = Environment.CpuUsage.TotalTime;
            reading = read();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
        }

        return (reading, best);
    }

    private string Ms(double ms, PageContent content)
    {
        _times.Add(ms);
        _timePer300 = _times.Count == 0 ? 0 : Math.Max(_timePer300, ms * 300_000 / Math.Max(1, content.Text.Length));
        _per300.Add(ms * 300_000 / Math.Max(1, content.Text.Length));
        return ms.ToString("0.0", CultureInfo.InvariantCulture);
    }

    private readonly List<double> _per300 = [];

    private void Show(List<string> lines)
    {
        foreach (string line in misses ? lines.Take(40) : [])
        {
            Console.WriteLine("      " + line);
        }
    }

    private void Totals()
    {
        if (_searches.Count > 0)
        {
            int labelled = _searches.Sum(s => s.Score.Labelled), read = _searches.Sum(s => s.Score.Read), matched = _searches.Sum(s => s.Score.Matched);
            double f1 = 2.0 * matched / Math.Max(1, labelled + read);
            Console.WriteLine();
            Console.WriteLine($"search, all rows together: precision {Number((double)matched / Math.Max(1, read))} recall {Number((double)matched / Math.Max(1, labelled))} F1 {Number(f1)} (mean of pages {Number(_searches.Average(s => s.Score.F1))})");
            Console.WriteLine($"  title {Sum(s => s.Title)}  url {Sum(s => s.Url)}  price {Sum(s => s.Price)}  image {Sum(s => s.Image)}  location {Sum(s => s.Location)}  id {Sum(s => s.Id)}  next page {Sum(s => s.Next)}");
        }

        if (_details.Count > 0)
        {
            var line = new StringBuilder("detail:");
            foreach (string field in DetailScore.Fields)
            {
                var tally = new Tally();
                _details.ForEach(d => tally.Add(d.Score[field]));
                line.Append(CultureInfo.InvariantCulture, $"  {field} {tally} ({tally.Right}/{tally.Total})");
            }

            Console.WriteLine(line);
        }

        Console.WriteLine($"time: median {Number(Median(_times))} ms per page, median {Number(Median(_per300))} ms per 300 kB");
    }

    private Tally Sum(Func<SearchScore, Tally> field)
    {
        var tally = new Tally();
        _searches.ForEach(s => tally.Add(field(s.Score)));
        return tally;
    }

    private static double Median(List<double> values) => values.Count == 0 ? 0 : values.Order().ElementAt(values.Count / 2);

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
