using Crawler.Contracts.Drift;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching;
using Crawler.Ledger.Jobs;

namespace Crawler.Worker.Jobs;

/// <summary>What a fetch without a readable page means for the job that asked.</summary>
internal static class FetchVerdicts
{
    /// <summary>The verdict, or null when there is a page to look at (Ok, Missing) or nothing new (NotModified).</summary>
    public static JobVerdict? WithoutPage(FetchOutcome outcome, Uri url) => outcome switch
    {
        FetchOutcome.Throttled t => new JobVerdict.Postponed(Describe(t.Kind, t.Detail, url, null, null), t.RetryAt),
        FetchOutcome.Failed { Kind: OutcomeKind.RobotsDisallowed or OutcomeKind.SiteDisabled } f => new JobVerdict.Skipped(
            Describe(f.Kind, f.Detail, url, f.Status, null)),
        FetchOutcome.Failed f => new JobVerdict.Failed(Describe(f.Kind, f.Detail, url, f.Status, null), f.Transient),
        _ => null,
    };

    /// <summary>The page says that it is not what was asked for, or could not be read.</summary>
    /// <param name="state">What the reading said.</param>
    /// <param name="detail">The same in words.</param>
    /// <param name="page">The page that was read.</param>
    /// <param name="profile">What is remembered of it.</param>
    /// <param name="outOfTime">Reading it ran out of time: worth another try while attempts are left.</param>
    public static JobVerdict Barred(OutcomeKind state, string? detail, FetchedPage page, PageProfile profile, bool outOfTime) =>
        new JobVerdict.Failed(Describe(state, detail, page.Url, page.Status, page.Tier) with { Page = profile }, Transient: outOfTime);

    public static JobOutcome Describe(OutcomeKind kind, string? detail, Uri url, int? status, FetchTier? tier) => new()
    {
        Kind = kind,
        Detail = detail,
        Url = url.AbsoluteUri,
        HttpStatus = status,
        Tier = tier?.ToString().ToLowerInvariant(),
    };

    public static JobOutcome Describe(OutcomeKind kind, string? detail, FetchedPage page) => Describe(kind, detail, page.Url, page.Status, page.Tier);
}
