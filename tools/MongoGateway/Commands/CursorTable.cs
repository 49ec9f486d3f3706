using System.Collections.Concurrent;
using MongoGateway.Bson;
using MongoGateway.Engine;
using Npgsql;

namespace MongoGateway.Commands;

/// <summary>The cursors that clients have not read to their end.</summary>
internal sealed class CursorTable(EngineCalls engine) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, OpenCursor> _open = new();

    private sealed record OpenCursor(byte[] Continuation, NpgsqlConnection? Connection);

    /// <summary>Answers find, aggregate, listCollections, listIndexes.</summary>
    public async Task<byte[]> FirstPageAsync(string function, string database, ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        var connection = await engine.ConnectAsync(cancellationToken);
        bool kept = false;
        try
        {
            string call = $"select documentdb_core.bson_to_bytea(cursorpage), documentdb_core.bson_to_bytea(continuation), persistconnection, cursorid from documentdb_api.{function}($1, $2::documentdb_core.bson)";
            await using var query = EngineCalls.Command(connection, call, [database, command.ToArray()]);
            await using var row = await query.ExecuteReaderAsync(cancellationToken);
            await row.ReadAsync(cancellationToken);
            byte[] page = row.GetFieldValue<byte[]>(0);
            if (IdOf(page) is var id and not 0)
            {
                kept = row.GetBoolean(2);
                _open[id] = new OpenCursor(row.IsDBNull(1) ? [] : row.GetFieldValue<byte[]>(1), kept ? connection : null);
            }

            return page;
        }
        finally
        {
            if (!kept)
            {
                await connection.DisposeAsync();
            }
        }
    }

    public async Task<byte[]> NextPageAsync(string database, BsonDocument command, CancellationToken cancellationToken)
    {
        long id = command.Whole("getMore") ?? 0;
        if (!_open.TryRemove(id, out var cursor))
        {
            throw new MongoFault(MongoFault.CursorNotFound, $"cursor id {id} not found");
        }

        var connection = cursor.Connection ?? await engine.ConnectAsync(cancellationToken);
        bool kept = false;
        try
        {
            const string Call = "select documentdb_core.bson_to_bytea(cursorpage), documentdb_core.bson_to_bytea(continuation) from documentdb_api.cursor_get_more($1, $2::documentdb_core.bson, $3::documentdb_core.bson)";
            await using var query = EngineCalls.Command(connection, Call, [database, command.Bytes.ToArray(), cursor.Continuation]);
            await using var row = await query.ExecuteReaderAsync(cancellationToken);
            await row.ReadAsync(cancellationToken);
            byte[] page = row.GetFieldValue<byte[]>(0);
            if (IdOf(page) != 0)
            {
                kept = cursor.Connection is not null;
                _open[id] = cursor with { Continuation = row.IsDBNull(1) ? cursor.Continuation : row.GetFieldValue<byte[]>(1) };
            }

            return page;
        }
        finally
        {
            if (!kept)
            {
                await connection.DisposeAsync();
            }
        }
    }

    public async Task<byte[]> KillAsync(BsonDocument command)
    {
        var killed = new List<long>();
        var unknown = new List<long>();
        foreach (long id in command.Document("cursors")?.Elements().Select(e => e.AsWhole() ?? 0) ?? [])
        {
            bool known = _open.TryRemove(id, out var cursor);
            (known ? killed : unknown).Add(id);
            if (cursor?.Connection is { } connection)
            {
                await CloseAsync(connection);
            }
        }

        return new BsonBuilder().Add("cursorsKilled", killed).Add("cursorsNotFound", unknown).Add("cursorsAlive", Array.Empty<long>())
            .Add("cursorsUnknown", Array.Empty<long>()).Add("ok", 1.0).ToBytes();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var cursor in _open.Values)
        {
            if (cursor.Connection is { } connection)
            {
                await connection.DisposeAsync();
            }
        }
    }

    private static async Task CloseAsync(NpgsqlConnection connection)
    {
        await using (connection)
        await using (var close = new NpgsqlCommand("close all", connection))
        {
            await close.ExecuteNonQueryAsync();
        }
    }

    private static long IdOf(byte[] page) => new BsonDocument(page).Document("cursor")?.Whole("id") ?? 0;
}
