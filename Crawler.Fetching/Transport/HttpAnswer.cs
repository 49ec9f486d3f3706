using System.Net.Http.Headers;

namespace Crawler.Fetching.Transport;

/// <summary>What one request brought.</summary>
internal sealed record HttpAnswer
{
    public required Uri Url { get; init; }

    /// <summary>When the request left.</summary>
    public required DateTimeOffset At { get; init; }

    public required int Status { get; init; }

    /// <summary>Status line and headers as they came, one per line.</summary>
    public required string RawHeaders { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>Decompressed.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Lower case, without parameters. Null: the site said nothing.</summary>
    public string? MediaType => ContentType?.MediaType?.ToLowerInvariant() ?? Header("Content-Type")?.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The charset parameter of Content-Type. Null: none.</summary>
    public string? Charset => ContentType?.CharSet?.Trim('"', '\'', ' ');

    /// <summary>Where a 3xx answer points, resolved against the address. Null: it is no redirect.</summary>
    public Uri? RedirectTarget =>
        Status is 301 or 302 or 303 or 307 or 308 && Header("Location") is { } location && Uri.TryCreate(Url, location.Trim(), out var target) ? target : null;

    private MediaTypeHeaderValue? ContentType => MediaTypeHeaderValue.TryParse(Header("Content-Type"), out var value) ? value : null;

    public string? Header(string name)
    {
        foreach (var (key, value) in Headers)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}

/// <summary>How one request, with its retries, ended.</summary>
internal abstract record Exchange
{
    /// <summary>An answer came, whatever its status.</summary>
    public sealed record Answered(HttpAnswer Answer) : Exchange;

    /// <summary>None came, or one that says to stop.</summary>
    /// <param name="Outcome">Why.</param>
    /// <param name="Asked">Whether a request left at all.</param>
    public sealed record Ended(FetchOutcome Outcome, bool Asked = true) : Exchange;
}
