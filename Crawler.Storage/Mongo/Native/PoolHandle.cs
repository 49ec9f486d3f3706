using System.Runtime.InteropServices;
using Crawler.Storage.Documents;

namespace Crawler.Storage.Mongo.Native;

/// <summary><c>mongoc_client_pool_t</c>: connections, and the threads that watch the servers. Safe to share.</summary>
internal sealed class PoolHandle : SafeHandle
{
    // Errors then carry the server's own codes.
    private const int ErrorApi = 2;

    private static readonly Lazy<bool> Library = new(() =>
    {
        LibMongoc.Init();

        // It would write to standard error; what matters comes back as an error.
        LibMongoc.LogSetHandler(0, 0);
        return true;
    });

    private PoolHandle(nint pool)
        : base(0, ownsHandle: true) => SetHandle(pool);

    public override bool IsInvalid => handle == 0;

    /// <summary>Connects nothing yet.</summary>
    /// <exception cref="StoreException">The driver is not installed, or the options cannot be used.</exception>
    public static unsafe PoolHandle Open(MongoStoreOptions options)
    {
        try
        {
            _ = Library.Value;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            throw new StoreException(StoreProblem.Other,
                $"MongoDB store: {LibMongoc.Name}, MongoDB's C driver, cannot be loaded. Install it (Debian, Ubuntu: apt-get install libmongoc-1.0-0), version 1.23 or later. ({e.Message})", e);
        }

        using var uri = UriHandle.Parse(options);
        NativeError error;
        var pool = new PoolHandle(LibMongoc.PoolNew(uri, &error));
        if (pool.IsInvalid)
        {
            pool.Dispose();
            throw new StoreException(StoreProblem.Other, $"MongoDB store: {nameof(MongoStoreOptions.ConnectionString)} cannot be used: {error.Message}");
        }

        LibMongoc.PoolSetErrorApi(pool, ErrorApi);
        LibMongoc.PoolSetAppName(pool, "CyberPatrol");
        LibMongoc.PoolMaxSize(pool, (uint)options.PoolSize);
        return pool;
    }

    protected override bool ReleaseHandle()
    {
        LibMongoc.PoolDestroy(handle);
        return true;
    }
}
