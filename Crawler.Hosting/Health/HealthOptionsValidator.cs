using Microsoft.Extensions.Options;

namespace Crawler.Hosting.Health;

/// <summary>Says which setting is wrong, its value, and what would be valid.</summary>
internal sealed class HealthOptionsValidator : IValidateOptions<HealthOptions>
{
    public ValidateOptionsResult Validate(string? name, HealthOptions options) =>
        options.Url.IsAbsoluteUri && options.Url.Scheme == Uri.UriSchemeHttp && options.Url.AbsolutePath == "/"
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Health:Url is '{options.Url}'; valid is scheme, address and port only, such as http://127.0.0.1:8081");
}
