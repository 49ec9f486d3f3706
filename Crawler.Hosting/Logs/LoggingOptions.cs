using Microsoft.Extensions.Logging;

namespace Crawler.Hosting.Logs;

/// <summary>What a process says of its work, on standard output; section <c>Logging</c>.</summary>
public sealed class LoggingOptions
{
    /// <summary>The least that CyberPatrol's own rooms say. Default Information.</summary>
    public LogLevel Level { get; set; } = LogLevel.Information;

    /// <summary>The least that the libraries under it say. Default Error: what matters of their warnings is said by CyberPatrol, in one line.</summary>
    public LogLevel Libraries { get; set; } = LogLevel.Error;

    /// <summary>Default <see cref="LogFormat.Text"/>.</summary>
    public LogFormat Format { get; set; }
}

/// <summary>How lines are written.</summary>
public enum LogFormat
{
    /// <summary>One line for people.</summary>
    Text,

    /// <summary>One JSON object per line, for a log collector.</summary>
    Json,
}
