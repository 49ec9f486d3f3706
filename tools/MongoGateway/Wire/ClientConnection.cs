using System.Net.Sockets;
using System.Text;
using MongoGateway.Bson;
using MongoGateway.Commands;
using MongoGateway.Faults;
using MongoGateway.Sessions;
using Npgsql;

namespace MongoGateway.Wire;

/// <summary>One client: reads its requests, one after the other, and answers them.</summary>
/// <param name="engineAnswers">Whether the engine answers now.</param>
/// <param name="number">The connection's id in the answer to hello.</param>
internal sealed class ClientConnection(
    MessageStream messages, CommandTable commands, FaultSwitch faults, GatewayOptions options, Func<CancellationToken, Task<bool>> engineAnswers, long number, TimeProvider time)
{
    private readonly ScramServer _scram = new(options.Users);

    /// <summary>Host and port that clients are told to connect to, unless the options name others.</summary>
    public required string Address { get; init; }

    /// <summary>Returns when the client hangs up, or when the connection has to be cut.</summary>
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await messages.ReadAsync(cancellationToken) is { } request)
            {
                byte[]? reply = await AnswerAsync(request, cancellationToken);
                if (reply is null)
                {
                    return;
                }

                if (!request.Silent)
                {
                    await messages.WriteAsync(request, reply, cancellationToken);
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidDataException)
        {
            // The client is gone, or speaks something else.
        }
    }

    /// <returns>Null: hang up.</returns>
    private async Task<byte[]?> AnswerAsync(Request request, CancellationToken cancellationToken)
    {
        bool retryable = request.Body.Find("txnNumber") is not null;
        var fault = faults.Take(request.Name);
        try
        {
            await Task.Delay(fault?.Delay ?? TimeSpan.Zero, time, cancellationToken);
            if (fault is { CloseConnection: true })
            {
                return null;
            }

            if (fault?.ErrorCode is { } code)
            {
                throw new MongoFault(code, $"{MongoFault.NameOf(code)}, as the fail point asks");
            }

            byte[]? reply = await DoAsync(request, cancellationToken);
            return fault is { LoseAnswer: true } ? null : reply;
        }
        catch (MongoFault known)
        {
            return known.ToReply(retryable);
        }
        catch (PostgresException refused) when (!refused.IsTransient || !refused.SqlState.StartsWith("57", StringComparison.Ordinal))
        {
            return MongoFault.From(refused).ToReply(retryable);
        }
        catch (NpgsqlException)
        {
            // The engine is down: to the client that is a server that died.
            return null;
        }
    }

    private async Task<byte[]?> DoAsync(Request request, CancellationToken cancellationToken)
    {
        switch (request.Name)
        {
            case "hello" or "isMaster" or "ismaster":
                return await engineAnswers(cancellationToken)
                    ? Handshake.Hello(request, options, options.Advertise ?? Address, number, time.GetUtcNow())
                    : null;
            case "saslStart":
                return Start(request.Body);
            case "saslContinue":
                return Continue(request.Body);
            case "buildInfo" or "buildinfo" or "ping" or "endSessions":
                break;
            default:
                Admit(request.Name);
                break;
        }

        if (request.Name == "configureFailPoint")
        {
            faults.Set(FailPoint.Read(request.Body));
            return Handshake.Ok();
        }

        return await commands.DoAsync(request, cancellationToken);
    }

    private void Admit(string command)
    {
        if (options.Users.Count > 0 && _scram.Authenticated is null)
        {
            throw new MongoFault(MongoFault.Unauthorized, $"command {command} requires authentication");
        }
    }

    private byte[] Start(BsonDocument command)
    {
        if (command.Text("mechanism") != "SCRAM-SHA-256")
        {
            throw new MongoFault(2, $"mechanism {command.Text("mechanism")} is not spoken here; SCRAM-SHA-256 is");
        }

        return Conversation(_scram.First(Payload(command)), done: false);
    }

    private byte[] Continue(BsonDocument command) =>
        _scram.Authenticated is null ? Conversation(_scram.Last(Payload(command)), done: true) : Conversation("", done: true);

    private static byte[] Conversation(string? answer, bool done) =>
        new BsonBuilder().Add("conversationId", 1).Add("done", done)
            .Add("payload", Encoding.UTF8.GetBytes(answer ?? throw new MongoFault(MongoFault.AuthenticationFailed, "Authentication failed."))).Add("ok", 1.0)
                .ToBytes();

    private static string Payload(BsonDocument command) => Encoding.UTF8.GetString((command.Find("payload")?.AsBinary() ?? ReadOnlyMemory<byte>.Empty).Span);
}
