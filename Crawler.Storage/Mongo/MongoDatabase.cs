using System.Runtime.CompilerServices;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Faults;
using Microsoft.Extensions.Logging;
using MongoDB.Bson;
using MongoDB.Driver;
using Polly;

namespace Crawler.Storage.Mongo;

/// <summary>
/// A database as the driver reaches it, with its operations retried and its faults in the port's words. Closes the connections when disposed of.
/// </summary>
/// <param name="server">The servers as people know them: <c>host:port</c>, never a password.</param>
internal sealed class MongoDatabase(IMongoClient client, string server, string name, ResiliencePipeline retries, TimeProvider time, ILogger log) : IAsyncDisposable
{
    // What an orderly stop grants operations that hang on a dead server.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A person waits for it by then.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running = 1;
    private int _drained;

    /// <summary>Server and database, for messages.</summary>
    public string Place => $"{server}/{name}";

    public IMongoDatabase Driver { get; } = client.GetDatabase(name);

    public IMongoCollection<BsonDocument> Collection(string collection) => Driver.GetCollection<BsonDocument>(collection);

    /// <summary>The document with the key. Null: there is none.</summary>
    /// <param name="members">Which members to fetch. None: all.</param>
    public Task<BsonDocument?> FindAsync(string collection, string key, CancellationToken cancellationToken, params string[] members)
    {
        var found = Collection(collection).Find(Builders<BsonDocument>.Filter.Eq("_id", key)).Limit(1);
        return RunAsync(token => (members.Length == 0 ? found : found.Project<BsonDocument>(Members(members))).FirstOrDefaultAsync(token), cancellationToken)!;
    }

    /// <summary>False: a document with one of its unique keys is there.</summary>
    /// <param name="isOwn">Whether the document that is there was written by this very call, an answer of which was lost. Null: it cannot tell.</param>
    public async Task<bool> InsertIfAbsentAsync(string collection, BsonDocument document, CancellationToken cancellationToken, Func<Task<bool>>? isOwn = null)
    {
        int sendings = 0;
        try
        {
            await ExecuteAsync(
                async token =>
                {
                    sendings++;
                    await Collection(collection).InsertOneAsync(document, null, token);
                    return true;
                },
                nameof(InsertIfAbsentAsync),
                cancellationToken);
            return true;
        }
        catch (Exception e) when (MongoFault.Of(e) is { Kind: FaultKind.DuplicateKey })
        {
            return sendings > 1 && isOwn is not null && await isOwn();
        }
        catch (Exception e) when (Knows(e))
        {
            throw Explain(e);
        }
    }

    /// <summary>Runs an operation of the driver, several times if need be; it must change nothing, or the same when it is repeated.</summary>
    /// <exception cref="StoreException">It did not succeed.</exception>
    /// <param name="caller">For the log.</param>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> operation, CancellationToken cancellationToken, [CallerMemberName] string caller = "")
    {
        try
        {
            return await ExecuteAsync(operation, caller, cancellationToken);
        }
        catch (Exception e) when (Knows(e))
        {
            throw Explain(e);
        }
    }

    /// <summary>All answers of a pipeline.</summary>
    public Task<List<BsonDocument>> AggregateAsync(string collection, BsonDocument[] pipeline, CancellationToken cancellationToken)
    {
        var options = new AggregateOptions { AllowDiskUse = true };
        return RunAsync(async token => await (await Collection(collection).AggregateAsync<BsonDocument>(pipeline, options, token)).ToListAsync(token), cancellationToken);
    }

    /// <summary>Runs a write of the driver.</summary>
    /// <returns>Its answer, and whether an earlier try may have taken effect although its answer was lost.</returns>
    /// <exception cref="StoreException">It did not succeed.</exception>
    public async Task<(T Answer, bool MayHaveRunBefore)> WriteAsync<T>(
        Func<CancellationToken, Task<T>> write, CancellationToken cancellationToken, [CallerMemberName] string caller = "")
    {
        int sendings = 0;
        var answer = await RunAsync(
            token =>
            {
                sendings++;
                return write(token);
            },
            cancellationToken,
            caller);
        return (answer, sendings > 1);
    }

    /// <summary>Waits a few seconds for the operations under way.</summary>
    public async Task DrainAsync()
    {
        if (Interlocked.Exchange(ref _drained, 1) == 0)
        {
            Leave();
        }

        await Task.WhenAny(_idle.Task, Task.Delay(Patience, time));
    }

    /// <summary>Waits a few seconds for the operations under way, then closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await DrainAsync();
        var cluster = client.Cluster;
        client.Dispose();

        // The driver keeps what it shares between clients of the same settings; no other client has these.
        ClusterRegistry.Instance.UnregisterAndDisposeCluster(cluster);
    }

    /// <summary>What is to be fetched of a document.</summary>
    public static ProjectionDefinition<BsonDocument> Members(IEnumerable<string> members) =>
        Builders<BsonDocument>.Projection.Combine(members.Select(m => Builders<BsonDocument>.Projection.Include(m)));

    private async Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> operation, string caller, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _running);
        long began = time.GetTimestamp();
        try
        {
            var answer = await retries.ExecuteAsync(async token => await operation(token), cancellationToken);
            if (time.GetElapsedTime(began) is var took && took >= Slow)
            {
                Log.MongoOperationSlow(log, caller, took);
            }

            return answer;
        }
        catch (Exception e) when (MongoFault.Of(e) is { } fault)
        {
            Log.MongoOperationFailed(log, caller, time.GetElapsedTime(began), fault.Kind, fault.Code);
            throw;
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _idle.TrySetResult();
        }
    }

    // The driver reports bytes that are no BSON by these.
    private static bool Knows(Exception exception) =>
        MongoFault.Of(exception) is not null || exception is FormatException or BsonException or EndOfStreamException;

    private StoreException Explain(Exception exception) => MongoFault.Of(exception) is { } fault
        ? MongoFaults.Explain(fault, Place, fault.Kind == FaultKind.Unreachable ? Servers() : exception.Message, exception)
        : new StoreException(
            StoreProblem.Corrupt, $"{Place}: the server sent what MongoDB would not: {exception.Message}. Check that it is MongoDB, version 7 or later", exception);

    /// <summary>What each server said when it was last asked; the driver's own words are a page long.</summary>
    private string Servers() => string.Join("; ", client.Cluster.Description.Servers.Select(
        s => $"{s.EndPoint}: {s.HeartbeatException?.GetBaseException().Message ?? $"{s.Type}, {s.State}"}"));
}
