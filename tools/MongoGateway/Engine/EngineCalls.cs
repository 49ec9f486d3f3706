using Npgsql;
using NpgsqlTypes;

namespace MongoGateway.Engine;

/// <summary>DocumentDB's functions, BSON in and BSON out.</summary>
internal sealed class EngineCalls(DocumentDbEngine engine)
{
    private const int Attempts = 10;

    public ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken) => engine.Connections.OpenConnectionAsync(cancellationToken);

    /// <summary>Calls a function that answers one document.</summary>
    /// <param name="call">SQL: the call with $1, $2, ... for the arguments.</param>
    /// <param name="arguments">Strings, long numbers or BSON in bytes.</param>
    public async Task<byte[]> DocumentAsync(string call, CancellationToken cancellationToken, params IReadOnlyList<object?> arguments)
    {
        for (int attempt = 1; ; attempt++)
        {
            await using var connection = await ConnectAsync(cancellationToken);
            await using var command = Command(connection, call, arguments);
            try
            {
                return await command.ExecuteScalarAsync(cancellationToken) as byte[] ?? [];
            }
            catch (PostgresException conflict) when (attempt < Attempts && IsPassing(conflict))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 * attempt), cancellationToken);
            }
        }
    }

    public static NpgsqlCommand Command(NpgsqlConnection connection, string call, IReadOnlyList<object?> arguments)
    {
        var command = new NpgsqlCommand(call, connection);
        foreach (object? argument in arguments)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument ?? DBNull.Value, NpgsqlDbType = argument is string or null ? NpgsqlDbType.Text : argument is long ? NpgsqlDbType.Bigint : NpgsqlDbType.Bytea });
        }

        return command;
    }

    // What MongoDB tries again by itself: a deadlock, a lost race, two clients that both create the collection by their first insert.
    private static bool IsPassing(PostgresException exception) =>
        exception.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
        || (exception.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateTable && exception.SchemaName is "documentdb_api_catalog" or "pg_catalog");
}
