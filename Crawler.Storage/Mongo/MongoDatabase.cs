using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Bson;
using Crawler.Storage.Mongo.Commands;

namespace Crawler.Storage.Mongo;

/// <summary>A database's commands, with faults in the port's words. Closes the connections when disposed of.</summary>
internal sealed class MongoDatabase(IMongoCommands commands, string name) : IAsyncDisposable
{
    /// <summary>Server and database, for messages.</summary>
    public string Place => $"{commands.Server}/{name}";

    /// <summary>The document with the key, whole. Null: there is none.</summary>
    public async Task<BsonView?> FindAsync(string collection, string key, CancellationToken cancellationToken, BsonMap? projection = null)
    {
        var command = new BsonMap { ["find"] = collection, ["filter"] = new BsonMap { ["_id"] = key } };
        if (projection is not null)
        {
            command["projection"] = projection;
        }

        command["limit"] = 1;
        command["singleBatch"] = true;
        var reply = await GuardAsync(commands.RunAsync(MongoCommand.Read(name, command), cancellationToken));
        foreach (var found in reply.Body.Get("cursor").Document.Get("firstBatch").Document.Elements)
        {
            return found.Document;
        }

        return null;
    }

    /// <param name="document">A <see cref="BsonMap"/> or <see cref="BsonView"/>.</param>
    /// <summary>False: a document with one of its unique keys is there.</summary>
    /// <param name="isOwn">Whether the document that is there was written by this very call, an answer of which was lost. Null: it cannot tell.</param>
    public async Task<bool> InsertIfAbsentAsync(string collection, object document, CancellationToken cancellationToken, Func<Task<bool>>? isOwn = null)
    {
        try
        {
            await commands.RunAsync(MongoCommand.Write(name, new BsonMap { ["insert"] = collection, ["documents"] = new[] { document } }), cancellationToken);
            return true;
        }
        catch (MongoFault fault) when (fault.Kind == FaultKind.DuplicateKey)
        {
            return fault.MayBeOwn && isOwn is not null && await isOwn();
        }
        catch (MongoFault fault)
        {
            throw MongoFaults.Explain(fault, Place);
        }
    }

    /// <summary>Replaces one document.</summary>
    /// <returns>Whether there was one to replace, and whether an earlier try may have replaced it.</returns>
    public async Task<(bool Found, bool MayHaveRunBefore)> ReplaceAsync(string collection, BsonMap filter, object document, CancellationToken cancellationToken)
    {
        var reply = await WriteAsync(new BsonMap { ["update"] = collection, ["updates"] = new[] { new BsonMap { ["q"] = filter, ["u"] = document } } }, cancellationToken);
        return (reply.Body.Get("n").Int64 > 0, reply.MayHaveRunBefore);
    }

    /// <returns>Whether there was one to delete, and whether an earlier try may have deleted it.</returns>
    public async Task<(bool Found, bool MayHaveRunBefore)> DeleteAsync(string collection, BsonMap filter, CancellationToken cancellationToken)
    {
        var reply = await WriteAsync(new BsonMap { ["delete"] = collection, ["deletes"] = new[] { new BsonMap { ["q"] = filter, ["limit"] = 1 } } }, cancellationToken);
        return (reply.Body.Get("n").Int64 > 0, reply.MayHaveRunBefore);
    }

    public Task<MongoReply> WriteAsync(BsonMap command, CancellationToken cancellationToken) => GuardAsync(commands.RunAsync(MongoCommand.Write(name, command), cancellationToken));

    /// <summary>All documents of a cursor.</summary>
    public Task<IReadOnlyList<BsonView>> ReadAllAsync(BsonMap command, CancellationToken cancellationToken) =>
        GuardAsync(commands.ReadAllAsync(MongoCommand.Read(name, command), cancellationToken));

    public ValueTask DisposeAsync() => commands.DisposeAsync();

    private async Task<T> GuardAsync<T>(Task<T> running)
    {
        try
        {
            return await running;
        }
        catch (MongoFault fault)
        {
            throw MongoFaults.Explain(fault, Place);
        }
        catch (InvalidDataException e)
        {
            throw new StoreException(StoreProblem.Corrupt, $"{Place}: the server sent what MongoDB would not: {e.Message}. Check that it is MongoDB, version 7 or later", e);
        }
    }
}
