using Crawler.Contracts.Drift;
using Crawler.Ledger.Jobs;

namespace Crawler.Worker;

/// <summary>How a worker treats the jobs it takes. Validated at start.</summary>
public sealed class WorkerOptions
{
    /// <summary>Names this worker in leases, captures and the console. Default: machine name and process id.</summary>
    public string WorkerId { get; set; } = $"{Environment.MachineName}-{Environment.ProcessId}";

    /// <summary>How long a job stays this worker's without a sign of life. Default 60 s; renewed every third of it.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Real tries of a job before it has failed. Default 3.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>Waiting time after the first failed try, doubled after each further one. Default 10 s.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a job lets itself be put off by "too many requests" before the sweep reports that it was not seen. Default 6.</summary>
    public int MaxPostponements { get; set; } = 6;

    internal JobLimits Limits => new(MaxAttempts, MaxPostponements, RetryDelay);

    /// <summary>
    /// After this many answers in a row that bar the way (blocked, captcha, consent, login) a site is left alone for the rest of the sweep. Default 3.
    /// </summary>
    public int MaxBarredInARow { get; set; } = 3;

    /// <summary>
    /// How long a job in hand may still go on when the worker is told to stop; after that it is handed back. Zero hands it back at once. Default 15 s, at
    /// most 5 min.
    /// </summary>
    public TimeSpan FinishWithin { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long what was fetched is kept in hand when the evidence store has no room for it or does not answer. Default 10 min, at most 24 h.
    /// </summary>
    public TimeSpan EvidencePatience { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often the list of sites is read again, to open queues of new ones and leave those of removed ones. Default 10 s.</summary>
    public TimeSpan SiteRefresh { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The folder with site files (<c>*.yaml</c>) that are put into the store when the worker starts. Null, the default: the store has them already.
    /// </summary>
    public string? SitesFolder { get; set; }

    /// <summary>How often the worker says what it is doing. Default 5 s; 1 s to 1 min.</summary>
    public TimeSpan BeatInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Who puts a proposed repair of a drifted site's definition into force. Default <see cref="RepairPolicy.Propose"/>: a person does.</summary>
    public RepairPolicy Repairs { get; set; } = RepairPolicy.Propose;
}
