using MongoGateway.Bson;
using MongoGateway.Engine;
using MongoGateway.Wire;

namespace MongoGateway.Commands;

/// <summary>Each command of MongoDB that is spoken here, as a call of DocumentDB.</summary>
internal sealed class CommandTable(EngineCalls engine, CursorTable cursors) : IDisposable
{
    // Two index builds at once on one collection would wait for each other; MongoDB queues them too.
    private readonly SemaphoreSlim _building = new(1, 1);

    public async Task<byte[]> DoAsync(Request request, CancellationToken cancellationToken) => request.Name switch
    {
        "ping" or "endSessions" or "refreshSessions" or "startSession" => Handshake.Ok(),
        "buildInfo" or "buildinfo" => Handshake.BuildInfo(),
        "insert" or "update" or "delete" => await WriteAsync(request, cancellationToken),
        "findAndModify" or "findandmodify" => await FindAndModifyAsync(request, cancellationToken),
        "find" => await cursors.FirstPageAsync("find_cursor_first_page", request.Database, request.Body.Bytes, cancellationToken),
        "aggregate" => await cursors.FirstPageAsync("aggregate_cursor_first_page", request.Database, request.Body.Bytes, cancellationToken),
        "listCollections" => await cursors.FirstPageAsync("list_collections_cursor_first_page", request.Database, request.Body.Bytes, cancellationToken),
        "listIndexes" => await cursors.FirstPageAsync("list_indexes_cursor_first_page", request.Database, request.Body.Bytes, cancellationToken),
        "getMore" => await cursors.NextPageAsync(request.Database, request.Body, cancellationToken),
        "killCursors" => await cursors.KillAsync(request.Body),
        "count" => await SpecAsync("documentdb_api.count_query($1, $2::documentdb_core.bson)", request, cancellationToken),
        "distinct" => await SpecAsync("documentdb_api.distinct_query($1, $2::documentdb_core.bson)", request, cancellationToken),
        "createIndexes" => await CreateIndexesAsync(request, cancellationToken),
        "dropIndexes" => await SpecAsync("documentdb_api_internal.drop_indexes_non_concurrently($1, $2::documentdb_core.bson)", request, cancellationToken),
        "create" => await SpecAsync("documentdb_api.create_collection_view($1, $2::documentdb_core.bson)", request, cancellationToken),
        "collMod" =>
            await NamedAsync(
                "documentdb_core.bson_to_bytea(documentdb_api.coll_mod($1, $2, $3::documentdb_core.bson))",
                request,
                cancellationToken,
                request.Body.Bytes.ToArray()),
        "collStats" => await NamedAsync("documentdb_core.bson_to_bytea(documentdb_api.coll_stats($1, $2))", request, cancellationToken),
        "dbStats" => await engine.DocumentAsync(
            "select documentdb_core.bson_to_bytea(documentdb_api.db_stats($1, 1, false))", cancellationToken, request.Database),
        "listDatabases" => await engine.DocumentAsync(
            "select documentdb_core.bson_to_bytea(documentdb_api.list_databases($1::documentdb_core.bson))", cancellationToken, request.Body.Bytes.ToArray()),
        "drop" => await DropAsync(request, cancellationToken),
        "dropDatabase" => await DropDatabaseAsync(request, cancellationToken),
        var other => throw new MongoFault(
            MongoFault.CommandNotFound, $"no such command: '{other}' (the test gateway speaks those that tools/MongoGateway/README.md lists)"),
    };

    public void Dispose() => _building.Dispose();

