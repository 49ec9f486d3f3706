using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Crawler.Storage.Blobs;

/// <summary>
/// Blobs as read-only files <c>ab/cdef...</c> in a folder. A blob is written beside its place, flushed, renamed and the rename flushed too: it is there whole
/// or not at all. A crash leaves files in <c>unfinished/</c>, which the first write a day later removes.
/// </summary>
public sealed class FolderBlobStore : IBlobStore
{
    private const string UnfinishedFolder = "unfinished";

    // Long enough that no upload of another process can still be going on.
    private static readonly TimeSpan UnfinishedKept = TimeSpan.FromDays(1);

    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private int _swept;

    /// <param name="folder">Created when missing.</param>
    public FolderBlobStore(string folder, TimeProvider time, ILogger<FolderBlobStore>? log = null)
    {
        this._folder = Path.GetFullPath(folder);
        this._time = time;
        this._log = (ILogger?)log ?? NullLogger.Instance;
    }

    public async Task<BlobInfo> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        var readsSource = new StrongBox<bool>();
        try
        {
            SweepOnce();
            return await WriteAsync(content, readsSource, cancellationToken);
        }
        catch (Exception e) when (BlobFaults.Knows(e) && !readsSource.Value)
        {
            throw BlobFaults.Explain(e, _folder);
        }
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string path = PathOf(sha256);
        try
        {
            var file = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                bufferSize: 1 << 16,
                FileOptions.Asynchronous | FileOptions.SequentialScan);
            return Task.FromResult<Stream?>(new VerifyingStream(file, sha256, file.Length));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
        catch (Exception e) when (BlobFaults.Knows(e))
        {
            throw BlobFaults.Explain(e, _folder);
        }
    }

    public Task<bool> ExistsAsync(string sha256, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(File.Exists(PathOf(sha256)));
    }

    private async Task<BlobInfo> WriteAsync(Stream content, StrongBox<bool> readsSource, CancellationToken cancellationToken)
    {
        string unfinished = Path.Combine(_folder, UnfinishedFolder);
        DurableFolder.Create(unfinished);
        string temporary = Path.Combine(unfinished, Guid.NewGuid().ToString("n"));
        try
        {
            BlobInfo info;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous))
            {
                info = await HashingCopy.RunAsync(content, file, readsSource, cancellationToken);
                if (!File.Exists(PathOf(info.Sha256)))
                {
                    file.Flush(flushToDisk: true);
                }
            }

            Keep(temporary, PathOf(info.Sha256));
            return info;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Keep(string temporary, string path)
    {
        string place = Path.GetDirectoryName(path)!;
        if (File.Exists(path))
        {
            // Whoever wrote it may not have come to this yet.
            DurableFolder.Flush(place);
            return;
        }

        DurableFolder.Create(place);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        }

        // Somebody else may have stored the same bytes meanwhile; replacing them by themselves does no harm.
        File.Move(temporary, path, overwrite: true);
        DurableFolder.Flush(place);
    }

    private string PathOf(string sha256) => Path.Combine(_folder, BlobName.PathOf(sha256));

    private void SweepOnce()
    {
        if (Interlocked.Exchange(ref _swept, 1) == 1)
        {
            return;
        }

        var unfinished = new DirectoryInfo(Path.Combine(_folder, UnfinishedFolder));
        if (!unfinished.Exists)
        {
            return;
        }

        var old = (_time.GetUtcNow() - UnfinishedKept).UtcDateTime;
        int count = 0;
        foreach (var file in unfinished.EnumerateFiles().Where(f => f.LastWriteTimeUtc < old))
        {
            file.Delete();
            count++;
        }

        if (count > 0)
        {
            Log.SweptUnfinishedBlobs(_log, count, unfinished.FullName);
        }
    }
}
