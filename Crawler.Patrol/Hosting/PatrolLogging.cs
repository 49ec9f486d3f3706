namespace Crawler.Patrol.Hosting;

/// <summary>What the house says of its work: warnings to the terminal when wanted, everything to a file in the data directory.</summary>
internal static class PatrolLogging
{
    public static void Configure(ILoggingBuilder logging, string dataDirectory, bool verbose)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Quartz", LogLevel.Warning);
        logging.AddFilter("MassTransit", LogLevel.Warning);
        logging.AddProvider(new LogFileProvider(Path.Combine(dataDirectory, "logs", "patrol.log"), TimeProvider.System));
        if (verbose)
        {
            logging.AddSimpleConsole(o => o.SingleLine = true);
        }
    }
}
