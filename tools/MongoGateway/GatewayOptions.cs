using System.Security.Cryptography.X509Certificates;

namespace MongoGateway;

/// <summary>How a gateway is set up.</summary>
public sealed record GatewayOptions
{
    /// <summary>The loopback port to listen on. Default: any that is free.</summary>
    public int Port { get; init; }

    /// <summary>Where the cluster lives; kept, and opened again if one is there. Null: a temporary folder that goes with the gateway.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// PostgreSQL settings beside those of the template cluster, such as <c>shared_buffers=2GB</c>. Empty: a test's cluster, small and quick to start.
    /// </summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Password by user, for SCRAM-SHA-256. Empty: everybody may do everything, as on a MongoDB without access control.</summary>
    public IReadOnlyDictionary<string, string> Users { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The name of the replica set of one that the gateway says to be. Null: it says to be a server on its own, to which drivers send no retryable writes.
    /// </summary>
    public string? ReplicaSet { get; init; } = "rs0";

    /// <summary>What clients that ask for the replica set are told to connect to, "host:port": a proxy's address, say. Null: the gateway's own.</summary>
    public string? Advertise { get; init; }

    /// <summary>Speak TLS with this certificate. Null: no TLS.</summary>
    public X509Certificate2? Certificate { get; init; }
}
