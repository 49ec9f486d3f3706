using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Places;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using EndToEnd.Support;

namespace EndToEnd.Faults;

/// <summary>kill -9 of the whole process in mid-sweep, then <c>patrol up</c>: the result equals an undisturbed run.</summary>
[Category("Browser")]
internal sealed class KillTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Test]
    public async Task KilledInMidSweep_ThenUp_EqualsAnUndisturbedRun()
    {
        string undisturbed = await UndisturbedAsync();
        string killed = Directory.CreateTempSubdirectory("patrol-killed-").FullName;
        try
        {
            int port = FreePorts.Seven();
            await using (var demo = PatrolProcess.Start("demo", "--once", "--data", killed, "--ground-port", Text(port)))
            {
                await UntilAsync(killed, async store => await CountAsync(store, JobState.Done) >= 60, demo);
                await demo.KillAsync();
            }

            await using (var up = PatrolProcess.Start("up", "--data", killed, "--port", Text(FreePorts.One())))
            {
                await UntilAsync(killed, EndedAsync, up);
                Assert.That(await up.StopAsync(TimeSpan.FromSeconds(60)), Is.Zero, "a clean stop");
            }

            Assert.That(await ListingsAsync(killed), Is.EqualTo(await ListingsAsync(undisturbed)));
            Assert.That(await AppearedAsync(killed), Is.EqualTo(await AppearedAsync(undisturbed)));
        }
        finally
        {
            Directory.Delete(killed, recursive: true);
            Directory.Delete(undisturbed, recursive: true);
        }
    }

    private static async Task<string> UndisturbedAsync()
    {
        string folder = Directory.CreateTempSubdirectory("patrol-undisturbed-").FullName;
        await using var demo = PatrolProcess.Start("demo", "--once", "--data", folder, "--ground-port", Text(FreePorts.Seven()));
        var (exitCode, output, errors) = await demo.EndAsync(Patience);
        Assert.That(exitCode, Is.Zero, output + errors);
        return folder;
    }

    private static async Task UntilAsync(string folder, Func<IDocumentStore, Task<bool>> reached, PatrolProcess process)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        while (await look.WaitForNextTickAsync(patience.Token))
        {
            if (process.HasExited)
            {
                var (exitCode, output, errors) = await process.EndAsync(TimeSpan.FromSeconds(5));
                Assert.Fail($"patrol ended too soon, exit code {exitCode}: {output}{errors}");
            }

            if (File.Exists(new DataDirectory(folder).Store))
            {
                await using var store = await SqliteDocumentStore.OpenAsync(new DataDirectory(folder).Store);
                if (await reached(store))
                {
                    return;
                }
            }
        }
    }

    private static async Task<long> CountAsync(IDocumentStore store, JobState state) =>
        await store.CountAsync(LedgerCollections.Jobs, new DocumentQuery { Where = [Filter.AnyOf("state", state.ToString())] }, CancellationToken.None);

    private static async Task<bool> EndedAsync(IDocumentStore store)
    {
        var sweeps = await store.QueryAsync(LedgerCollections.Sweeps, new DocumentQuery(), CancellationToken.None);
        return sweeps.Items is [{ Value.HasEnded: true }];
    }

    /// <summary>Site, id, title and price of each listing, in order: ports differ between runs, adverts do not.</summary>
    private static async Task<IReadOnlyList<string>> ListingsAsync(string folder)
    {
        await using var store = await SqliteDocumentStore.OpenAsync(new DataDirectory(folder).Store);
        var listings = await store.QueryAsync(LedgerCollections.Listings, new DocumentQuery { Limit = 1000 }, CancellationToken.None);
        Assert.That(listings.Items, Has.Count.GreaterThan(300));
        return [.. listings.Items.Select(i => Describe(i.Value)).Order(StringComparer.Ordinal)];
    }

    private static string Describe(Listing listing) => $"{listing.SiteId} {listing.SiteListingId} {listing.Title} {listing.Price?.Fingerprint()}";

    private static async Task<long> AppearedAsync(string folder)
    {
        await using var store = await SqliteDocumentStore.OpenAsync(new DataDirectory(folder).Store);
        return await store.CountAsync(
            LedgerCollections.Observations, new DocumentQuery { Where = [Filter.AnyOf("kind", nameof(ObservationKind.Appeared))] }, CancellationToken.None);
    }

    private static string Text(int port) => port.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
