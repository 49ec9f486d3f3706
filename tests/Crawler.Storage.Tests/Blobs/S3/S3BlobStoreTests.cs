using System.Net;
using System.Net.Sockets;
using Crawler.Storage.Blobs;
using Crawler.Storage.Blobs.S3;
using Crawler.Storage.Documents;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Blobs.S3;

/// <summary>A bucket keeps the contract, and what the service refuses is said in plain words.</summary>
public sealed class S3BlobStoreTests : BlobStoreContract
{
    private readonly List<IAsyncDisposable> _services = [];
    private readonly List<IDisposable> _stores = [];
    private LoopbackBucket? _bucket;

    private LoopbackBucket Bucket => _bucket!;

    protected override Task<IBlobStore> CreateStoreAsync()
    {
        _bucket = Start(new LoopbackBucket());
        return Task.FromResult<IBlobStore>(Open(_bucket.Url));
    }

    protected override Task DamageAsync(string sha256, Func<byte[], byte[]> change)
    {
        Bucket.Objects[$"blobs/{sha256[..2]}/{sha256[2..]}"] = change(Bucket.Objects[$"blobs/{sha256[..2]}/{sha256[2..]}"]);
        return Task.CompletedTask;
    }

    protected override Task<int> CountKeptAsync() => Task.FromResult(Bucket.Objects.Count);

    [TearDown]
    public async Task StopAsync()
    {
        foreach (var store in _stores)
        {
            store.Dispose();
        }

        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }
    }

    [Test]
    public async Task Put_Bytes_OneConditionalPutUnderThePrefix()
    {
        var info = await PutAsync("abc"u8.ToArray());

        string path = $"/{LoopbackBucket.Bucket}/blobs/{info.Sha256[..2]}/{info.Sha256[2..]}";
        Assert.That(Bucket.Requests, Is.EqualTo([$"HEAD {path} 404", $"PUT {path} 200"]));
    }

    [Test]
    public async Task Put_ServiceWithoutConditionalPuts_PutsAllTheSame()
    {
        var old = Start(new LoopbackBucket { KnowsConditionalPut = false });
        var store = Open(old.Url);
        await using var content = new MemoryStream([1, 2, 3]);

        await store.PutAsync(content, Cancel);

        Assert.That(old.Objects, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Put_BytesDamagedOnTheWay_StoreExceptionAndNothingKept()
    {
        Bucket.Line = bytes => bytes.Length == 0 ? bytes : [.. bytes[1..], 0];

        Assert.That(() => PutAsync("abc"u8.ToArray()), Throws.TypeOf<StoreException>().With.Message.Contains(Bucket.Url + LoopbackBucket.Bucket));
        Assert.That(await CountKeptAsync(), Is.Zero);
    }

    [Test]
    public void Put_WrongSecret_AccessDeniedWithoutTheSecret()
    {
        var store = Open(Bucket.Url, o => o.SecretKey = "hunter2");

        Assert.That(() => PutAsync(store), Throws.TypeOf<StoreException>()
            .With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.AccessDenied)
            .And.Message.Contains("access key").And.Message.Not.Contains("hunter2"));
    }

    [Test]
    public void Put_NoSuchBucket_SaysSo()
    {
        var store = Open(Bucket.Url, o => o.Bucket = "not-there");

        Assert.That(() => PutAsync(store), Throws.TypeOf<StoreException>().With.Message.Contains("no such bucket").And.Message.Contains("not-there"));
    }

    [Test]
    public void Put_NoRoom_DiskFull()
    {
        var store = Open(Start(new LoopbackBucket { Capacity = 2 }).Url);

        Assert.That(() => PutAsync(store), Throws.TypeOf<StoreException>().With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.DiskFull));
    }

    [Test]
    public void Put_NobodyListens_UnreachableNamesTheService()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        string url = $"http://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}";
        closed.Stop();

        Assert.That(() => PutAsync(Open(url)), Throws.TypeOf<StoreException>()
            .With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.Unreachable).And.Message.Contains(url));
    }

    [Test]
    public async Task Put_SecretInAFile_FirstLineIsUsed()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("secret"), LoopbackBucket.SecretKey + "\n", Cancel);
        var store = Open(Bucket.Url, o => (o.SecretKey, o.SecretKeyFile) = (null, folder.File("secret")));

        Assert.That((await PutAsync(store)).Size, Is.EqualTo(3));
    }

    private static async Task<BlobInfo> PutAsync(S3BlobStore store)
    {
        await using var content = new MemoryStream([1, 2, 3]);
        return await store.PutAsync(content, Cancel);
    }

    private LoopbackBucket Start(LoopbackBucket service)
    {
        _services.Add(service);
        return service;
    }

    private S3BlobStore Open(string url, Action<S3BlobOptions>? change = null)
    {
        var options = new S3BlobOptions
        {
            ServiceUrl = url,
            Region = LoopbackBucket.Region,
            Bucket = LoopbackBucket.Bucket,
            AccessKey = LoopbackBucket.AccessKey,
            SecretKey = LoopbackBucket.SecretKey,
        };
        change?.Invoke(options);
        Assert.That(options.Problem(), Is.Null);
        var store = new S3BlobStore(options);
        _stores.Add(store);
        return store;
    }
}
