using Microsoft.Extensions.Options;

namespace Crawler.Hosting.Bus;

/// <summary>Says which setting is wrong, its value, and what would be valid.</summary>
internal sealed class BusOptionsValidator : IValidateOptions<BusOptions>
{
    public ValidateOptionsResult Validate(string? name, BusOptions options)
    {
        if (options.Kind is BusKind.InMemory)
        {
            return ValidateOptionsResult.Success;
        }

        string[] problems = [.. Problems(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(BusOptions o)
    {
        if (string.IsNullOrWhiteSpace(o.Host) || o.Host.Contains("://", StringComparison.Ordinal))
        {
            yield return $"Bus:Host is '{o.Host}'; valid is the broker's name or address alone, such as rabbit.example.org";
        }

        if (o.Port is < 1 or > 65535)
        {
            yield return $"Bus:Port is {o.Port}; valid is 1 to 65535";
        }

        if (string.IsNullOrEmpty(o.VirtualHost))
        {
            yield return "Bus:VirtualHost is empty; valid is the name of a virtual host, / for the broker's first";
        }

        if (string.IsNullOrEmpty(o.Username))
        {
            yield return "Bus:Username is empty; name the user that the broker knows";
        }

        foreach (var (setting, value, min, max) in new[]
        {
            (nameof(o.Heartbeat), o.Heartbeat, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10)),
            (nameof(o.SiteQueueLife), o.SiteQueueLife, TimeSpan.FromMinutes(10), TimeSpan.FromDays(30)),
            (nameof(o.ErrorQueueLife), o.ErrorQueueLife, TimeSpan.FromMinutes(1), TimeSpan.FromDays(90)),
        })
        {
            if (value < min || value > max)
            {
                yield return $"Bus:{setting} is {value}; valid is {min} to {max}";
            }
        }

        foreach (var (setting, path) in new[] { (nameof(o.Tls.Authority), o.Tls.Authority), (nameof(o.Tls.ClientCertificate), o.Tls.ClientCertificate) })
        {
            if (path is not null && !File.Exists(path))
            {
                yield return $"Bus:Tls:{setting} is '{path}', and there is no such file";
            }

            if (path is not null && !o.Tls.Enabled)
            {
                yield return $"Bus:Tls:{setting} is '{path}', but Bus:Tls:Enabled is false; set it to true, or leave the file out";
            }
        }
    }
}
