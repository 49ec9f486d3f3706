using Microsoft.Extensions.Logging;

namespace Crawler.Review;

internal static partial class Log
{
    [LoggerMessage(7000, LogLevel.Information, "The desk is at {Url}, reachable from this machine only: there is no log-in yet")]
    public static partial void DeskOpen(ILogger logger, Uri url);

    [LoggerMessage(7001, LogLevel.Warning, "Refused {Method} {Path}: {Reason}")]
    public static partial void Refused(ILogger logger, string method, string path, string reason);

    [LoggerMessage(7002, LogLevel.Error, "Evidence {Sha256} is damaged: its bytes no longer have the hash they are stored under")]
    public static partial void EvidenceDamaged(ILogger logger, string sha256);

    [LoggerMessage(7003, LogLevel.Warning, "No scheduler answered the request to sweep {WatchListId} within {Timeout}")]
    public static partial void SchedulerSilent(ILogger logger, string watchListId, TimeSpan timeout);

    [LoggerMessage(7004, LogLevel.Information, "Watch list {WatchListId} {Change}")]
    public static partial void WatchListChanged(ILogger logger, string watchListId, string change);

    [LoggerMessage(7005, LogLevel.Information, "Site {SiteId} switched {State}")]
    public static partial void SiteSwitched(ILogger logger, string siteId, string state);

    [LoggerMessage(7006, LogLevel.Error, "A page of the console failed")]
    public static partial void PageFailed(ILogger logger, Exception exception);

    [LoggerMessage(7007, LogLevel.Error, "The store could not answer {Path}")]
    public static partial void StoreFailed(ILogger logger, Exception exception, string path);

    [LoggerMessage(7020, LogLevel.Information, "The repair of site {SiteId} from version {Version} was {State} by {Who}")]
    public static partial void RepairDecided(ILogger logger, string siteId, int version, string state, string? who);

    [LoggerMessage(7021, LogLevel.Information, "Site {SiteId}, version {Version}, was saved from the console")]
    public static partial void SiteSaved(ILogger logger, string siteId, int version);

    [LoggerMessage(7022, LogLevel.Warning, "No worker examined {Url} within {Timeout}")]
    public static partial void WorkerSilent(ILogger logger, Uri url, TimeSpan timeout);
}
