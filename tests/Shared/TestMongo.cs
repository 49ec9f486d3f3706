using MongoGateway;

// NUnit applies a SetUpFixture to its namespace, and this one ends the gateway of the whole assembly.
#pragma warning disable MA0047, CA1050, RCS1110

/// <summary>
/// The MongoDB-compatible server of this test host: started when the first test asks for it, ended with the last. A project that wants it references
/// tools/MongoGateway and links this file. Its tests carry <c>[Category("Server")]</c>.
/// </summary>
[SetUpFixture]
internal sealed class TestMongo
{
    private static readonly Lazy<Task<Gateway>> Started = new(() => Gateway.StartAsync(new GatewayOptions(), CancellationToken.None));
    private static int _databases;

    /// <summary>The server, without access control; for faults that others must not feel, start a <see cref="Gateway"/> of your own (a second).</summary>
    public static Task<Gateway> GatewayAsync() => Started.Value;

    /// <summary>A database name that no other fixture has.</summary>
    public static string NewDatabase() => $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";

    [OneTimeTearDown]
    public async Task EndAsync()
    {
        if (Started.IsValueCreated)
        {
            await (await Started.Value).DisposeAsync();
        }
    }
}
