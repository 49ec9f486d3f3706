using System.Diagnostics;
using Crawler.Contracts.Listings;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace CyberPatrol.Benchmarks.Storage;

/// <summary>The two things that are timed.</summary>
internal static class Measurement
{
    /// <summary>Captures the listings numbered from..to as workers do: get, then insert or replace. Durations of each upsert in milliseconds, and the rate per second.</summary>
    public static async Task<(double[] Milliseconds, double PerSecond)> UpsertAsync(
        IDocumentStore store, int from, int to, int callers, Func<int, Listing?, Listing> capture, CancellationToken cancellationToken)
    {
        double[] took = new double[to - from];
        int next = from - 1;
        long began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (int number; (number = Interlocked.Increment(ref next)) < to;)
            {
                long start = Stopwatch.GetTimestamp();
                var listing = capture(number, null);
                var known = await store.GetAsync(LedgerCollections.Listings, listing.Id, cancellationToken);
                bool written = known is null
                    ? await store.InsertIfAbsentAsync(LedgerCollections.Listings, listing, cancellationToken)
                    : await store.ReplaceIfVersionAsync(LedgerCollections.Listings, capture(number, known.Value), known.Version, cancellationToken);
                took[number - from] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (!written)
                {
                    throw new InvalidOperationException($"listing {number} was written by somebody else");
                }
            }
        }, cancellationToken)));
        return (took, took.Length / Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    /// <summary>One whole answer: page and facets, asked for together as the console does.</summary>
    public static async Task<Answer> SearchAsync(IDocumentStore store, string kind, DocumentQuery query, CancellationToken cancellationToken)
    {
        var worked = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        var facets = store.FacetsAsync(LedgerCollections.Listings, query, SearchMix.Facets, cancellationToken);
        var page = await store.QueryAsync(LedgerCollections.Listings, query, cancellationToken);
        long matches = (await facets)[0].Sum(f => f.Count);
        double took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return page.Items.Count == Math.Min(query.Limit, matches)
            ? new Answer(kind, took, (Environment.CpuUsage.TotalTime - worked).TotalMilliseconds, matches)
            : throw new InvalidOperationException($"{page.Items.Count} items on the page, {matches} counted");
    }

    /// <param name="share">0.5 is the median.</param>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * share) - 1, 0, sorted.Length - 1)];
    }
}

/// <summary>What one search took.</summary>
/// <param name="ProcessorMilliseconds">Of all threads; unlike the time that passed, it does not rise when the machine is busy with something else.</param>
/// <param name="Matches">Documents counted by the facet that every document has a value for.</param>
internal sealed record Answer(string Kind, double Milliseconds, double ProcessorMilliseconds, long Matches);
