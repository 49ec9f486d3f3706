using Microsoft.Extensions.Options;

namespace Crawler.Review;

/// <summary>Refuses settings the desk cannot honour; each message names the setting, the value and what would be valid.</summary>
internal sealed class ReviewOptionsValidator : IValidateOptions<ReviewOptions>
{
    private static readonly TimeSpan LeastInterval = TimeSpan.FromSeconds(1);

    public ValidateOptionsResult Validate(string? name, ReviewOptions options)
    {
        var failures = new List<string>();
        if (!options.Url.IsAbsoluteUri || options.Url.Scheme != Uri.UriSchemeHttp || options.Url.AbsolutePath != "/")
        {
            failures.Add($"Review:Url is '{options.Url}': give scheme, address and port only, such as http://127.0.0.1:8080");
        }
        else if (!options.Url.IsLoopback)
        {
            failures.Add(
                $"Review:Url is '{options.Url}', which other machines can reach, but the desk has no log-in yet: "
                + "use http://127.0.0.1:8080 (any port) and reach it from elsewhere through an SSH tunnel");
        }

        if (options.SchedulerTimeout <= TimeSpan.Zero || options.SchedulerTimeout > TimeSpan.FromMinutes(5))
        {
            failures.Add($"Review:SchedulerTimeout is {options.SchedulerTimeout}: valid is more than 0 and at most 00:05:00");
        }

        if (options.ExaminationTimeout < TimeSpan.FromSeconds(10) || options.ExaminationTimeout > TimeSpan.FromMinutes(15))
        {
            failures.Add($"Review:ExaminationTimeout is {options.ExaminationTimeout}: valid is 00:00:10 to 00:15:00");
        }

        if (options.ProgressInterval < LeastInterval || options.ProgressInterval > TimeSpan.FromMinutes(1))
        {
            failures.Add($"Review:ProgressInterval is {options.ProgressInterval}: valid is 00:00:01 to 00:01:00");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
