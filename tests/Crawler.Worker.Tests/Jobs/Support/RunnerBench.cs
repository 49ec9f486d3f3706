using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Ledger.Collections;
using Crawler.Worker.Jobs;
using Crawler.Worker.Status;
using MassTransit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Tests.Jobs.Support;

/// <summary>A runner over the store of a <see cref="JobBench"/>, with the sweep and the site in it. Its worker is called worker-1.</summary>
internal sealed class RunnerBench : IAsyncDisposable
{
    public const string Address = "http://127.0.0.1:9/s?q=ivoor&p=1";

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private readonly IPublishEndpoint _endpoint;

    private RunnerBench(JobBench jobs, WorkerOptions options)
    {
        Jobs = jobs;
        _endpoint = PlayedBus.Open(out var bus);
        Bus = bus;
        Options = Microsoft.Extensions.Options.Options.Create(options);
        Activity = new WorkerActivity(jobs.Clock);
        var executor = new JobExecutor(jobs.Store, jobs.Guard, jobs.Search, jobs.Capture, NullLogger<JobExecutor>.Instance);
        Runner = new JobRunner(
            jobs.Ledger, executor, new JobAnnouncer(jobs.Clock, NullLogger<JobAnnouncer>.Instance), Activity, Options, jobs.Clock, NullLogger<JobRunner>.Instance);
    }

    public JobBench Jobs { get; }

    public PlayedBus Bus { get; }

    public IOptions<WorkerOptions> Options { get; }

    public WorkerActivity Activity { get; }

    public JobRunner Runner { get; }

    /// <param name="fetcher">Null: <see cref="JobBench.Web"/>.</param>
    public static async Task<RunnerBench> OpenAsync(IPageFetcher? fetcher = null, WorkerOptions? options = null)
    {
        var jobs = await JobBench.OpenAsync(fetcher);
        await jobs.Store.InsertIfAbsentAsync(LedgerCollections.Sweeps, JobBench.Sweep(), CancellationToken.None);
        await jobs.Store.InsertIfAbsentAsync(LedgerCollections.Sites, JobBench.Site, CancellationToken.None);
        jobs.Reader.Searches["rows"] = new SearchReading { State = OutcomeKind.Ok, Rows = [JobBench.Row("1", "Ivoor beeld")] };
        return new RunnerBench(jobs, options ?? new WorkerOptions { WorkerId = "worker-1", Lease = Lease });
    }

    /// <summary>A result page with one row.</summary>
    public static FetchOutcome.Ok Rows() => new(PlayedWeb.Page(Address, "rows"));

    /// <summary>A job that waits to be done.</summary>
    public async Task<SweepJob> PlannedAsync()
    {
        var job = JobBench.SearchJob();
        await Jobs.Ledger.PlanAsync(job, CancellationToken.None);
        return job;
    }

    /// <summary>A job that was sent now.</summary>
    public async Task<SweepJob> SentAsync()
    {
        var job = await PlannedAsync();
        return await SendAsync(job.Id);
    }

    /// <summary>Sends a waiting job now.</summary>
    public async Task<SweepJob> SendAsync(string jobId)
    {
        var stored = await Jobs.Store.GetAsync(LedgerCollections.Jobs, jobId, CancellationToken.None);
        return (await Jobs.Ledger.SendAsync(stored!, CancellationToken.None))!;
    }

    /// <summary>The job as the ledger has it.</summary>
    public async Task<SweepJob> JobAsync(string jobId) => (await Jobs.GetAsync(LedgerCollections.Jobs, jobId))!;

    /// <summary>Runs the job; a run that does not end fails when the test's time is over.</summary>
    public Task RunAsync(string jobId, CancellationToken cancellationToken = default) =>
        Runner.RunAsync(jobId, _endpoint, cancellationToken).WaitAsync(TestContext.CurrentContext.CancellationToken);

    /// <summary>What was published, by the names of the messages.</summary>
    public IEnumerable<string> Published() => Bus.Published.Select(m => m.GetType().Name);

    public ValueTask DisposeAsync() => Jobs.DisposeAsync();
}
