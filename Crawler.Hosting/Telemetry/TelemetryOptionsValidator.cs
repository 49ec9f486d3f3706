using System.Globalization;
using Microsoft.Extensions.Options;

namespace Crawler.Hosting.Telemetry;

/// <summary>Says which setting is wrong, its value, and what would be valid.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var problems = new List<string>();
        if (options.Endpoint is { } endpoint && (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https")))
        {
            problems.Add($"Telemetry:Endpoint is '{endpoint}'; valid is an http or https address such as http://collector:4317");
        }

        if (options.MetricsInterval < Shortest || options.MetricsInterval > Longest)
        {
            problems.Add($"Telemetry:MetricsInterval is {options.MetricsInterval}; valid is {Shortest} to {Longest}");
        }

        if (options.TracesShare is < 0 or > 1 or double.NaN)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Telemetry:TracesShare is {options.TracesShare}; valid is 0 to 1"));
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
