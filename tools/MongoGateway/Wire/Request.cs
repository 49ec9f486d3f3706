using MongoGateway.Bson;

namespace MongoGateway.Wire;

/// <summary>A command as a client sent it.</summary>
internal sealed record Request
{
    public required int Id { get; init; }

    /// <summary>The command; its first field names it.</summary>
    public required BsonDocument Body { get; init; }

    /// <summary>The documents that came beside the body (a document sequence), one after the other. Null: none came.</summary>
    public ReadOnlyMemory<byte>? Documents { get; init; }

    /// <summary>The database; for a hello in the old form, of its namespace.</summary>
    public required string Database { get; init; }

    /// <summary>The client waits for no answer.</summary>
    public bool Silent { get; init; }

    /// <summary>Sent in the old form (OP_QUERY), to be answered in the old form.</summary>
    public bool Old { get; init; }

    public string Name => Body.Elements().First().Name;
}
