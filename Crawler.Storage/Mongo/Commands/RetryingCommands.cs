using Crawler.Storage.Mongo.Bson;

namespace Crawler.Storage.Mongo.Commands;

/// <summary>
/// Sends a command again when the connection broke, the primary stepped down or too few servers confirmed. The driver's own retry covers one failure of one command on a replica set; this covers
/// standalone servers and elections that take longer. Every command of the stores may be sent twice: <see cref="MongoReply.MayHaveRunBefore"/> tells them to look twice at the answer.
/// </summary>
internal sealed class RetryingCommands(IMongoCommands inner, TimeProvider time, Func<double> jitter) : IMongoCommands
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    public string Server => inner.Server;

    public async Task<MongoReply> RunAsync(MongoCommand command, CancellationToken cancellationToken)
    {
        bool mayHaveRun = false;
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                var reply = await inner.RunAsync(command, cancellationToken);
                return mayHaveRun ? reply with { MayHaveRunBefore = true } : reply;
            }
            catch (MongoFault fault) when (fault.IsPassing && attempt < Pauses.Length)
            {
                mayHaveRun |= fault.MayHaveRun;
            }
            catch (MongoFault fault) when (fault.Kind == FaultKind.DuplicateKey && mayHaveRun)
            {
                throw new MongoFault(fault.Kind, fault.Code, fault.Message) { MayBeOwn = true };
            }

            await PauseAsync(attempt, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<BsonView>> ReadAllAsync(MongoCommand command, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return await inner.ReadAllAsync(command, cancellationToken);
            }
            catch (MongoFault fault) when ((fault.IsPassing || fault.Kind == FaultKind.CursorLost) && attempt < Pauses.Length)
            {
                // Reading changes nothing.
            }

            await PauseAsync(attempt, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private Task PauseAsync(int attempt, CancellationToken cancellationToken) => Task.Delay(Pauses[attempt] * (0.5 + jitter()), time, cancellationToken);
}
