namespace Crawler.Hosting.Health;

/// <summary>Where a process says how it is; section <c>Health</c>. Checked at start.</summary>
public sealed class HealthOptions
{
    /// <summary>
    /// Answers <c>/health/live</c> (the process runs) and <c>/health/ready</c> (store, bus and, in a worker, the browser are there; 503 while one is not,
    /// with the reason).
    /// Default <c>http://127.0.0.1:0</c>: this machine only, any free port, named in the log. <c>http://0.0.0.0:8081</c> lets an orchestrator ask from
    /// outside.
    /// </summary>
    public Uri Url { get; set; } = new("http://127.0.0.1:0");
}
