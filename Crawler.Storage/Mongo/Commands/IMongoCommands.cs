using Crawler.Storage.Mongo.Bson;

namespace Crawler.Storage.Mongo.Commands;

/// <summary>
/// All this room asks of a MongoDB driver: commands in, replies out, as BSON. The stores above know no driver, so that another one is a matter of this interface.
/// </summary>
internal interface IMongoCommands : IAsyncDisposable
{
    /// <summary>The servers as people know them: <c>host:port</c>, never a password.</summary>
    string Server { get; }

    /// <summary>Runs a command that gives one reply.</summary>
    /// <exception cref="MongoFault">The server refused it, or could not be reached.</exception>
    Task<MongoReply> RunAsync(MongoCommand command, CancellationToken cancellationToken);

    /// <summary>Runs a command that opens a cursor, and reads it to its end.</summary>
    /// <exception cref="MongoFault">The server refused it, or could not be reached.</exception>
    Task<IReadOnlyList<BsonView>> ReadAllAsync(MongoCommand command, CancellationToken cancellationToken);
}
