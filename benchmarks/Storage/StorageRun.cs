using System.Diagnostics;
using System.Globalization;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace CyberPatrol.Benchmarks.Storage;

/// <summary>Fill, capture again, search; prints what it took.</summary>
internal sealed class StorageRun(TextWriter output)
{
    public required int Listings { get; init; }

    public required int Callers { get; init; }

    /// <summary>So many of them are put into an empty store at once, and are not timed one by one.</summary>
    public required int Bulk { get; init; }

    /// <summary>End when the store is filled in bulk.</summary>
    public required bool FillOnly { get; init; }

    public required int Searches { get; init; }

    public required int WorstRounds { get; init; }

    public required StoreUnderTest Store { get; init; }

    public required int Seed { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var factory = new ListingFactory(Seed);
        Line($"{Listings:N0} listings, {Callers} callers, {Searches} searches, seed {Seed}, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
        await FillAsync(factory, cancellationToken);
        if (FillOnly)
        {
            return 0;
        }

        await WithAsync(async store =>
        {
            int present = (int)await store.CountAsync(LedgerCollections.Listings, new DocumentQuery(), cancellationToken);
            if (present < Listings)
            {
                await CaptureAsync(store, factory, present, cancellationToken);
            }

            await CaptureAgainAsync(store, factory, cancellationToken);
        }, cancellationToken);

        long bytes = await Store.BytesAsync(cancellationToken);
        Line($"size                     {bytes / (double)Listings,10:N0} bytes per listing ({bytes / 1e6:N0} MB)");

        // Opened anew, so that the first searches find no warm cache of ours.
        await WithAsync(async store =>
        {
            await SearchAsync(store, "text + two filters + six facets + page of 50", SearchMix.Questions(Seed, Searches), cancellationToken);
            await SearchAsync(store, "worst cases", SearchMix.WorstCases(WorstRounds), cancellationToken);
        }, cancellationToken);
        return 0;
    }

    private async Task WithAsync(Func<IDocumentStore, Task> work, CancellationToken cancellationToken)
    {
        var store = await Store.OpenAsync(cancellationToken);
        await using (store as IAsyncDisposable)
        {
            await work(store);
        }
    }

    private async Task FillAsync(ListingFactory factory, CancellationToken cancellationToken)
    {
        if (Bulk == 0 || await Store.HasListingsAsync(cancellationToken))
        {
            return;
        }

        long began = Stopwatch.GetTimestamp();
        await Store.FillAsync(factory, Bulk, cancellationToken);
        var filled = Stopwatch.GetElapsedTime(began);
        began = Stopwatch.GetTimestamp();
        await WithAsync(store => store.EnsureAsync(LedgerCollections.Listings, cancellationToken), cancellationToken);
        Line($"filled in bulk: {Bulk:N0} listings in {filled.TotalSeconds:N0} s, then indexes in {Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s");
    }

    private async Task CaptureAsync(IDocumentStore store, ListingFactory factory, int present, CancellationToken cancellationToken)
    {
        var worked = Environment.CpuUsage.TotalTime;
        var (took, rate) = await Measurement.UpsertAsync(store, present, Listings, Callers, (number, _) => factory.Create(number), cancellationToken);
        PrintRate($"capture, new (behind {present:N0})", took, rate, Environment.CpuUsage.TotalTime - worked);
    }

    private async Task CaptureAgainAsync(IDocumentStore store, ListingFactory factory, CancellationToken cancellationToken)
    {
        int from = Math.Max(0, Listings - 20_000);
        var worked = Environment.CpuUsage.TotalTime;
        var (took, rate) = await Measurement.UpsertAsync(store, from, Listings, Callers, (number, known) => (known ?? factory.Create(number)) with
        {
            // Seen again, as nearly all are; every tenth has changed its text.
            LastSeenAt = (known?.LastSeenAt ?? default).AddDays(1),
            LastSweepId = $"sweep-{number % 7}",
            Text = number % 10 == 0 ? known?.Text + " reduced" : known?.Text,
        }, cancellationToken);
        PrintRate("capture, seen again", took, rate, Environment.CpuUsage.TotalTime - worked);
    }

    private async Task SearchAsync(IDocumentStore store, string title, IEnumerable<(string Kind, DocumentQuery Query)> questions, CancellationToken cancellationToken)
    {
        var answers = new List<Answer>();
        foreach (var (kind, query) in questions)
        {
            answers.Add(await Measurement.SearchAsync(store, kind, query, cancellationToken));
        }

        if (answers.Count == 0)
        {
            return;
        }

        Line($"{title}:");
        foreach (var kind in answers.GroupBy(a => a.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            PrintTimes(kind.Key, [.. kind]);
        }

        PrintTimes("all", answers);
    }

    private void PrintRate(string name, double[] took, double rate, TimeSpan worked) =>
        Line($"{name,-24} {rate,10:N0} per second   processor {worked.TotalMilliseconds / took.Length,5:N2} ms each   p50 {Measurement.Percentile(took, 0.5),7:N2} ms   p95 {Measurement.Percentile(took, 0.95),7:N2} ms");

    private void PrintTimes(string name, IReadOnlyCollection<Answer> answers)
    {
        double[] took = [.. answers.Select(a => a.Milliseconds)];
        Line($"  {name,-32} p50 {Measurement.Percentile(took, 0.5),7:N1} ms   p95 {Measurement.Percentile(took, 0.95),7:N1} ms   max {took.Max(),7:N1} ms   processor {answers.Average(a => a.ProcessorMilliseconds),6:N1} ms   {answers.Average(a => a.Matches),8:N0} matches");
    }

    private void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
