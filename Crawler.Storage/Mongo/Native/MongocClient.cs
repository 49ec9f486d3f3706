using Crawler.Storage.Mongo.Bson;
using Crawler.Storage.Mongo.Commands;

namespace Crawler.Storage.Mongo.Native;

/// <summary>Runs one command on a connection of the pool, blocking.</summary>
internal static unsafe class MongocClient
{
    /// <exception cref="MongoFault">The server refused it, or could not be reached.</exception>
    public static BsonView Run(PoolHandle pool, MongoCommand command)
    {
        nint client = LibMongoc.PoolPop(pool);
        var reply = NativeBson.Allocate();
        try
        {
            Send(client, command, null, reply);
            return NativeBson.Copy(reply);
        }
        finally
        {
            NativeBson.Free(reply);
            LibMongoc.PoolPush(pool, client);
        }
    }

    /// <summary>All documents of a cursor, over as many batches as it takes.</summary>
    /// <exception cref="MongoFault">The server refused it, or could not be reached.</exception>
    public static IReadOnlyList<BsonView> ReadAll(PoolHandle pool, MongoCommand command)
    {
        nint client = LibMongoc.PoolPop(pool);

        // A server with sessions hands a cursor's next batch only to the session that opened it.
        NativeError error;
        nint session = LibMongoc.StartSession(client, 0, &error);
        var unreachable = session == 0 ? MongoFault.Of(error.Domain, error.Code, error.Message, null) : null;
        var options = NativeBson.Allocate();
        var reply = NativeBson.Allocate();
        nint cursor = 0;
        try
        {
            if (session != 0)
            {
                LibMongoc.SessionAppend(session, options, &error);
            }
            else if (unreachable is { Kind: FaultKind.Unreachable or FaultKind.ConnectionLost or FaultKind.AccessDenied })
            {
                // Otherwise it only means that the server has no sessions.
                throw unreachable;
            }

            Send(client, command, options, reply);
            cursor = LibMongoc.CursorNew(client, reply, options);

            // The content is the cursor's now.
            LibMongoc.BsonInit(reply);
            return Drain(cursor);
        }
        finally
        {
            if (cursor != 0)
            {
                LibMongoc.CursorDestroy(cursor);
            }

            NativeBson.Free(reply);
            NativeBson.Free(options);
            if (session != 0)
            {
                LibMongoc.SessionDestroy(session);
            }

            LibMongoc.PoolPush(pool, client);
        }
    }

    private static void Send(nint client, MongoCommand command, NativeBson* options, NativeBson* reply)
    {
        var bytes = command.Body.ToBson().Bytes.Span;
        NativeBson* body = NativeBson.Allocate();
        try
        {
            fixed (byte* data = bytes)
            {
                LibMongoc.BsonInitStatic(body, data, (nuint)bytes.Length);
                NativeError error;
                bool isDone = command.IsWrite
                    ? LibMongoc.WriteCommand(client, command.Database, body, options, reply, &error)
                    : LibMongoc.ReadCommand(client, command.Database, body, 0, options, reply, &error);
                if (!isDone)
                {
                    throw MongoFault.Of(error.Domain, error.Code, error.Message, NativeBson.Copy(reply));
                }
            }
        }
        finally
        {
            NativeBson.Free(body);
        }
    }

    private static List<BsonView> Drain(nint cursor)
    {
        var documents = new List<BsonView>();
        NativeBson* document;
        while (LibMongoc.CursorNext(cursor, &document))
        {
            documents.Add(NativeBson.Copy(document));
        }

        NativeError error;
        return LibMongoc.CursorError(cursor, &error) ? throw MongoFault.Of(error.Domain, error.Code, error.Message, null) : documents;
    }
}
