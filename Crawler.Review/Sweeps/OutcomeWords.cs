using Crawler.Contracts.Sweeps;

namespace Crawler.Review.Sweeps;

/// <summary>Outcomes in words an investigator understands.</summary>
internal static class OutcomeWords
{
    /// <summary>Two or three words, for a badge.</summary>
    public static string Short(OutcomeKind outcome) => outcome switch
    {
        OutcomeKind.Ok => "ok",
        OutcomeKind.NotModified => "not modified",
        OutcomeKind.Empty => "nothing found",
        OutcomeKind.NotFound => "not found",
        OutcomeKind.Gone => "gone",
        OutcomeKind.SoftNotFound => "not found (soft)",
        OutcomeKind.Throttled => "throttled",
        OutcomeKind.Blocked => "blocked",
        OutcomeKind.Captcha => "captcha",
        OutcomeKind.ConsentWall => "consent wall",
        OutcomeKind.LoginRequired => "log-in required",
        OutcomeKind.Drifted => "layout changed",
        OutcomeKind.TooLarge => "too large",
        OutcomeKind.Timeout => "timed out",
        OutcomeKind.RedirectLoop => "redirect loop",
        OutcomeKind.ServerError => "server error",
        OutcomeKind.NetworkError => "network error",
        OutcomeKind.RobotsDisallowed => "robots.txt",
        OutcomeKind.Unreadable => "unreadable",
        OutcomeKind.SiteDisabled => "switched off",
        OutcomeKind.LimitReached => "limit reached",
        OutcomeKind.NotAsked => "not asked",
        OutcomeKind.InternalError => "internal error",
        _ => outcome.ToString(),
    };

    /// <summary>How good the news is.</summary>
    public static OutcomeTone Tone(OutcomeKind? outcome) => outcome switch
    {
        null => OutcomeTone.None,
        OutcomeKind.Ok or OutcomeKind.NotModified or OutcomeKind.Empty or OutcomeKind.NotFound or OutcomeKind.Gone => OutcomeTone.Good,
        OutcomeKind.SiteDisabled or OutcomeKind.NotAsked or OutcomeKind.RobotsDisallowed => OutcomeTone.None,
        OutcomeKind.Throttled or OutcomeKind.LimitReached or OutcomeKind.Timeout or OutcomeKind.TooLarge or OutcomeKind.ServerError
            or OutcomeKind.NetworkError or OutcomeKind.SoftNotFound => OutcomeTone.Warn,
        _ => OutcomeTone.Bad,
    };
}

/// <summary>How an outcome is coloured; the words always stand beside the colour.</summary>
internal enum OutcomeTone
{
    None,
    Good,
    Warn,
    Bad,
}
