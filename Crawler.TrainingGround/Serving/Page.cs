namespace Crawler.TrainingGround.Serving;

/// <summary>An answer of a site before it is put on the wire.</summary>
internal sealed record Page
{
    public int Status { get; init; } = 200;

    public required string ContentType { get; init; }

    /// <summary>The body of text pages; null when <see cref="Bytes"/> holds it.</summary>
    public string? Text { get; init; }

    public byte[]? Bytes { get; init; }

    /// <summary>Target of a redirect, or null.</summary>
    public string? Location { get; init; }

    /// <summary>Set on pages that answer conditional requests.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool IsHtml => ContentType.StartsWith("text/html", StringComparison.Ordinal);

    public bool IsJson => ContentType.StartsWith("application/json", StringComparison.Ordinal);

    public static Page OfHtml(Html html, int status = 200) => new() { Status = status, ContentType = "text/html; charset=utf-8", Text = html.Text };

    public static Page OfText(string text, string contentType = "text/plain; charset=utf-8", int status = 200) =>
        new() { Status = status, ContentType = contentType, Text = text };

    public static Page OfJson(string json, int status = 200) => OfText(json, "application/json; charset=utf-8", status);

    public static Page Redirect(string location) => new() { Status = 302, ContentType = "text/plain; charset=utf-8", Text = "", Location = location };
}