    private async Task<byte[]> WriteAsync(Request request, CancellationToken cancellationToken)
    {
        byte[] body = request.Body.Bytes.ToArray();
        string call = $"select documentdb_core.bson_to_bytea(p_result) from documentdb_api.{request.Name}($1, $2::documentdb_core.bson, p_transaction_id => $3";
        byte[] answer = request.Documents is { } documents
            ? await engine.DocumentAsync(call + ", p_insert_documents => $4::documentdb_core.bsonsequence)", cancellationToken, request.Database, body, TransactionId(request), documents.ToArray())
            : await engine.DocumentAsync(call + ")", cancellationToken, request.Database, body, TransactionId(request));
        return WriteAnswer.From(answer, $"{request.Database}.{request.Body.Text(request.Name)}");
    }

    private async Task<byte[]> FindAndModifyAsync(Request request, CancellationToken cancellationToken) =>
        await engine.DocumentAsync(
            "select documentdb_core.bson_to_bytea(p_result) from documentdb_api.find_and_modify($1, $2::documentdb_core.bson, $3)",
            cancellationToken,
            request.Database,
            request.Body.Bytes.ToArray(),
            TransactionId(request));

    private async Task<byte[]> CreateIndexesAsync(Request request, CancellationToken cancellationToken)
    {
        await _building.WaitAsync(cancellationToken);
        try
        {
            string collection = request.Body.Text("createIndexes") ?? "";
            await engine.DocumentAsync("select null from documentdb_api.create_collection($1, $2)", cancellationToken, request.Database, collection);
            byte[] answer = await SpecAsync(
                "documentdb_api_internal.create_indexes_non_concurrently($1, $2::documentdb_core.bson, true)", request, cancellationToken);
            var shard = new BsonDocument(answer).Document("raw")?.Document("defaultShard") ?? new BsonDocument(answer);
            if (shard.Find("ok")?.AsTruth() != true)
            {
                throw new MongoFault(MongoFault.FromPacked(shard.Whole("code") ?? 0), shard.Text("errmsg") ?? "the index was not built");
            }

            var reply = new BsonBuilder();
            foreach (var element in shard.Elements().Where(e => e.Name != "ok"))
            {
                reply.Add(element);
            }

            return reply.Add("ok", 1.0).ToBytes();
        }
        finally
        {
            _building.Release();
        }
    }

    private async Task<byte[]> DropAsync(Request request, CancellationToken cancellationToken)
    {
        await engine.DocumentAsync(
            "select null from documentdb_api.drop_collection($1, $2)", cancellationToken, request.Database, request.Body.Text("drop") ?? "");
        return new BsonBuilder().Add("ns", $"{request.Database}.{request.Body.Text("drop")}").Add("ok", 1.0).ToBytes();
    }

    private async Task<byte[]> DropDatabaseAsync(Request request, CancellationToken cancellationToken)
    {
        await engine.DocumentAsync("select null from documentdb_api.drop_database($1)", cancellationToken, request.Database);
        return new BsonBuilder().Add("dropped", request.Database).Add("ok", 1.0).ToBytes();
    }

    private Task<byte[]> SpecAsync(string function, Request request, CancellationToken cancellationToken) =>
        engine.DocumentAsync($"select documentdb_core.bson_to_bytea({function})", cancellationToken, request.Database, request.Body.Bytes.ToArray());

    private Task<byte[]> NamedAsync(string function, Request request, CancellationToken cancellationToken, params IReadOnlyList<object?> more) =>
        engine.DocumentAsync("select " + function, cancellationToken, [request.Database, request.Body.Elements().First().AsText(), .. more]);

    /// <summary>
    /// What names a retryable write: its session and number. DocumentDB keeps it with the write, so that a second sending answers as the first and changes
    /// nothing.
    /// </summary>
    private static string? TransactionId(Request request)
    {
        if (request.Body.Find("startTransaction") is not null || request.Body.Find("autocommit") is not null)
        {
            throw new MongoFault(MongoFault.IllegalOperation, "the test gateway has no transactions of several commands");
        }

        return request.Body.Whole("txnNumber") is { } number && request.Body.Document("lsid")?.Find("id")?.AsBinary() is { } session
            ? $"{Convert.ToHexString(session.Span)}:{number}"
            : null;
    }
}
