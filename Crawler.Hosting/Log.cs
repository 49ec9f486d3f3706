using Microsoft.Extensions.Logging;

namespace Crawler.Hosting;

/// <summary>All that the life of a process logs. Event ids 8000 to 8999, stable. Never passwords.</summary>
internal static partial class Log
{
    [LoggerMessage(8000, LogLevel.Information, "CyberPatrol {Process} {Version}, process {ProcessId}: store {Store}; evidence {Blobs}; bus {Bus}")]
    public static partial void Starting(ILogger logger, string process, string version, int processId, string store, string blobs, string bus);

    [LoggerMessage(8001, LogLevel.Information, "CyberPatrol {Process} is running")]
    public static partial void Running(ILogger logger, string process);

    [LoggerMessage(8002, LogLevel.Information, "CyberPatrol {Process} has stopped")]
    public static partial void Stopped(ILogger logger, string process);

    [LoggerMessage(8003, LogLevel.Critical, "{Work} broke, and the process stops")]
    public static partial void Broke(ILogger logger, Exception exception, string work);

    [LoggerMessage(8010, LogLevel.Warning, "The store does not answer; trying again every {Pause}: {Reason}")]
    public static partial void StoreAwaited(ILogger logger, TimeSpan pause, string reason);

    [LoggerMessage(8011, LogLevel.Information, "The store answers, after {Waited}")]
    public static partial void StoreIsThere(ILogger logger, TimeSpan waited);

    [LoggerMessage(8020, LogLevel.Warning, "The broker {Broker} does not answer; trying again until it does: {Reason}")]
    public static partial void BrokerAwaited(ILogger logger, string broker, string reason);

    [LoggerMessage(8021, LogLevel.Information, "The broker {Broker} answers, after {Waited}")]
    public static partial void BrokerIsThere(ILogger logger, string broker, TimeSpan waited);

    [LoggerMessage(8022, LogLevel.Information, "The broker {Broker} is RabbitMQ {Version}")]
    public static partial void BrokerKnown(ILogger logger, string broker, string version);

    [LoggerMessage(8030, LogLevel.Information, "Health is told at {Address}/health/live and /health/ready")]
    public static partial void HealthAt(ILogger logger, string address);
}
