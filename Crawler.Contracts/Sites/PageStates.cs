namespace Crawler.Contracts.Sites;

/// <summary>
/// How to tell pages that are not what was asked for. Each entry is a CSS selector, or <c>text:</c> followed by words that the page's text contains. The
/// built-in recognisers run as well; these are the site's own.
/// </summary>
public sealed record PageStates
{
    public IReadOnlyList<string> Empty { get; init; } = [];

    public IReadOnlyList<string> Blocked { get; init; } = [];

    public IReadOnlyList<string> Captcha { get; init; } = [];

    public IReadOnlyList<string> Consent { get; init; } = [];

    public IReadOnlyList<string> Login { get; init; } = [];

    public IReadOnlyList<string> Removed { get; init; } = [];

    public IReadOnlyList<string> SoftNotFound { get; init; } = [];
}
