using Crawler.Storage.Mongo.Bson;
using Crawler.Storage.Mongo.Native;

namespace Crawler.Storage.Mongo.Commands;

/// <summary>Commands through MongoDB's C driver.</summary>
internal sealed class MongocCommands : IMongoCommands
{
    private readonly PoolHandle pool;
    private readonly CommandThreads threads;

    /// <exception cref="Documents.StoreException">The driver is not installed, or the options cannot be used.</exception>
    public MongocCommands(MongoStoreOptions options)
    {
        Server = NameOf(options.ConnectionString);
        pool = PoolHandle.Open(options);
        threads = new CommandThreads(options.PoolSize);
    }

    public string Server { get; }

    public async Task<MongoReply> RunAsync(MongoCommand command, CancellationToken cancellationToken)
    {
        var reply = await threads.RunAsync(() => Holding(p => MongocClient.Run(p, command)), cancellationToken);
        return MongoFault.In(reply) is { } fault ? throw fault : new MongoReply(reply);
    }

    public Task<IReadOnlyList<BsonView>> ReadAllAsync(MongoCommand command, CancellationToken cancellationToken) =>
        threads.RunAsync(() => Holding(p => MongocClient.ReadAll(p, command)), cancellationToken);

    public async ValueTask DisposeAsync() => await Task.Run(() =>
    {
        threads.Dispose();
        pool.Dispose();
    });

    /// <summary>Without scheme, user, password and options.</summary>
    internal static string NameOf(string connectionString)
    {
        string rest = connectionString[(connectionString.IndexOf("://", StringComparison.Ordinal) + 3)..];
        rest = rest[(rest.LastIndexOf('@') + 1)..];
        int end = rest.AsSpan().IndexOfAny('/', '?');
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>A call still under way when the store is disposed of keeps the pool until it ends.</summary>
    private T Holding<T>(Func<PoolHandle, T> call)
    {
        bool held = false;
        try
        {
            pool.DangerousAddRef(ref held);
            return call(pool);
        }
        finally
        {
            if (held)
            {
                pool.DangerousRelease();
            }
        }
    }
}
