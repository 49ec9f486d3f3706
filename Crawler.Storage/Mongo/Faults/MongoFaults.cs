using Crawler.Storage.Documents;

namespace Crawler.Storage.Mongo.Faults;

/// <summary>Faults in the port's words.</summary>
internal static class MongoFaults
{
    /// <param name="place">Server and database.</param>
    /// <param name="detail">In the words of the server or the driver.</param>
    /// <param name="cause">What the driver threw; it stays with the answer.</param>
    public static StoreException Explain(MongoFault fault, string place, string detail, Exception cause)
    {
        var (problem, sentence) = fault.Kind switch
        {
            FaultKind.Unreachable => (StoreProblem.Unreachable,
                "no MongoDB server that takes commands answered in the time set. Check that it runs, that this machine may reach it, and host, port, replicaSet and tls in the connection string"),
            FaultKind.ConnectionLost or FaultKind.CursorLost => (StoreProblem.Unreachable,
                "the connection to MongoDB broke, again and again. Check the network and the server's log"),
            FaultKind.NoPrimary => (StoreProblem.Unreachable,
                "the replica set has no primary that takes writes. Check rs.status() on its members"),
            FaultKind.NotConfirmed => (StoreProblem.Unreachable,
                "the majority of the replica set did not confirm the write. Check rs.status() on its members"),
            FaultKind.AccessDenied => (StoreProblem.AccessDenied,
                "MongoDB refused this user: wrong name or password, or no right to read and write this database. Check the user in the connection string (and its authSource) and the password file"),
            FaultKind.DiskFull => (StoreProblem.DiskFull,
                "the server's disk is full. Nothing was changed. Free some space there, then try again"),
            FaultKind.TooLarge => (StoreProblem.Other,
                "the document is larger than MongoDB takes (16 MB). Nothing was changed"),
            _ => (StoreProblem.Other, "MongoDB refused the command. Check the server's log"),
        };
        return new StoreException(problem, $"{place}: {sentence}. (MongoDB {fault.Code}: {detail})", cause);
    }
}
