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

    [LoggerMessage(EventId = 2010, Level = LogLevel.Information, Message = "Removed {Count} unfinished blob files that a crash had left in {Folder}")]
    public static partial void SweptUnfinishedBlobs(ILogger logger, int count, string folder);
}
