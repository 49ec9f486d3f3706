using Crawler.Storage.Mongo.Bson;

namespace Crawler.Storage.Mongo.Commands;

/// <summary>A database command.</summary>
/// <param name="Body">The command's name first.</param>
/// <param name="IsWrite">It changes something: it gets the write concern and goes through the driver's retryable writes.</param>
internal sealed record MongoCommand(string Database, BsonMap Body, bool IsWrite)
{
    public static MongoCommand Read(string database, BsonMap body) => new(database, body, IsWrite: false);

    public static MongoCommand Write(string database, BsonMap body) => new(database, body, IsWrite: true);
}

/// <summary>What the server answered.</summary>
/// <param name="MayHaveRunBefore">The command was sent more than once, and an earlier time may have taken effect although its answer was lost.</param>
internal sealed record MongoReply(BsonView Body, bool MayHaveRunBefore = false);
