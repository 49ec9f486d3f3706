using System.Security.Cryptography;
using System.Text;
using Crawler.Storage.Blobs;

namespace Crawler.Storage.Tests.Contract;

/// <summary>What every blob store must do.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class BlobStoreContract
{
    // SHA-256 of "abc", from FIPS 180-2, appendix B.1.
    private const string HashOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private IBlobStore? _store;

    /// <summary>An empty store, this test's own.</summary>
    protected abstract Task<IBlobStore> CreateStoreAsync();

    /// <summary>Changes a stored blob behind the store's back.</summary>
    protected abstract Task DamageAsync(string sha256, Func<byte[], byte[]> change);

    /// <summary>How many blobs or parts of blobs are kept, finished or not.</summary>
    protected abstract Task<int> CountKeptAsync();

    private protected IBlobStore Store => _store!;

    private protected static CancellationToken Cancel => TestContext.CurrentContext.CancellationToken;

    [SetUp]
    public async Task OpenAsync() => _store = await CreateStoreAsync();

    [Test]
    public async Task Put_Bytes_NamedByTheirHashAndReadBack()
    {
        var info = await PutAsync("abc"u8.ToArray());

        Assert.That(info, Is.EqualTo(new BlobInfo(HashOfAbc, 3)));
        Assert.That(await ReadAsync(HashOfAbc), Is.EqualTo("abc"u8.ToArray()));
        Assert.That(await Store.ExistsAsync(HashOfAbc, Cancel), Is.True);
    }

    [Test]
    public async Task Put_Nothing_ABlobOfNoBytes()
    {
        var info = await PutAsync([]);

        Assert.That(info.Size, Is.Zero);
        Assert.That(await ReadAsync(info.Sha256), Is.Empty);
    }

    [Test]
    public async Task Put_TwentyMegabytesInOddPieces_ReadBackWhole()
    {
        byte[] bytes = new byte[20_000_000];
        new Random(1).NextBytes(bytes);
        await using var pieces = new PiecewiseStream(bytes, 9973);

        var info = await Store.PutAsync(pieces, Cancel);

        Assert.That(info, Is.EqualTo(new BlobInfo(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length)));
        Assert.That((await ReadAsync(info.Sha256)).AsSpan().SequenceEqual(bytes), Is.True);
    }

    [Test]
    public async Task Put_SameBytesTwice_KeptOnce()
    {
        var first = await PutAsync("abc"u8.ToArray());
        var second = await PutAsync("abc"u8.ToArray());

        Assert.That(second, Is.EqualTo(first));
        Assert.That(await CountKeptAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Put_SameBytesFiftyTimesAtOnce_KeptOnceAndWhole()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(new string('x', 100_000));
        var infos = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => PutAsync(bytes))));

        Assert.That(infos.Distinct().Count(), Is.EqualTo(1));
        Assert.That(await CountKeptAsync(), Is.EqualTo(1));
        Assert.That(await ReadAsync(infos[0].Sha256), Is.EqualTo(bytes));
    }

    [Test]
    public async Task Put_SourceFailsMidway_ItsExceptionAndNothingKept()
    {
        await using var broken = new PiecewiseStream(new byte[100_000], 1000) { FailAt = 50_000 };

        Assert.That(() => Store.PutAsync(broken, Cancel), Throws.TypeOf<IOException>());
        Assert.That(await CountKeptAsync(), Is.Zero);
    }

    [Test]
    public async Task Put_Cancelled_NothingKept()
    {
        await using var bytes = new MemoryStream(new byte[1000]);

        Assert.That(() => Store.PutAsync(bytes, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await CountKeptAsync(), Is.Zero);
    }

    [Test]
    public async Task Open_NeverStored_Null()
    {
        Assert.That(await Store.OpenAsync(HashOfAbc, Cancel), Is.Null);
        Assert.That(await Store.ExistsAsync(HashOfAbc, Cancel), Is.False);
    }

    [TestCase("")]
    [TestCase("abc")]
    [TestCase("../../../../etc/passwd")]
    [TestCase("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    public void Open_NotAHash_ArgumentException(string text)
    {
        Assert.That(() => Store.OpenAsync(text, Cancel), Throws.ArgumentException);
        Assert.That(() => Store.ExistsAsync(text, Cancel), Throws.ArgumentException);
    }

    [Test]
    public async Task Open_TwoReadersAtOnce_BothReadAll()
    {
        await PutAsync("abc"u8.ToArray());
        await using var first = await Store.OpenAsync(HashOfAbc, Cancel);
        await using var second = await Store.OpenAsync(HashOfAbc, Cancel);

        Assert.That((first!.ReadByte(), second!.ReadByte(), first.ReadByte()), Is.EqualTo(((int)'a', (int)'a', (int)'b')));
    }

    [Test]
    public async Task Read_ByteChanged_BlobCorruptExceptionNamesIt()
    {
        await PutAsync(new byte[100_000]);
        var info = await PutAsync(new byte[100_001]);
        await DamageAsync(info.Sha256, bytes =>
        {
            bytes[50_000] ^= 1;
            return bytes;
        });

        Assert.That(
            () => ReadAsync(info.Sha256), Throws.TypeOf<BlobCorruptException>().With.Property(nameof(BlobCorruptException.Sha256)).EqualTo(info.Sha256));
    }

    [Test]
    public async Task Read_EndCutOff_BlobCorruptException()
    {
        var info = await PutAsync(new byte[100_000]);
        await DamageAsync(info.Sha256, bytes => bytes[..99_999]);

        Assert.That(() => ReadAsync(info.Sha256), Throws.TypeOf<BlobCorruptException>());
    }

    private protected async Task<BlobInfo> PutAsync(byte[] bytes)
    {
        await using var content = new MemoryStream(bytes);
        return await Store.PutAsync(content, Cancel);
    }

    private protected async Task<byte[]> ReadAsync(string sha256)
    {
        await using var content = await Store.OpenAsync(sha256, Cancel);
        Assert.That(content, Is.Not.Null);
        await using var copy = new MemoryStream();
        await content!.CopyToAsync(copy, Cancel);
        return copy.ToArray();
    }
}
