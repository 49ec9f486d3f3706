using MongoGateway.Bson;

namespace MongoGateway.Commands;

/// <summary>
/// What the server says of itself: a replica set of one, so that drivers send retryable writes and majority concerns as they would in production.
/// </summary>
internal static class Handshake
{
    private const string Version = "7.0.0";

    // MongoDB 7.0 (src/mongo/db/wire_version.h).
    private const int WireVersion = 21;

    public static byte[] Hello(Wire.Request request, GatewayOptions options, string address, long connection, DateTimeOffset now)
    {
        string primary = request.Name == "hello" ? "isWritablePrimary" : "ismaster";
        var reply = new BsonBuilder().Add("helloOk", true).Add(primary, true).Add("secondary", false);
        if (options.ReplicaSet is { } set)
        {
            reply.Add("setName", set).Add("setVersion", 1).Add("hosts", [address]).Add("primary", address).Add("me", address);
        }

        reply.Add("maxBsonObjectSize", 16_777_216).Add("maxMessageSizeBytes", 48_000_000).Add("maxWriteBatchSize", 100_000).Add("localTime", now);
        if (options.ReplicaSet is not null)
        {
            reply.Add("logicalSessionTimeoutMinutes", 30);
        }

        if (request.Body.Text("saslSupportedMechs") is not null)
        {
            reply.Add("saslSupportedMechs", ["SCRAM-SHA-256"]);
        }

        return reply.Add("connectionId", connection).Add("minWireVersion", 0).Add("maxWireVersion", WireVersion).Add("readOnly", false).Add("ok", 1.0)
            .ToBytes();
    }

    public static byte[] BuildInfo() =>
        new BsonBuilder().Add("version", Version).Add("gitVersion", "test gateway over PostgreSQL and DocumentDB").Add("versionArray", [7L, 0L, 0L, 0L])
            .Add("bits", 64)
            .Add("maxBsonObjectSize", 16_777_216).Add("modules", Array.Empty<string>()).Add("ok", 1.0).ToBytes();

    public static byte[] Ok() => new BsonBuilder().Add("ok", 1.0).ToBytes();
}
