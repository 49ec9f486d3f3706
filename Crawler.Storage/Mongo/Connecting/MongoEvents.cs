using Crawler.Storage.Mongo.Faults;
using Microsoft.Extensions.Logging;
using MongoDB.Driver.Core.Configuration;
using MongoDB.Driver.Core.Events;
using MongoDB.Driver.Core.Servers;

namespace Crawler.Storage.Mongo.Connecting;

/// <summary>Writes into the log what the driver notices: servers that come, go and change their role, commands that fail or take long. Never what is in a command.</summary>
internal sealed class MongoEvents(ILogger log)
{
    /// <summary>A person waits for it by then.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);

    public void Subscribe(ClusterBuilder cluster) => cluster
        .Subscribe<ServerDescriptionChangedEvent>(Changed)
        .Subscribe<CommandFailedEvent>(Failed)
        .Subscribe<CommandSucceededEvent>(Succeeded);

    private void Changed(ServerDescriptionChangedEvent change)
    {
        var (before, now) = (change.OldDescription, change.NewDescription);
        if (now.State is ServerState.Connected && (before.State is not ServerState.Connected || before.Type != now.Type))
        {
            Log.MongoServerAnswers(log, $"{now.EndPoint}", now.Type);
        }
        else if (now.State is not ServerState.Connected && before.State is ServerState.Connected)
        {
            Log.MongoServerLost(log, $"{now.EndPoint}", now.HeartbeatException?.GetBaseException().Message ?? now.ReasonChanged);
        }
    }

    private void Failed(CommandFailedEvent command)
    {
        var fault = MongoFault.Of(command.Failure);
        Log.MongoCommandFailed(log, command.CommandName, command.Duration, fault?.Kind, fault?.Code);
    }

    private void Succeeded(CommandSucceededEvent command)
    {
        if (command.Duration >= Slow)
        {
            Log.MongoCommandSlow(log, command.CommandName, command.Duration);
        }
    }
}
