using Microsoft.Extensions.Logging;

namespace Crawler.Fetching;

/// <summary>Everything this room logs. Event ids 1000 to 1099. Never cookies, credentials or page bodies.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "Trying {Host} again (retry {Attempt}): {Detail}")]
    public static partial void Retrying(ILogger logger, string host, int attempt, string? detail);

    [LoggerMessage(1001, LogLevel.Warning, "{Host} is {Reason}")]
    public static partial void HostLeftAlone(ILogger logger, string host, string reason);

    [LoggerMessage(1002, LogLevel.Information, "{Host} is paused until {Until:u}: {Detail}")]
    public static partial void HostAskedForPause(ILogger logger, string host, DateTimeOffset until, string detail);

    [LoggerMessage(1003, LogLevel.Warning, "{Url} could not be read: {Detail}")]
    public static partial void RobotsUnreadable(ILogger logger, Uri url, string? detail);

    [LoggerMessage(1004, LogLevel.Information, "{Host} asks for {Delay} between requests, more than the pace of site {SiteId}: its wish holds")]
    public static partial void CrawlDelayWins(ILogger logger, string host, TimeSpan delay, string siteId);

    [LoggerMessage(1005, LogLevel.Warning, "robots.txt is not obeyed on site {SiteId}; legal basis: {LegalBasis}")]
    public static partial void RobotsNotObeyed(ILogger logger, string siteId, string? legalBasis);

    [LoggerMessage(1006, LogLevel.Information, "{Url} is a script shell: {Kind} pages of site {SiteId} are rendered from now on")]
    public static partial void ScriptShell(ILogger logger, Uri url, string siteId, string kind);

    [LoggerMessage(1007, LogLevel.Information, "Signed in to site {SiteId}")]
    public static partial void SignedIn(ILogger logger, string siteId);

    [LoggerMessage(1008, LogLevel.Warning, "Not signed in to site {SiteId}: {Detail}")]
    public static partial void NotSignedIn(ILogger logger, string siteId, string? detail);

    [LoggerMessage(1010, LogLevel.Information, "Started {Version} ({Executable}, process {ProcessId})")]
    public static partial void BrowserStarted(ILogger logger, string version, string executable, int? processId);

    [LoggerMessage(1011, LogLevel.Warning, "The browser runs without its sandbox: {Reason}")]
    public static partial void BrowserWithoutSandbox(ILogger logger, string reason);

    [LoggerMessage(1012, LogLevel.Information, "Replacing the browser: {Reason}")]
    public static partial void BrowserReplaced(ILogger logger, string reason);

    [LoggerMessage(1013, LogLevel.Error, "{Executable} did not start")]
    public static partial void BrowserDidNotStart(ILogger logger, Exception exception, string executable);

    [LoggerMessage(1014, LogLevel.Warning, "Rendering {Url} broke off (the browser has gone: {BrowserGone})")]
    public static partial void RenderingBroke(ILogger logger, Exception exception, Uri url, bool browserGone);

    [LoggerMessage(1015, LogLevel.Debug, "Not fetched for a page: {Url}: {Reason}")]
    public static partial void ResourceBlocked(ILogger logger, string url, string reason);
}
