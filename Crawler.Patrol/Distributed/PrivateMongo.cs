using Crawler.Patrol.Places;

namespace Crawler.Patrol.Distributed;

/// <summary>
/// A MongoDB-compatible server of one's own, as the tests use it: the gateway over the DocumentDB engine (tools/MongoGateway). Only a clone of the repository
/// has it; elsewhere a MongoDB is named by its connection string.
/// </summary>
internal sealed class PrivateMongo : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ChildProcess _process;

    private PrivateMongo(ChildProcess process, string connectionString)
    {
        _process = process;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    /// <exception cref="DistributedException">There is none here, or it does not start.</exception>
    public static async Task<PrivateMongo> StartAsync(PatrolHome home, string logs, CancellationToken cancellationToken)
    {
        string program = Path.Combine(home.Root, "tools", "MongoGateway", "bin", "Release", "net10.0", "MongoGateway.dll");
        if (!File.Exists(program))
        {
            throw new DistributedException($"no MongoDB was named and the tests' own is not here ({program}); name one with --mongo mongodb://HOST:PORT/, or start ./patrol from a clone");
        }

        var process = ChildProcess.Start("store", Path.Combine(logs, "store.log"), new Dictionary<string, string>(StringComparer.Ordinal), "dotnet", program);
        try
        {
            return new PrivateMongo(process, await ConnectionStringAsync(process, cancellationToken));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    /// <summary>The program says it when it is ready.</summary>
    private static async Task<string> ConnectionStringAsync(ChildProcess process, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        while (!process.HasExited && !limit.IsCancellationRequested)
        {
            if (process.LastWords(50).Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.StartsWith("mongodb://", StringComparison.Ordinal)) is { } address)
            {
                return address;
            }

            await Task.Delay(100, CancellationToken.None);
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw new DistributedException($"the store did not start within {Patience.TotalSeconds} s: {process.LastWords()}");
    }
}
