namespace Crawler.TrainingGround;

/// <summary>A way in which a site misbehaves, and how long.</summary>
public sealed record Trouble
{
    /// <summary>What goes wrong.</summary>
    public required TroubleMode Mode { get; init; }

    /// <summary>
    /// Only the first N requests it applies to are hit; after that the site behaves. Null: until it is switched off, except
    /// for <see cref="TroubleMode.Burst503"/>, where null means 3.
    /// </summary>
    public int? First { get; init; }

    /// <summary>Only paths that begin with this (for example <c>/zoeken</c>). Null: see <see cref="Kind"/>.</summary>
    public string? PathPrefix { get; init; }

    /// <summary>
    /// Only pages of this kind. Null with a <see cref="PathPrefix"/>: any request under it; null without one: search and detail
    /// pages, never images, style sheets or robots.txt.
    /// </summary>
    public PageKind? Kind { get; init; }

    /// <summary>
    /// Retry-After of <see cref="TroubleMode.Throttle"/> and <see cref="TroubleMode.Burst503"/>, whole seconds. Default 2 s; zero leaves the header out.
    /// </summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Delay of <see cref="TroubleMode.Slow"/> before the first byte. Default 3 s.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Which redesign <see cref="TroubleMode.Redesign"/> shows. Default <see cref="RedesignVariant.RenamedClasses"/>.</summary>
    public RedesignVariant Redesign { get; init; }

    /// <summary>Bytes <see cref="TroubleMode.HugeBody"/> streams. Default 48 MB.</summary>
    public long Bytes { get; init; } = 48L * 1024 * 1024;

    /// <summary>
    /// Flavour of a mode that has several; null takes the first. Captcha: <c>interstitial</c> (503-style "just a moment", status 403),
    /// <c>recaptcha</c> (200), <c>slider</c> (403, an empty page that frames the challenge). WrongCharset: <c>utf8-as-latin1</c>, <c>latin1-as-utf8</c>.
    /// Login: <c>redirect</c>, <c>status401</c>.
    /// </summary>
    public string? Variant { get; init; }
}

/// <summary>The kinds of page a trouble can be limited to.</summary>
public enum PageKind
{
    /// <summary>Images, style sheets, robots.txt, navigation.</summary>
    Other,

    /// <summary>A page of search results, HTML or JSON.</summary>
    Search,

    /// <summary>The page of one advert, topic or post, HTML or JSON.</summary>
    Detail,
}

/// <summary>What a site in trouble does.</summary>
public enum TroubleMode
{
    /// <summary>429 with Retry-After.</summary>
    Throttle,

    /// <summary>503 for the first N requests, then fine.</summary>
    Burst503,

    /// <summary>Right answers, late.</summary>
    Slow,

    /// <summary>A cookie wall in place of the page until the <c>consent</c> cookie is sent.</summary>
    Consent,

    /// <summary>A log-in form in place of the page (401 on JSON).</summary>
    Login,

    /// <summary>A challenge page in the manner of the known vendors, without their scripts.</summary>
    Captcha,

    /// <summary>Status 200 on a page that says it does not exist.</summary>
    SoftNotFound,

    /// <summary>The right data in new clothes; see <see cref="RedesignVariant"/>.</summary>
    Redesign,

    /// <summary>An endless chain of redirects.</summary>
    RedirectLoop,

    /// <summary>A body without end, well over 16 MB.</summary>
    HugeBody,

    /// <summary>The header names one character set, the bytes are in another.</summary>
    WrongCharset,

    /// <summary>Missing end tags, stray angle brackets, a cut-off tail; JSON cut in the middle.</summary>
    BrokenHtml,

    /// <summary>The connection is cut without an answer.</summary>
    Reset,

    /// <summary>Status 200 and an honest-looking empty result although there are adverts.</summary>
    Empty,

    /// <summary>403 and a page that says so, without a question and without a way on.</summary>
    Refuse,
}

/// <summary>How a redesigned site differs from the one its definition was written for.</summary>
public enum RedesignVariant
{
    /// <summary>Every class, id and data attribute has another name; the structure stays.</summary>
    RenamedClasses,

    /// <summary>The price has left its element for another place and another element.</summary>
    MovedPrice,

    /// <summary>Result rows are other elements in another nesting.</summary>
    NewCards,

    /// <summary>The keys of the JSON (API answers, embedded state) have other names; JSON-LD is gone.</summary>
    JsonRenamed,
}
