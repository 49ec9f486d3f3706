namespace Crawler.Contracts.Sweeps;

/// <summary>What an outcome means for a coverage report: whether the thing was seen, how loudly to say so, and in which words.</summary>
public static class OutcomeMeaning
{
    /// <summary>From quiet to loud. A site is known by its loudest outcome.</summary>
    private static readonly OutcomeKind[] ByLoudness =
    [
        OutcomeKind.NotFound,
        OutcomeKind.Gone,
        OutcomeKind.SoftNotFound,
        OutcomeKind.NotModified,
        OutcomeKind.Empty,
        OutcomeKind.Ok,
        OutcomeKind.LimitReached,
        OutcomeKind.NotAsked,
        OutcomeKind.RobotsDisallowed,
        OutcomeKind.TooLarge,
        OutcomeKind.Unreadable,
        OutcomeKind.RedirectLoop,
        OutcomeKind.Timeout,
        OutcomeKind.NetworkError,
        OutcomeKind.ServerError,
        OutcomeKind.Throttled,
        OutcomeKind.ConsentWall,
        OutcomeKind.LoginRequired,
        OutcomeKind.Captcha,
        OutcomeKind.Blocked,
        OutcomeKind.Drifted,
        OutcomeKind.SiteDisabled,
        OutcomeKind.InternalError,
    ];

    /// <summary>0 is the quietest.</summary>
    public static int Loudness(OutcomeKind outcome) => Array.IndexOf(ByLoudness, outcome);

    /// <summary>
    /// The outcome a site is known by: its loudest trouble; without any, Ok if a page was read; else the loudest of what there is. Null: nothing has ended
    /// yet.
    /// </summary>
    /// <param name="notSeen">Outcomes of what was not seen.</param>
    /// <param name="ended">Outcomes of all ended jobs.</param>
    public static OutcomeKind? OfSite(IReadOnlyCollection<OutcomeKind> notSeen, IReadOnlyCollection<OutcomeKind> ended) =>
        Loudest(notSeen.Where(o => !IsRestraint(o)))
        ?? (ended.Contains(OutcomeKind.Ok) ? OutcomeKind.Ok : Loudest(notSeen) ?? Loudest(ended));

    /// <summary>Whether the request was rightly not made: nothing is wrong with the site, and nobody need act.</summary>
    private static bool IsRestraint(OutcomeKind outcome) => outcome is OutcomeKind.RobotsDisallowed or OutcomeKind.NotAsked;

    private static OutcomeKind? Loudest(IEnumerable<OutcomeKind> outcomes) => outcomes.Select(o => (OutcomeKind?)o).MaxBy(o => Loudness(o!.Value));

    /// <summary>
    /// Whether an ended job saw what it was sent to see. A missing result page is an answer; a missing advert is one when the capture says so (Done).
    /// </summary>
    public static bool WasSeen(JobKind kind, JobState state, OutcomeKind? outcome) =>
        state is JobState.Done
        && (kind is JobKind.Capture
            || outcome is OutcomeKind.Ok or OutcomeKind.Empty or OutcomeKind.NotModified or OutcomeKind.NotFound or OutcomeKind.Gone);

    /// <summary>Whether the site as a whole keeps us out, or is down, so that asking it for anything else would only hammer it.</summary>
    public static bool KeepsUsOut(OutcomeKind outcome) => outcome
        is OutcomeKind.Blocked or OutcomeKind.Captcha or OutcomeKind.ConsentWall or OutcomeKind.LoginRequired or OutcomeKind.Throttled
        or OutcomeKind.Timeout or OutcomeKind.NetworkError or OutcomeKind.ServerError or OutcomeKind.SiteDisabled;

    /// <summary>A sentence for the report.</summary>
    public static string InWords(OutcomeKind outcome) => outcome switch
    {
        OutcomeKind.Ok => "The page was read.",
        OutcomeKind.NotModified => "The page has not changed since it was last read.",
        OutcomeKind.Empty => "The site says that nothing matches.",
        OutcomeKind.NotFound => "The page does not exist.",
        OutcomeKind.Gone => "The page was removed.",
        OutcomeKind.SoftNotFound => "The site answered with a page that says there is nothing here.",
        OutcomeKind.Throttled => "The site asked to wait, again and again.",
        OutcomeKind.Blocked => "The site blocked the request.",
        OutcomeKind.Captcha => "The site wants a captcha solved; this system solves none.",
        OutcomeKind.ConsentWall => "A consent wall hides the page.",
        OutcomeKind.LoginRequired => "The site shows the page only to members.",
        OutcomeKind.Drifted => "The page's layout has changed: neither adverts nor the site's empty page were recognised.",
        OutcomeKind.TooLarge => "The page is larger than the limit.",
        OutcomeKind.Timeout => "The site did not answer in time.",
        OutcomeKind.RedirectLoop => "The site redirects in a circle.",
        OutcomeKind.ServerError => "The site failed (HTTP 5xx).",
        OutcomeKind.NetworkError => "The site could not be reached.",
        OutcomeKind.RobotsDisallowed => "The site's robots.txt asks not to read the page.",
        OutcomeKind.Unreadable => "The answer is not a page that can be read.",
        OutcomeKind.SiteDisabled => "The site is switched off, or unknown.",
        OutcomeKind.LimitReached => "There was more than the set limits allow to be read.",
        OutcomeKind.NotAsked => "No request was made.",
        OutcomeKind.InternalError => "CyberPatrol itself failed; its log says how.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };
}
