namespace Crawler.Contracts.Sites;

/// <summary>How pages of a site are fetched.</summary>
public sealed record FetchPolicy
{
    /// <summary>Default <see cref="FetchMode.Auto"/>.</summary>
    public FetchMode Mode { get; init; } = FetchMode.Auto;

    /// <summary>Time for one page, from request to last byte. Default 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest page read, in bytes after decompression. Default 16 MB (16 × 1024 × 1024).</summary>
    public long MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Images kept per listing at most. Default 4; 0 keeps none.</summary>
    public int MaxImages { get; init; } = 4;

    /// <summary>Extra request headers, such as Accept. Never credentials.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Browser tier: how many times to scroll to the end of a search page, or to press its button, for more rows. Default 0, which with
    /// <see cref="Paging.Scroll"/> and <see cref="Paging.More"/> means 10.
    /// </summary>
    public int Scrolls { get; init; }

    /// <summary>Browser tier: a CSS selector whose appearance means that the page is ready. Null: network quiet.</summary>
    public string? WaitFor { get; init; }
}

/// <summary>Which tier fetches a page.</summary>
public enum FetchMode
{
    /// <summary>HTTP first; the browser when the page is a script shell, remembered per site and page kind.</summary>
    Auto,
    Http,
    Browser,
}
