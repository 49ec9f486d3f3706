using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Crawler.Hosting.Logs;

/// <summary>Sets the log up as the settings say.</summary>
internal static class LoggingSetup
{
    /// <param name="write">Says where the log goes.</param>
    public static void Use(this ILoggingBuilder logging, LoggingOptions options, Action<ILoggingBuilder, LoggingOptions> write)
    {
        logging.ClearProviders();
        logging.AddFilter(category: null, options.Libraries);
        logging.AddFilter("Crawler", options.Level);

        // The host writes a stack trace for whatever keeps it from starting, such as a wrong password; the process says it itself, in a line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

        // A failed check is answered to whoever asked, and the lost broker is said once; this would add a stack trace each time somebody asks.
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks.DefaultHealthCheckService", LogLevel.None);
        write(logging, options);
    }

    public static void WriteToStandardOutput(ILoggingBuilder logging, LoggingOptions options)
    {
        if (options.Format is LogFormat.Json)
        {
            logging.AddJsonConsole(o =>
            {
                o.UseUtcTimestamp = true;
                o.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
                o.IncludeScopes = false;
            });
        }
        else
        {
            logging.AddSimpleConsole(o =>
            {
                o.SingleLine = true;
                o.UseUtcTimestamp = true;
                o.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
                o.ColorBehavior = LoggerColorBehavior.Disabled;
            });
        }
    }
}
