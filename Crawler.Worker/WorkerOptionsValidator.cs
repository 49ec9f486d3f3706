using Microsoft.Extensions.Options;

namespace Crawler.Worker;

/// <summary>Says which setting is wrong, its value, and what would be valid.</summary>
internal sealed class WorkerOptionsValidator : IValidateOptions<WorkerOptions>
{
    public ValidateOptionsResult Validate(string? name, WorkerOptions options)
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(options.WorkerId))
        {
            problems.Add("Worker:WorkerId is empty: give this worker a name");
        }

        if (options.SitesFolder is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            problems.Add($"Worker:SitesFolder is '{folder}', and there is no such folder: name the one with the site files, or leave it out");
        }

        Check(problems, nameof(WorkerOptions.Lease), options.Lease, TimeSpan.FromSeconds(3), TimeSpan.FromHours(1));
        Check(problems, nameof(WorkerOptions.MaxAttempts), options.MaxAttempts, 1, 20);
        Check(problems, nameof(WorkerOptions.RetryDelay), options.RetryDelay, TimeSpan.Zero, TimeSpan.FromHours(1));
        Check(problems, nameof(WorkerOptions.MaxPostponements), options.MaxPostponements, 0, 100);
        Check(problems, nameof(WorkerOptions.MaxBarredInARow), options.MaxBarredInARow, 1, 100);
        Check(problems, nameof(WorkerOptions.FinishWithin), options.FinishWithin, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        Check(problems, nameof(WorkerOptions.EvidencePatience), options.EvidencePatience, TimeSpan.Zero, TimeSpan.FromHours(24));
        Check(problems, nameof(WorkerOptions.SiteRefresh), options.SiteRefresh, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Check(problems, nameof(WorkerOptions.BeatInterval), options.BeatInterval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void Check<T>(List<string> problems, string setting, T value, T min, T max)
        where T : IComparable<T>
    {
        if (value.CompareTo(min) < 0 || value.CompareTo(max) > 0)
        {
            problems.Add($"Worker:{setting} is {value}: choose {min} to {max}");
        }
    }
}
