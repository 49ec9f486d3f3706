using Crawler.Contracts.Sweeps;
using Microsoft.Extensions.Logging;

namespace Crawler.Worker;

/// <summary>Everything the worker logs. Event ids: 1200 jobs, queues and status, 1300 drift. Never cookies, credentials or page bodies.</summary>
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

    [LoggerMessage(1204, LogLevel.Warning, "The sites could not be read from the store; the queues stay as they are: {Reason}")]
    public static partial void SitesNotRead(ILogger logger, string reason);

    [LoggerMessage(1205, LogLevel.Error, "A site file is left out: {Error}")]
    public static partial void SiteFileLeftOut(ILogger logger, string error);

    [LoggerMessage(1206, LogLevel.Information, "Stored {Written} new or changed definitions of {Sites} sites in {Folder}")]
    public static partial void SitesStored(ILogger logger, int written, int sites, string folder);

    [LoggerMessage(1207, LogLevel.Warning, "{Bytes} bytes of evidence wait for up to {Patience} for the blob store: {Reason}")]
    public static partial void EvidenceWaits(ILogger logger, int bytes, TimeSpan patience, string reason);

    [LoggerMessage(1208, LogLevel.Information, "The blob store took the evidence after {Waited}")]
    public static partial void EvidenceKept(ILogger logger, TimeSpan waited);

    [LoggerMessage(1209, LogLevel.Warning, "The bus did not take the end of job {JobId} within {Patience}; the ledger has it")]
    public static partial void EndNotTold(ILogger logger, string jobId, TimeSpan patience);

    [LoggerMessage(1210, LogLevel.Warning, "The store does not take this worker's heartbeat; it works on, and shows as silent meanwhile: {Reason}")]
    public static partial void HeartbeatNotStored(ILogger logger, string reason);

    [LoggerMessage(1211, LogLevel.Information, "The store takes this worker's heartbeat again")]
    public static partial void HeartbeatStoredAgain(ILogger logger);

    [LoggerMessage(1212, LogLevel.Warning, "Another worker goes by the name {WorkerId} too: process {ProcessId} on {Machine}. Give each its own (Worker:WorkerId)")]
    public static partial void NameTaken(ILogger logger, string workerId, string machine, int processId);

    [LoggerMessage(1300, LogLevel.Warning, "Site {SiteId} has drifted: repair {RepairId} is {State} {Problem}")]
    public static partial void RepairProposed(ILogger logger, string siteId, string state, string repairId, string? problem);

    [LoggerMessage(1301, LogLevel.Warning, "Site {SiteId} was repaired by policy: version {Version} of its definition is in force")]
    public static partial void RepairAccepted(ILogger logger, string siteId, int version);
}
