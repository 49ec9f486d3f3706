using System.Globalization;
using Microsoft.Extensions.Options;

namespace Crawler.Scheduler;

internal sealed class SchedulerOptionsValidator : IValidateOptions<SchedulerOptions>
{
    public ValidateOptionsResult Validate(string? name, SchedulerOptions options)
    {
        var problems = new List<string>();
        Check(problems, nameof(options.DispatchWindow), options.DispatchWindow, 1, 1000);
        Check(problems, nameof(options.DispatchInterval), options.DispatchInterval, TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(1));
        Check(problems, nameof(options.SendTimeout), options.SendTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5));
        Check(problems, nameof(options.ReconcileInterval), options.ReconcileInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Check(problems, nameof(options.ResendAfter), options.ResendAfter, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        Check(problems, nameof(options.MessageTimeToLive), options.MessageTimeToLive, options.ResendAfter, TimeSpan.FromDays(7));
        Check(problems, nameof(options.MaxLostLeases), options.MaxLostLeases, 1, 100);
        Check(problems, nameof(options.MaxRechecksPerSite), options.MaxRechecksPerSite, 0, 100_000);
        Check(problems, nameof(options.ScheduleRereadInterval), options.ScheduleRereadInterval, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void Check<T>(List<string> problems, string setting, T value, T min, T max)
        where T : IComparable<T>, IFormattable
    {
        if (value.CompareTo(min) < 0 || value.CompareTo(max) > 0)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Scheduler:{setting} is {value}; valid is {min} to {max}."));
        }
    }
}
