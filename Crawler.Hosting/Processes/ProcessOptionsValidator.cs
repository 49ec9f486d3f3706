using Microsoft.Extensions.Options;

namespace Crawler.Hosting.Processes;

/// <summary>Says which setting is wrong, its value, and what would be valid.</summary>
internal sealed class ProcessOptionsValidator : IValidateOptions<ProcessOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, ProcessOptions options) => options.StopTimeout < Shortest || options.StopTimeout > Longest
        ? ValidateOptionsResult.Fail($"Process:StopTimeout is {options.StopTimeout}; valid is {Shortest} to {Longest}")
        : ValidateOptionsResult.Success;
}
