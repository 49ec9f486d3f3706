using Microsoft.Extensions.Logging;

namespace Crawler.Storage;

/// <summary>What this room says. Event ids 2000 to 2099.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 2000, Level = LogLevel.Information, Message = "Opened the store {Path}")]
    public static partial void OpenedStore(ILogger logger, string path);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "Rebuilding the indexes of {Collection}: its declaration has changed")]
    public static partial void RebuildingIndexes(ILogger logger, string collection);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Information, Message = "Rebuilt the indexes of {Collection} from {Documents} documents")]
    public static partial void RebuiltIndexes(ILogger logger, string collection, long documents);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Information, Message = "Counted {Collection} anew: {Documents} documents; nobody was writing meanwhile: {IsExact}")]
    public static partial void CountedAnew(ILogger logger, string collection, long documents, bool isExact);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning, Message = "Could not count {Collection} anew; the next reader of its counts tries again: {Problem}")]
    public static partial void CountsNotTakenAnew(ILogger logger, string collection, string problem);

    [LoggerMessage(EventId = 2005, Level = LogLevel.Warning, Message = "Could not save what was counted of {Collection}; it is tried again in a second: {Problem}")]
    public static partial void CountsNotSaved(ILogger logger, string collection, string problem);

    [LoggerMessage(EventId = 2010, Level = LogLevel.Information, Message = "Removed {Count} unfinished blob files that a crash had left in {Folder}")]
    public static partial void SweptUnfinishedBlobs(ILogger logger, int count, string folder);
}
