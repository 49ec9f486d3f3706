namespace Crawler.Patrol.Hosting;

/// <summary>Where <c>patrol</c> logs: a file in the data directory, for the terminal belongs to its answers.</summary>
internal static class PatrolLogging
{
    public static LogFileProvider File(string dataDirectory) => new(Path.Combine(dataDirectory, "logs", "patrol.log"), TimeProvider.System);

    /// <summary>For a command that is no process of its own: its own words from information on, warnings of the libraries.</summary>
    public static void Configure(ILoggingBuilder logging, string dataDirectory)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Crawler", LogLevel.Information);
        logging.Services.AddSingleton<ILoggerProvider>(_ => File(dataDirectory));
    }
}
