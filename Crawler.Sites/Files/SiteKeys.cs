namespace Crawler.Sites.Files;

/// <summary>The keys a site file may hold. <c>sites/schema.json</c> lists the same; a test compares them.</summary>
public static class SiteKeys
{
    public static readonly string[] Root =
    [
        "id", "name", "home", "kind", "languages", "country", "legalBasis", "enabled", "verified", "verifiedNote", "learned", "version",
        "pace", "robots", "access", "login", "fetch", "search", "detail", "states", "health", "fixtures",
    ];

    public static readonly string[] Learned = ["at", "from", "rowsSeen"];

    public static readonly string[] Pace = ["delay", "concurrency"];

    public static readonly string[] Robots = ["obey", "legalBasis"];

    public static readonly string[] Access = ["via", "proxy"];

    public static readonly string[] Login = ["url", "form", "fields", "cookies", "signedIn", "failed"];

    public static readonly string[] Secret = ["env", "file", "value"];

    public static readonly string[] Fetch = ["mode", "timeout", "maxBytes", "maxImages", "headers", "scrolls", "waitFor"];

    public static readonly string[] Search = ["url", "post", "firstPage", "pageSize", "paging", "format", "rows", "fields", "nextPage", "cursor", "more"];

    public static readonly string[] Post = ["form", "json"];

    public static readonly string[] Detail = ["url", "format", "fields", "idFromUrl"];

    public static readonly string[] States = ["empty", "blocked", "captcha", "consent", "login", "removed", "softNotFound"];

    public static readonly string[] Health = ["probe", "minRows", "fill", "detailFill"];

    public static readonly string[] Fixture = ["file", "url", "kind", "state", "rows", "nextPage", "filled", "values"];

    public static readonly string[] Rule = ["select", "attribute", "match", "value", "exists"];

    public static readonly string[] RowFields =
    [
        "id", "url", "title", "price", "currency", "image", "location", "postedAt", "seller", "sponsored", "snippet", "availability",
    ];

    public static readonly string[] DetailFields =
    [
        "id", "title", "price", "currency", "description", "images", "seller", "sellerUrl", "location", "postedAt", "category", "condition",
        "availability", "quantity", "shipsFrom", "shipsTo",
    ];
}
