using Crawler.Contracts.Listings;
using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Sweeps;
using Crawler.Patrol.Hosting;
using Crawler.Patrol.Places;
using Crawler.Patrol.Practice;
using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;
using Crawler.Worker.Sites;
using CyberPatrol.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace EndToEnd.Support;

/// <summary>The whole system in this process over a practice world on free ports, in a folder of its own.</summary>
internal sealed class PracticeServices : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private PracticeServices(string folder, PracticeWorld world, EmbeddedHost host)
    {
        Folder = folder;
        World = world;
        Host = host;
    }

    public string Folder { get; }

    public PracticeWorld World { get; }

    public EmbeddedHost Host { get; }

    public IDocumentStore Store => Host.Store;

    /// <param name="change">Changes a site's definition before it is stored. Null: as on file.</param>
    /// <param name="console">Start the console, on a free port.</param>
    /// <param name="seed">Of the world. Null: the demo's.</param>
    public static async Task<PracticeServices> StartAsync(Func<SiteDefinition, SiteDefinition>? change = null, bool console = false, int? seed = null)
    {
        string folder = Directory.CreateTempSubdirectory("patrol-e2e-").FullName;
        var data = new DataDirectory(folder);
        if (seed is { } number)
        {
            // A data directory remembers its world.
            await File.WriteAllTextAsync(Path.Combine(folder, "practice.json"), $$"""{"seed":{{number}},"port":0}""");
        }

        var world = await PracticeWorld.StartAsync(data, Repository.Home, FreePorts.Seven(), TimeProvider.System, CancellationToken.None);
        var host = await EmbeddedHost.StartAsync(
            new EmbeddedHostOptions
            {
                Data = data,
                Home = Repository.Home,
                Sites = new SiteCatalogue { Sites = [.. world.Sites.Select(change ?? (s => s))] },
                ConsoleUrl = console ? new Uri($"http://127.0.0.1:{FreePorts.One()}") : null,
                ConfigureWorker = PracticePace.Apply,
            },
            CancellationToken.None);
        return new PracticeServices(folder, world, host);
    }

    /// <summary>Stores the list and sweeps it to its end.</summary>
    public async Task<Sweep> SweepAsync(WatchList list)
    {
        await Store.UpdateAsync(LedgerCollections.WatchLists, list.Id, _ => list, CancellationToken.None);
        var answer = await Host.StartSweepAsync(list.Id, CancellationToken.None);
        Assert.That(
            answer.Is<SweepAccepted>(out var accepted), Is.True, () => answer.Is<SweepRefused>(out var refused) ? refused.Message.Reason : "no answer");
        return await EndOfAsync(accepted!.Message.SweepId);
    }

    /// <summary>Waits for the sweep's end.</summary>
    public async Task<Sweep> EndOfAsync(string sweepId)
    {
        var progress = new SweepProgress(Store);
        using var patience = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        Sweep? sweep = null;
        try
        {
            while (await look.WaitForNextTickAsync(patience.Token))
            {
                sweep = await progress.ReadAsync(sweepId, patience.Token);
                if (sweep is { HasEnded: true })
                {
                    return sweep;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told below, with how far it came.
        }

        string sites = string.Join("; ", sweep?.Sites.Select(s => $"{s.SiteId} {s.Phase} {s.Jobs.Ended}/{s.Jobs.Total}") ?? []);
        throw new AssertionException($"the sweep did not end within {Patience}: {sites}");
    }

    public async Task<IReadOnlyList<Listing>> ListingsAsync() => await AllAsync(LedgerCollections.Listings);

    public async Task<IReadOnlyList<T>> AllAsync<T>(DocumentCollection<T> collection)
        where T : class
    {
        var all = new List<T>();
        await foreach (var stored in Store.QueryAllAsync(collection, new DocumentQuery { Limit = 1000 }, CancellationToken.None))
        {
            all.Add(stored.Value);
        }

        return all;
    }

    /// <summary>Unpacks a screenshot.</summary>
    public async Task<DecodedPng> PictureAsync(string sha256)
    {
        await using var content = await Host.Services.GetRequiredService<IBlobStore>().OpenAsync(sha256, CancellationToken.None);
        Assert.That(content, Is.Not.Null, $"blob {sha256}");
        using var file = new MemoryStream();
        await content!.CopyToAsync(file);
        return DecodedPng.Of(file.ToArray());
    }

    /// <summary>The demo's list cut down to some sites and one term for each of them, so that a sweep is short.</summary>
    public WatchList ShortList(params IReadOnlyList<string> siteIds)
    {
        var full = World.WatchList(TimeProvider.System.GetUtcNow());
        var languages = siteIds.Select(id => World.Sites.Single(s => s.Id == id).Languages[0]).Distinct(StringComparer.Ordinal);
        return full with
        {
            SiteIds = siteIds,
            MaxPagesPerSearch = 2,
            Terms = [.. languages.Select(language => full.Terms.First(t => t.Language == language))],
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await World.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
