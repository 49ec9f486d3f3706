using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Tiers;
using Crawler.Pages;

namespace Crawler.Fetching.Login;

/// <summary>
/// Fetches pages of sites that want to know who asks: signs in before the first one, and once again when the session turns out to have ended.
/// </summary>
internal sealed class SignedInFetcher(PageFetcher pages, LoginSessions sessions, ILoginPageCheck check) : IPageFetcher
{
    public async Task<FetchOutcome> FetchAsync(SiteDefinition site, FetchRequest request, CancellationToken cancellationToken)
    {
        if (site.Login is null || !site.Enabled)
        {
            return await pages.FetchAsync(site, request, cancellationToken);
        }

        if (await sessions.SignInAsync(site, ended: null, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        int session = sessions.SessionOf(site).Number;
        var outcome = await pages.FetchAsync(site, request, cancellationToken);
        if (!IsStranger(site, request, outcome))
        {
            return outcome;
        }

        if (await sessions.SignInAsync(site, ended: session, cancellationToken) is { } again)
        {
            return again;
        }

        outcome = await pages.FetchAsync(site, request with { Conditional = false }, cancellationToken);
        return IsStranger(site, request, outcome)
            ? new FetchOutcome.Failed(OutcomeKind.LoginRequired, "signed in again, but the page still asks who we are: this account may not see it", Transient: false)
            : outcome;
    }

    /// <summary>Whether the answer is for someone who is not signed in.</summary>
    private bool IsStranger(SiteDefinition site, FetchRequest request, FetchOutcome outcome)
    {
        if (outcome is not FetchOutcome.Ok { Page: var page })
        {
            return outcome is FetchOutcome.Failed { Kind: OutcomeKind.LoginRequired };
        }

        if (request.Kind == PageKind.Image)
        {
            return false;
        }

        if (site.Login!.SignedIn.Count > 0 && page.IsHtml)
        {
            return !LoginSigns.Any(site.Login.SignedIn, page.Text);
        }

        return check.AsksWhoWeAre(site, request.Kind, page);
    }
}
