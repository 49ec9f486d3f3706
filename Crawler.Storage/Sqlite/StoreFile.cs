using System.Globalization;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite.Layout;
using Crawler.Storage.Sqlite.Native;
using Crawler.Storage.Sqlite.Reading;
using Crawler.Storage.Sqlite.Writing;

namespace Crawler.Storage.Sqlite;

/// <summary>The open file: one queue that writes, a pool that reads.</summary>
internal sealed class StoreFile : IDisposable
{
    // For new files. A listing takes some 2 kB: of SQLite's default pages of 4 kB, half would stay empty.
    private const int PageBytes = 8192;

    // Four times SQLite's default, in bytes: fewer and larger copies from the log into the file while a sweep runs.
    private const int CheckpointPages = 2000;

    // What the log may keep of the disk after a rebuild has swollen it.
    private const int LogBytesKept = 64 << 20;

    private StoreFile(string path, WriteQueue writes, ReaderPool reads)
    {
        Path = path;
        Writes = writes;
        Reads = reads;
    }

    public string Path { get; }

    public WriteQueue Writes { get; }

    public ReaderPool Reads { get; }

    /// <summary>Opens the file, creating it when missing. Waits, without blocking, while another process is creating or upgrading it.</summary>
    public static async Task<StoreFile> OpenAsync(string path, EmbeddedStoreOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        CreateFolder(path);
        long began = time.GetTimestamp();
        while (true)
        {
            try
            {
                // SQLite does not wait by itself for the lock that changing the journal mode needs.
                return await Task.Run(() => Open(path, options), cancellationToken);
            }
            catch (StoreException e) when (e.Problem == StoreProblem.Locked && time.GetElapsedTime(began) < options.LockTimeout)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), time, cancellationToken);
            }
        }
    }

    public void Dispose()
    {
        Reads.Dispose();
        Writes.Dispose();
    }

    private static StoreFile Open(string path, EmbeddedStoreOptions options)
    {
        var session = new SqliteSession(path, options.LockTimeout);
        try
        {
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA page_size = {PageBytes}"));
            StoreSchema.Prepare(session);
            string? mode = session.Scalar("PRAGMA journal_mode = WAL");
            if (!string.Equals(mode, "wal", StringComparison.Ordinal))
            {
                throw new StoreException(StoreProblem.Other,
                    $"{path}: this disk does not support the store's write-ahead log (journal mode stays '{mode}'). Put the data folder on a local disk, not on a network share");
            }

            session.Execute(string.Create(CultureInfo.InvariantCulture,
                $"PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = {CheckpointPages}; PRAGMA journal_size_limit = {LogBytesKept}"));
            if (options.MaxBytes is { } limit)
            {
                long pageSize = long.Parse(session.Scalar("PRAGMA page_size")!, CultureInfo.InvariantCulture);
                session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {limit / pageSize}"));
            }

            return new StoreFile(path, new WriteQueue(session), new ReaderPool(() => OpenReader(path, options), options.MaxReaders));
        }
        catch (Exception)
        {
            session.Dispose();
            throw;
        }
    }

    private static SqliteSession OpenReader(string path, EmbeddedStoreOptions options)
    {
        var session = new SqliteSession(path, options.LockTimeout);
        try
        {
            session.Execute("PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768");
            return session;
        }
        catch (StoreException)
        {
            session.Dispose();
            throw;
        }
    }

    private static void CreateFolder(string path)
    {
        string folder = System.IO.Path.GetDirectoryName(path)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreProblem.AccessDenied,
                $"{folder}: the data folder cannot be created ({e.Message}). Create it and give this user write permission, or name another data folder",
                e);
        }
    }
}
