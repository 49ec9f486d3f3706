namespace Crawler.Hosting.Processes;

/// <summary>How the process itself behaves; section <c>Process</c>. Checked at start.</summary>
public sealed class ProcessOptions
{
    /// <summary>
    /// How long a process that was told to stop (SIGTERM, Ctrl-C) may take to put its work down in good order; what is left then is cut off, and the
    /// ledger brings it back.
    /// 1 s to 10 min, default 45 s. Longer than <c>Worker:FinishWithin</c>.
    /// </summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(45);
}
