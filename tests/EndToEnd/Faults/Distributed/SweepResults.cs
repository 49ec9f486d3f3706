using System.Collections.Concurrent;
using System.Security.Cryptography;
using Crawler.Contracts.Captures;
using Crawler.Contracts.Listings;
using Crawler.Ledger.Collections;
using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;

namespace EndToEnd.Faults.Distributed;

/// <summary>What a sweep brought home, in a form that does not depend on ports and instants.</summary>
/// <param name="Listings">Site, id, title and price of each listing, in order.</param>
/// <param name="Appearances">Each advert's "appeared" observations, in order.</param>
internal sealed record SweepResults(IReadOnlyList<string> Listings, IReadOnlyList<string> Appearances)
{
    public static async Task<SweepResults> OfAsync(IDocumentStore store)
    {
        var listings = await AllAsync(store, LedgerCollections.Listings);
        var names = listings.ToDictionary(l => l.Id, l => $"{l.SiteId} {l.SiteListingId}", StringComparer.Ordinal);
        var appeared = (await AllAsync(store, LedgerCollections.Observations)).Where(o => o.Kind is ObservationKind.Appeared);
        return new SweepResults(
            [.. listings.Select(l => $"{l.SiteId} {l.SiteListingId} {l.Title} {l.Price?.Fingerprint()}").Order(StringComparer.Ordinal)],
            [.. appeared.Select(o => names.GetValueOrDefault(o.ListingId, $"nobody's ({o.ListingId})")).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Reads all evidence of all listings.</summary>
    /// <returns>What is missing or damaged, in words.</returns>
    public static async Task<IReadOnlyList<string>> FaultyEvidenceAsync(IDocumentStore store, IBlobStore blobs)
    {
        var problems = new ConcurrentBag<string>();
        var captures = (await AllAsync(store, LedgerCollections.Captures)).ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var listing in await AllAsync(store, LedgerCollections.Listings))
        {
            if (!captures.TryGetValue(listing.CaptureId, out var capture) || capture.Files.Count == 0)
            {
                problems.Add($"{listing.SiteId} {listing.SiteListingId}: no evidence {listing.CaptureId}");
            }
        }

        foreach (var observation in (await AllAsync(store, LedgerCollections.Observations)).Where(o => !captures.ContainsKey(o.CaptureId)))
        {
            problems.Add($"observation {observation.Id} of {observation.ListingId}: no evidence {observation.CaptureId}");
        }

        await Parallel.ForEachAsync(captures.Values.SelectMany(c => c.Files).DistinctBy(f => f.Sha256, StringComparer.Ordinal), async (file, cancel) =>
        {
            if (await ProblemAsync(blobs, file, cancel) is { } problem)
            {
                problems.Add(problem);
            }
        });
        return [.. problems];
    }

    private static async Task<string?> ProblemAsync(IBlobStore blobs, CaptureFile file, CancellationToken cancellationToken)
    {
        await using var stream = await blobs.OpenAsync(file.Sha256, cancellationToken);
        if (stream is null)
        {
            return $"blob {file.Sha256} is not there";
        }

        // The store checks while it reads; the test does not take its word for it.
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return hash == file.Sha256 && bytes.Length == file.Size ? null : $"blob {file.Sha256} holds {bytes.Length} bytes with hash {hash}";
    }

    private static async Task<List<T>> AllAsync<T>(IDocumentStore store, DocumentCollection<T> collection)
        where T : class
    {
        var all = new List<T>();
        await foreach (var stored in store.QueryAllAsync(collection, new DocumentQuery { Limit = 1000 }, CancellationToken.None))
        {
            all.Add(stored.Value);
        }

        return all;
    }
}
