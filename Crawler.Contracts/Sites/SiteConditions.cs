using Crawler.Contracts.Sweeps;

namespace Crawler.Contracts.Sites;

/// <summary>What the outcome of a page says of the site.</summary>
public static class SiteConditions
{
    /// <summary>The condition that a search page with this outcome shows.</summary>
    public static SiteCondition Of(OutcomeKind searchOutcome) => searchOutcome switch
    {
        OutcomeKind.Ok or OutcomeKind.NotModified or OutcomeKind.LimitReached => SiteCondition.Healthy,
        OutcomeKind.Empty => SiteCondition.Empty,
        OutcomeKind.Drifted or OutcomeKind.Unreadable => SiteCondition.Drifted,
        OutcomeKind.Blocked => SiteCondition.Blocked,
        OutcomeKind.Captcha => SiteCondition.Captcha,
        OutcomeKind.ConsentWall => SiteCondition.Consent,
        OutcomeKind.LoginRequired => SiteCondition.Login,
        OutcomeKind.NotFound or OutcomeKind.Gone or OutcomeKind.SoftNotFound => SiteCondition.Gone,
        OutcomeKind.RobotsDisallowed or OutcomeKind.SiteDisabled or OutcomeKind.NotAsked => SiteCondition.NotAsked,
        _ => SiteCondition.Unreachable,
    };

    /// <summary>The outcome that a page of a site in this condition has.</summary>
    public static OutcomeKind OutcomeOf(SiteCondition condition) => condition switch
    {
        SiteCondition.Healthy => OutcomeKind.Ok,
        SiteCondition.Empty => OutcomeKind.Empty,
        SiteCondition.Drifted => OutcomeKind.Drifted,
        SiteCondition.Blocked => OutcomeKind.Blocked,
        SiteCondition.Captcha => OutcomeKind.Captcha,
        SiteCondition.Consent => OutcomeKind.ConsentWall,
        SiteCondition.Login => OutcomeKind.LoginRequired,
        SiteCondition.Gone => OutcomeKind.NotFound,
        SiteCondition.NotAsked => OutcomeKind.NotAsked,
        _ => OutcomeKind.NetworkError,
    };
}
