using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Crawler.Contracts.Listings;
using Crawler.Ledger.Collections;
using Crawler.Storage.Blobs.GridFs;
using Crawler.Storage.Mongo;

namespace Crawler.Storage.Tests.Mongo;

/// <summary>
/// What the store writes is plain MongoDB: MongoDB's own driver for Node.js finds a listing in it by our fields and reads a blob back; and the store
/// reads what that driver wrote.
/// </summary>
[TestFixture]
[Category("Server")]
public sealed class PublicClientTests
{
    private static readonly SemaphoreSlim Installing = new(1);

    private static CancellationToken Cancel => TestContext.CurrentContext.CancellationToken;

    [Test]
    public async Task NodeDriver_ReadsListingAndBlob()
    {
        string script = await InstallAsync("read.mjs");
        string connection = (await TestMongo.GatewayAsync()).ConnectionString;
        string database = TestMongo.NewDatabase();
        await using var store = new MongoDocumentStore(new MongoStoreOptions { ConnectionString = connection, Database = database }, TimeProvider.System);
        using var blobs = new GridFsBlobStore(store, "evidence", TimeProvider.System);
        var seen = new DateTimeOffset(2026, 3, 14, 12, 0, 0, 123, TimeSpan.Zero);
        await LedgerCollections.EnsureAllAsync(store, Cancel);
        await store.InsertIfAbsentAsync(LedgerCollections.Listings, Advert("1", "Ivory comb", 12.50m, seen), Cancel);
        await store.InsertIfAbsentAsync(LedgerCollections.Listings, Advert("2", "Ivory figure", 250m, seen), Cancel);
        byte[] bytes = new byte[700_000];
        new Random(3).NextBytes(bytes);
        await using var content = new MemoryStream(bytes);
        var blob = await blobs.PutAsync(content, Cancel);

        var (exitCode, output) = await RunAsync("node", Path.GetDirectoryName(script)!, script, connection, database, "evidence", blob.Sha256);

        Assert.That(exitCode, Is.Zero, output);
        var answer = JsonDocument.Parse(output).RootElement;
        Assert.That(answer.GetProperty("title").GetString(), Is.EqualTo("Ivory comb"));
        Assert.That(answer.GetProperty("firstSeenIsDate").GetBoolean(), Is.True);
        Assert.That(answer.GetProperty("firstSeenAt").GetDateTimeOffset(), Is.EqualTo(seen));
        Assert.That(answer.GetProperty("blob").GetString(), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(bytes))));
        Assert.That(
            answer.GetProperty("collections").EnumerateArray().Select(c => c.GetString()),
            Is.SupersetOf(["captures", "cyberpatrol_meta", "evidence.chunks", "evidence.files", "jobs", "listings", "sweeps", "watch_lists"]));
        Assert.That(
            answer.GetProperty("indexes").EnumerateArray().Select(i => i.GetString()),
            Is.SupersetOf(["_id_", "by_firstSeenAt_falling", "by_site", "by_words"]));
    }

    [Test]
    public async Task NodeDriver_WritesListingAndBlob_ReadByTheStore()
    {
        string script = await InstallAsync("write.mjs");
        string connection = (await TestMongo.GatewayAsync()).ConnectionString;
        string database = TestMongo.NewDatabase();
        await using var store = new MongoDocumentStore(new MongoStoreOptions { ConnectionString = connection, Database = database }, TimeProvider.System);
        using var blobs = new GridFsBlobStore(store, "evidence", TimeProvider.System);
        var advert = Advert("1", "Ivory comb", 12.50m, new DateTimeOffset(2026, 3, 14, 12, 0, 0, 123, TimeSpan.Zero));
        await store.InsertIfAbsentAsync(LedgerCollections.Listings, advert, Cancel);

        var (exitCode, output) = await RunAsync("node", Path.GetDirectoryName(script)!, script, connection, database, "evidence");

        Assert.That(exitCode, Is.Zero, output);
        var written = JsonDocument.Parse(output).RootElement;
        var copy = await store.GetAsync(LedgerCollections.Listings, written.GetProperty("id").GetString()!, Cancel);
        Assert.That(copy!.Value with { Contacts = advert.Contacts, Images = advert.Images, Hits = advert.Hits, WatchListIds = advert.WatchListIds, ScoreReasons = advert.ScoreReasons, Tiers = advert.Tiers },
            Is.EqualTo(advert with { Id = copy.Value.Id, Title = "Copied" }));
        Assert.That(copy.Value.Price!.Amount.ToString(), Is.EqualTo(advert.Price!.Amount.ToString()), "to the last zero");
        Assert.That(await store.ReplaceIfVersionAsync(LedgerCollections.Listings, copy.Value, copy.Version, Cancel), Is.True);
        await using var content = await blobs.OpenAsync(written.GetProperty("sha256").GetString()!, Cancel);
        await using var bytes = new MemoryStream();
        await content!.CopyToAsync(bytes, Cancel);
        Assert.That(bytes.Length, Is.EqualTo(700_000));
    }

    private static Listing Advert(string id, string title, decimal price, DateTimeOffset seen) => new()
    {
        Id = Listing.IdFor("bazaar", id),
        SiteId = "bazaar",
        SiteListingId = id,
        Url = $"http://bazaar.example/item/{id}",
        Title = title,
        Price = new PriceTag { Kind = PriceKind.Fixed, Amount = price, Currency = "EUR" },
        FirstSeenAt = seen,
        LastSeenAt = seen,
        LastSweepId = "sweep",
        CaptureId = "capture",
    };

    /// <summary>The script with the driver beside it, fetched once per version.</summary>
    private static async Task<string> InstallAsync(string script)
    {
        await Installing.WaitAsync(Cancel);
        try
        {
            return await InstallAloneAsync(script);
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<string> InstallAloneAsync(string script)
    {
        string source = Path.Combine(AppContext.BaseDirectory, "PublicClient");
        string print = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"), Cancel)))[..12];
        string folder = Path.Combine(Path.GetTempPath(), $"cyberpatrol-public-client-{print}");
        string done = Path.Combine(folder, "installed");
        Directory.CreateDirectory(folder);
        foreach (string name in new[] { "package.json", "package-lock.json", script })
        {
            File.Copy(Path.Combine(source, name), Path.Combine(folder, name), overwrite: true);
        }

        if (!File.Exists(done))
        {
            var (exitCode, output) = await RunAsync("npm", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            if (exitCode != 0)
            {
                Assert.Ignore($"platform-bound: needs Node.js 20 with npm and its registry, for MongoDB's own driver; apt-get install nodejs npm. {output}");
            }

            await File.WriteAllTextAsync(done, "", Cancel);
        }

        return Path.Combine(folder, script);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, string folder, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var errors = process.StandardError.ReadToEndAsync(Cancel);
            string output = await process.StandardOutput.ReadToEndAsync(Cancel);
            await process.WaitForExitAsync(Cancel);
            return (process.ExitCode, process.ExitCode == 0 ? output : output + await errors);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (-1, e.Message);
        }
    }
}
