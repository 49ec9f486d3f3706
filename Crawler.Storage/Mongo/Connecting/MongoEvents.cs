using Microsoft.Extensions.Logging;
using MongoDB.Driver.Core.Configuration;
using MongoDB.Driver.Core.Events;
using MongoDB.Driver.Core.Servers;

namespace Crawler.Storage.Mongo.Connecting;

/// <summary>
/// Writes into the log what the driver notices of servers: that they come, go and change their role. Not its events of single commands: whoever listens to
/// those has the driver decode every command and reply once more.
/// </summary>
internal sealed class MongoEvents(ILogger log)
{
    public void Subscribe(ClusterBuilder cluster) => cluster.Subscribe<ServerDescriptionChangedEvent>(Changed);

    private void Changed(ServerDescriptionChangedEvent change)
    {
        var (before, now) = (change.OldDescription, change.NewDescription);
        if (now.State is ServerState.Connected && (before.State is not ServerState.Connected || before.Type != now.Type))
        {
            MongoLog.ServerAnswers(log, $"{now.EndPoint}", now.Type);
        }
        else if (now.State is not ServerState.Connected && before.State is ServerState.Connected)
        {
            MongoLog.ServerLost(log, $"{now.EndPoint}", now.HeartbeatException?.GetBaseException().Message ?? Clause(now.ReasonChanged));
        }
    }

    /// <summary>The driver's reason up to where it goes on with an exception and its stack.</summary>
    private static string? Clause(string? reason) => reason?.Split(": ", 2)[0];
}
