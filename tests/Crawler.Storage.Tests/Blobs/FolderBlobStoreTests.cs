using System.Runtime.Versioning;
using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Blobs;

/// <summary>The folder keeps the contract, and a crash or a full disk leaves no half blob.</summary>
public sealed class FolderBlobStoreTests : BlobStoreContract
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<IBlobStore> CreateStoreAsync() => Task.FromResult<IBlobStore>(new FolderBlobStore(_folder.File("blobs"), TimeProvider.System));

    protected override async Task DamageAsync(string sha256, Func<byte[], byte[]> change)
    {
        string path = PathOf(sha256);
        byte[] bytes = change(await File.ReadAllBytesAsync(path, Cancel));
        File.Delete(path);
        await File.WriteAllBytesAsync(path, bytes, Cancel);
    }

    protected override Task<int> CountKeptAsync() =>
        Task.FromResult(
            Directory.Exists(_folder.File("blobs")) ? Directory.EnumerateFiles(_folder.File("blobs"), "*", SearchOption.AllDirectories).Count() : 0);

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    [SupportedOSPlatform("linux")]
    public async Task Put_Bytes_ReadOnlyFileUnderTheFirstTwoDigits()
    {
        var info = await PutAsync("abc"u8.ToArray());

        Assert.That(PathOf(info.Sha256), Does.Exist);
        Assert.That(File.GetUnixFileMode(PathOf(info.Sha256)) & (UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite), Is.Default);
    }

    [Test]
    public async Task Put_UnfinishedFilesOfACrash_OldOnesRemovedYoungOnesLeft()
    {
        string unfinished = Directory.CreateDirectory(_folder.File("blobs/unfinished")).FullName;
        await File.WriteAllTextAsync(Path.Combine(unfinished, "old"), "half", Cancel);
        await File.WriteAllTextAsync(Path.Combine(unfinished, "young"), "half", Cancel);
        File.SetLastWriteTimeUtc(Path.Combine(unfinished, "old"), TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));

        await PutAsync("abc"u8.ToArray());

        Assert.That(Directory.EnumerateFiles(unfinished).Select(Path.GetFileName), Is.EqualTo(["young"]));
    }

    [Test]
    public async Task Put_FolderIsAFile_StoreExceptionNamesIt()
    {
        string path = _folder.File("occupied");
        await File.WriteAllTextAsync(path, "not a folder", Cancel);
        await using var content = new MemoryStream([1]);

        Assert.That(
            () => new FolderBlobStore(path, TimeProvider.System).PutAsync(content, Cancel), Throws.TypeOf<StoreException>().With.Message.Contains(path));
    }

    [Test]
    public async Task Put_DiskFull_StoreExceptionAndNothingLeft()
    {
        using var disk = SmallDisk.Mount(_folder.File("disk"), kilobytes: 256);
        var store = new FolderBlobStore(Path.Combine(disk.Path, "blobs"), TimeProvider.System);
        await using var fits = new MemoryStream(new byte[100_000]);
        var kept = await store.PutAsync(fits, Cancel);
        await using var tooMuch = new MemoryStream(new byte[1_000_000]);

        Assert.That(
            () => store.PutAsync(tooMuch, Cancel),
            Throws.TypeOf<StoreException>().With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.DiskFull));

        Assert.That(Directory.EnumerateFiles(disk.Path, "*", SearchOption.AllDirectories).Count(), Is.EqualTo(1));
        await using var read = await store.OpenAsync(kept.Sha256, Cancel);
        Assert.That(read, Is.Not.Null);
    }

    private string PathOf(string sha256) => _folder.File($"blobs/{sha256[..2]}/{sha256[2..]}");
}
