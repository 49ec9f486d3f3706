namespace Crawler.Pages;

/// <summary>A page to read.</summary>
public sealed record PageContent
{
    /// <summary>The address it was fetched from, after redirects; relative addresses resolve against it (or &lt;base&gt;).</summary>
    public required Uri Url { get; init; }

    /// <summary>Decoded text: HTML or JSON.</summary>
    public required string Text { get; init; }

    public string MediaType { get; init; } = "text/html";

    public int Status { get; init; } = 200;
}
