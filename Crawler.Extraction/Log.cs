using Microsoft.Extensions.Logging;

namespace Crawler.Extraction;

/// <summary>Everything this room logs. Event ids 1100 to 1199. Never page bodies.</summary>
internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Error, "The reader broke on {Url}: a fault of the program")]
    public static partial void ReaderBroke(ILogger logger, Exception exception, Uri url);
}
