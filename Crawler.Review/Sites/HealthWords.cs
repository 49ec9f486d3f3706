using Crawler.Contracts.Sites;

namespace Crawler.Review.Sites;

/// <summary>Verdicts in words an investigator understands.</summary>
internal static class HealthWords
{
    /// <summary>One or two words, for a badge.</summary>
    public static string Short(SiteCondition condition) => condition switch
    {
        SiteCondition.Healthy => "healthy",
        SiteCondition.Empty => "nothing found",
        SiteCondition.Drifted => "layout changed",
        SiteCondition.Blocked => "blocked",
        SiteCondition.Login => "log-in required",
        SiteCondition.Consent => "consent wall",
        SiteCondition.Captcha => "captcha",
        SiteCondition.Gone => "search is gone",
        SiteCondition.Unreachable => "unreachable",
        _ => "not asked",
    };

    /// <summary>A sentence, for a tooltip.</summary>
    public static string Sentence(SiteCondition condition) => condition switch
    {
        SiteCondition.Healthy => "Rows and fields come as they always did.",
        SiteCondition.Empty => "The site says, in its own words, that nothing matches.",
        SiteCondition.Drifted => "The pages come, but rows or fields are not where the definition says.",
        SiteCondition.Blocked => "The site refuses.",
        SiteCondition.Login => "The site shows its pages to members only.",
        SiteCondition.Consent => "A consent wall hides the pages.",
        SiteCondition.Captcha => "The site wants a question for humans answered; this system answers none.",
        SiteCondition.Gone => "The address of the search does not exist any more.",
        SiteCondition.Unreachable => "No answer, errors, or asked to wait again and again.",
        _ => "No request was made.",
    };

    /// <summary>Style class of the badge.</summary>
    public static string Tone(SiteCondition condition) => condition switch
    {
        SiteCondition.Healthy or SiteCondition.Empty => "good",
        SiteCondition.NotAsked => "",
        SiteCondition.Unreachable => "warn",
        _ => "bad",
    };

    /// <summary>"rows", "price of a row", "title of an advert": what a person calls the part of a definition.</summary>
    public static string Part(string field) => field switch
    {
        "rows" => "rows",
        "nextPage" => "next page",
        "shape" => "page structure",
        "fetch.waitFor" => "what the browser waits for",
        _ when field.StartsWith("search.", StringComparison.Ordinal) => $"{field["search.".Length..]} of a row",
        _ when field.StartsWith("detail.", StringComparison.Ordinal) => $"{field["detail.".Length..]} of an advert",
        _ => field,
    };

    /// <summary>Whether there is something to tell.</summary>
    public static bool IsNews(SiteHealth? health) =>
        health is not null && (health.Condition is not (SiteCondition.Healthy or SiteCondition.NotAsked) || health.Changes.Count > 0);
}
