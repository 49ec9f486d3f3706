using Crawler.Storage.Mongo.Faults;
using Microsoft.Extensions.Logging;
using MongoDB.Driver.Core.Servers;

namespace Crawler.Storage.Mongo;

/// <summary>What this room says of MongoDB servers. Event ids 2020 to 2029.</summary>
internal static partial class MongoLog
{
    [LoggerMessage(EventId = 2020, Level = LogLevel.Information, Message = "MongoDB server {Server} answers: {Role}")]
    public static partial void ServerAnswers(ILogger logger, string server, ServerType role);

    [LoggerMessage(EventId = 2021, Level = LogLevel.Warning, Message = "MongoDB server {Server} no longer answers: {Reason}")]
    public static partial void ServerLost(ILogger logger, string server, string? reason);

    [LoggerMessage(EventId = 2022, Level = LogLevel.Debug, Message = "MongoDB operation {Operation} failed after {Duration}: {Fault} {Code}")]
    public static partial void OperationFailed(ILogger logger, string operation, TimeSpan duration, FaultKind? fault, int? code);

    [LoggerMessage(EventId = 2023, Level = LogLevel.Information, Message = "MongoDB operation {Operation} took {Duration}")]
    public static partial void OperationSlow(ILogger logger, string operation, TimeSpan duration);

    [LoggerMessage(EventId = 2024, Level = LogLevel.Information, Message = "Sending a MongoDB operation again in {Delay}: {Fault} {Code}")]
    public static partial void OperationRetried(ILogger logger, FaultKind? fault, int? code, TimeSpan delay);
}
