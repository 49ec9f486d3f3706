using Microsoft.Extensions.Logging;

namespace Crawler.Scheduler;

/// <summary>All that the scheduler logs. Event ids 2000 to 2999, stable.</summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Information, "Sweep {SweepId} of watch list {WatchListId} started ({Trigger}): {Jobs} searches on {Sites} sites")]
    public static partial void SweepStarted(ILogger logger, string sweepId, string watchListId, string trigger, int jobs, int sites);

    [LoggerMessage(2001, LogLevel.Warning, "Watch list {WatchListId} was not swept: {Reason}")]
    public static partial void SweepRefused(ILogger logger, string watchListId, string reason);

    [LoggerMessage(2002, LogLevel.Information, "Sweep {SweepId}: site {SiteId} searched; {Rechecks} known listings will be looked at again")]
    public static partial void SiteSearched(ILogger logger, string sweepId, string siteId, int rechecks);

    [LoggerMessage(2003, LogLevel.Information, "Sweep {SweepId}: site {SiteId} ended, {Outcome}")]
    public static partial void SiteEnded(ILogger logger, string sweepId, string siteId, string? outcome);

    [LoggerMessage(2004, LogLevel.Information, "Sweep {SweepId} of watch list {WatchListId} ended ({State}): {New} new, {Changed} changed, {Gone} gone, {NotSeen} not seen")]
    public static partial void SweepEnded(ILogger logger, string sweepId, string watchListId, string state, int @new, int changed, int gone, int notSeen);

    [LoggerMessage(2005, LogLevel.Information, "Sweep {SweepId} is being cancelled: {Reason}")]
    public static partial void SweepCancelling(ILogger logger, string sweepId, string? reason);

    [LoggerMessage(2010, LogLevel.Warning, "The bus did not take job {JobId} of site {SiteId}; it waits and is tried again")]
    public static partial void SendFailed(ILogger logger, string siteId, string jobId, Exception problem);

    [LoggerMessage(2015, LogLevel.Warning, "No worker serves site {SiteId} yet; its jobs wait in the ledger")]
    public static partial void SiteUnserved(ILogger logger, string siteId);

    [LoggerMessage(2011, LogLevel.Error, "The dispatcher stumbled; it goes on in {Pause}")]
    public static partial void DispatchFailed(ILogger logger, TimeSpan pause, Exception problem);

    [LoggerMessage(2012, LogLevel.Warning, "The bus did not take the end of sweep {SweepId}; it will be announced again")]
    public static partial void AnnounceFailed(ILogger logger, string sweepId, Exception problem);

    [LoggerMessage(2013, LogLevel.Warning, "Sweep {SweepId}: site {SiteId} is {Condition}: {Detail}")]
    public static partial void SiteUnwell(ILogger logger, string sweepId, string siteId, string condition, string? detail);

    [LoggerMessage(2014, LogLevel.Warning, "The bus did not take a verdict of sweep {SweepId}; it stands in the sweep's report")]
    public static partial void WarningFailed(ILogger logger, string sweepId, Exception problem);

    [LoggerMessage(2020, LogLevel.Warning, "Job {JobId} of site {SiteId} lost its worker {WorkerId} ({LostLeases} so far); it is sent again")]
    public static partial void LeaseLost(ILogger logger, string jobId, string siteId, string? workerId, int lostLeases);

    [LoggerMessage(2021, LogLevel.Error, "Job {JobId} of site {SiteId} is given up: {LostLeases} workers died with it in hand")]
    public static partial void JobGivenUp(ILogger logger, string jobId, string siteId, int lostLeases);

    [LoggerMessage(2022, LogLevel.Warning, "Job {JobId} of site {SiteId} was sent at {SentAt} and never begun; it is sent again")]
    public static partial void JobResent(ILogger logger, string jobId, string siteId, DateTimeOffset? sentAt);

    [LoggerMessage(2023, LogLevel.Error, "Reconciling failed; it is tried again in {Pause}")]
    public static partial void ReconcileFailed(ILogger logger, TimeSpan pause, Exception problem);

    [LoggerMessage(2030, LogLevel.Warning, "Watch list {WatchListId} is not scheduled: {Problem}")]
    public static partial void ScheduleInvalid(ILogger logger, string watchListId, string problem);

    [LoggerMessage(2031, LogLevel.Information, "Watch list {WatchListId}: next run {NextFireAt}")]
    public static partial void Scheduled(ILogger logger, string watchListId, DateTimeOffset? nextFireAt);

    [LoggerMessage(2032, LogLevel.Error, "The schedule of watch list {WatchListId} could not be kept; it is tried again")]
    public static partial void ScheduleFailed(ILogger logger, string watchListId, Exception problem);

    [LoggerMessage(2033, LogLevel.Error, "Watch lists could not be read; it is tried again")]
    public static partial void ScheduleReadFailed(ILogger logger, Exception problem);
}
