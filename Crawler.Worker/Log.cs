using Crawler.Contracts.Sweeps;
using Microsoft.Extensions.Logging;

namespace Crawler.Worker;

/// <summary>Everything the worker logs. Event ids: 1000 fetching, 1100 extraction and sites, 1200 jobs and queues. Never cookies, credentials or page bodies.</summary>
internal static partial class Log
{
    [LoggerMessage(1200, LogLevel.Error, "Job {JobId} ({Kind} on {SiteId}) failed by our own fault")]
    public static partial void JobFailed(ILogger logger, Exception exception, string jobId, JobKind kind, string siteId);

    [LoggerMessage(1201, LogLevel.Warning, "Job {JobId} is no longer this worker's: its lease was lost")]
    public static partial void LeaseLost(ILogger logger, string jobId);

    [LoggerMessage(1202, LogLevel.Information, "Joined the queue of site {SiteId}, {Concurrency} at once")]
    public static partial void QueueJoined(ILogger logger, string siteId, int concurrency);

    [LoggerMessage(1203, LogLevel.Information, "Left the queue of site {SiteId}")]
    public static partial void QueueLeft(ILogger logger, string siteId);

    [LoggerMessage(1204, LogLevel.Warning, "The sites could not be read from the store; the queues stay as they are")]
    public static partial void SitesNotRead(ILogger logger, Exception exception);
}
