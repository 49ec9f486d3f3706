namespace Crawler.Fetching;

/// <summary>Settings of everything that touches the web; section <c>Fetching</c>. Checked at start.</summary>
public sealed class FetchingOptions
{
    /// <summary>The product token that robots.txt groups are matched with (RFC 9309, 2.2.1).</summary>
    internal const string ProductToken = "CyberPatrol";

    /// <summary>
    /// What every request says it comes from. Begins with the product token <c>CyberPatrol</c>. Default <c>CyberPatrol/0.1 (+passive monitoring)</c>.
    /// </summary>
    public string UserAgent { get; set; } = ProductToken + "/0.1 (+passive monitoring)";

    /// <summary>Where a site's operator can complain (a web or e-mail address), added to the user agent. Null: the user agent stays as it is.</summary>
    public string? Contact { get; set; }

    /// <summary>
    /// Proxies that site definitions may name: name to address, <c>http://</c>, <c>https://</c> or <c>socks5://</c>, with user information if the proxy wants
    /// it. Default: <c>tor</c>, where Debian's Tor client listens (<c>socks5://127.0.0.1:9050</c>).
    /// </summary>
    public IDictionary<string, string> Proxies { get; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["tor"] = "socks5://127.0.0.1:9050" };

    /// <summary>Folder with the secrets that site files name as files, one value each. Null: none; such a secret counts as missing.</summary>
    public string? SecretsFolder { get; set; }

    /// <summary>Whether pages that need scripts may be rendered. Default true; Chromium is looked for when the first such page comes.</summary>
    public bool BrowserEnabled { get; set; } = true;

    /// <summary>Path of Chromium. Null: <c>chromium-headless-shell</c>, then <c>chromium</c>, from the search path.</summary>
    public string? BrowserExecutable { get; set; }

    /// <summary>Pages rendered at once, over all sites of the process. Default 2; 1 to 32.</summary>
    public int BrowserPages { get; set; } = 2;

    /// <summary>The browser is replaced when it is older than this. Default 30 minutes.</summary>
    public TimeSpan BrowserRecycleAge { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The browser is replaced after this many pages. Default 200.</summary>
    public int BrowserRecyclePages { get; set; } = 200;

    /// <summary>The browser is replaced when its processes hold more resident bytes than this. Default 1.5 GB (1536 × 1024 × 1024).</summary>
    public long BrowserRecycleBytes { get; set; } = 1536L * 1024 * 1024;

    /// <summary>
    /// Whether Chromium runs without its sandbox. Null (default): only when the worker runs as root, where Chromium refuses to start otherwise; this is
    /// logged.
    /// </summary>
    public bool? BrowserNoSandbox { get; set; }

    /// <summary>A screenshot is cut at this height, in pixels. Default 20,000.</summary>
    public int ScreenshotMaxHeight { get; set; } = 20_000;

    /// <summary>How long an answer to robots.txt is used. Default 24 hours (RFC 9309, 2.4).</summary>
    public TimeSpan RobotsLife { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The longest pause a site can ask for. Default 6 hours.</summary>
    public TimeSpan RetryAfterCap { get; set; } = TimeSpan.FromHours(6);

    /// <summary>A fetch waits for its slot at most this long; when the host is paused for longer the job is postponed instead. Default 5 s.</summary>
    public TimeSpan PausePatience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The same for slots that are far away by the pace alone (a very long Crawl-delay). Default 2 minutes.</summary>
    public TimeSpan PacePatience { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The user agent as sent.</summary>
    internal string EffectiveUserAgent => Contact is null ? UserAgent : $"{UserAgent.TrimEnd(')', ' ')}; {Contact})";
}
