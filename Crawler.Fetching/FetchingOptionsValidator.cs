using Microsoft.Extensions.Options;

namespace Crawler.Fetching;

internal sealed class FetchingOptionsValidator : IValidateOptions<FetchingOptions>
{
    public ValidateOptionsResult Validate(string? name, FetchingOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(FetchingOptions o)
    {
        if (!o.UserAgent.StartsWith(FetchingOptions.ProductToken, StringComparison.Ordinal) || !IsHeaderText(o.UserAgent))
        {
            yield return $"Fetching:UserAgent is '{o.UserAgent}'; it must begin with '{FetchingOptions.ProductToken}' and hold printable ASCII only.";
        }

        if (o.Contact is { } contact && (contact.Length == 0 || !IsHeaderText(contact) || contact.AsSpan().ContainsAny('(', ')', ';')))
        {
            yield return $"Fetching:Contact is '{contact}'; it must be a web or e-mail address in printable ASCII, without brackets and semicolons.";
        }

        foreach (var (name, address) in o.Proxies)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var proxy) || proxy.Scheme is not ("http" or "https" or "socks5")
                || proxy.PathAndQuery is not ("/" or ""))
            {
                // The address may hold a password: it is not repeated here.
                yield return $"Fetching:Proxies:{name} is no address of a proxy; valid are http://HOST:PORT, https://HOST:PORT and socks5://HOST:PORT, each with USER:PASSWORD@ before the host if need be.";
            }
        }

        if (o.SecretsFolder is { } secrets && !Directory.Exists(secrets))
        {
            yield return $"Fetching:SecretsFolder is '{secrets}', which is no folder; give the folder with the secret files, or leave it out.";
        }

        if (o.BrowserExecutable is { } path && !File.Exists(path))
        {
            yield return $"Fetching:BrowserExecutable is '{path}', which does not exist; give the path of Chromium, or leave it out to have it found.";
        }

        if (o.BrowserPages is < 1 or > 32)
        {
            yield return $"Fetching:BrowserPages is {o.BrowserPages}; valid are 1 to 32.";
        }

        if (o.BrowserRecyclePages < 1)
        {
            yield return $"Fetching:BrowserRecyclePages is {o.BrowserRecyclePages}; it must be at least 1.";
        }

        if (o.BrowserRecycleBytes < 256L * 1024 * 1024)
        {
            yield return $"Fetching:BrowserRecycleBytes is {o.BrowserRecycleBytes}; Chromium needs at least 268435456 (256 MB).";
        }

        if (o.ScreenshotMaxHeight is < 100 or > 32_000)
        {
            yield return $"Fetching:ScreenshotMaxHeight is {o.ScreenshotMaxHeight}; valid are 100 to 32000 pixels.";
        }

        foreach (var (setting, value) in new[]
        {
            (nameof(o.BrowserRecycleAge), o.BrowserRecycleAge),
            (nameof(o.RobotsLife), o.RobotsLife),
            (nameof(o.RetryAfterCap), o.RetryAfterCap),
            (nameof(o.PausePatience), o.PausePatience),
            (nameof(o.PacePatience), o.PacePatience),
        })
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(7))
            {
                yield return $"Fetching:{setting} is {value}; it must be more than zero and at most 7 days.";
            }
        }
    }

    private static bool IsHeaderText(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
