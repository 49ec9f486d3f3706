using Crawler.Contracts.Sweeps;

namespace Crawler.Fetching;

/// <summary>Every way a fetch can end. Expected outcomes are values; exceptions mean bugs or broken infrastructure.</summary>
public abstract record FetchOutcome(OutcomeKind Kind, string? Detail)
{
    /// <summary>A page came, whatever it says: extraction decides whether it is what was asked for.</summary>
    public sealed record Ok(FetchedPage Page) : FetchOutcome(OutcomeKind.Ok, null);

    public sealed record NotModified(Uri Url) : FetchOutcome(OutcomeKind.NotModified, null);

    /// <summary>404 or 410, with what the site sent along.</summary>
    public sealed record Missing(OutcomeKind Kind, FetchedPage Page) : FetchOutcome(Kind, $"HTTP {Page.Status}");

    /// <summary>The site asked to wait. The host's slot has been moved; the job is postponed and burns no attempt.</summary>
    public sealed record Throttled(DateTimeOffset RetryAt, string Detail) : FetchOutcome(OutcomeKind.Throttled, Detail);

    /// <summary>
    /// No page: Blocked, Captcha, LoginRequired, TooLarge, Timeout, RedirectLoop, ServerError, NetworkError, RobotsDisallowed, Unreadable, SiteDisabled.
    /// </summary>
    /// <param name="Kind">Which of them.</param>
    /// <param name="Detail">In words.</param>
    /// <param name="Transient">Whether trying again later may help.</param>
    /// <param name="Status">HTTP status, if there was one.</param>
    public sealed record Failed(OutcomeKind Kind, string Detail, bool Transient, int? Status = null) : FetchOutcome(Kind, Detail);
}
