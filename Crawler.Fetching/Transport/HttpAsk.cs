namespace Crawler.Fetching.Transport;

/// <summary>One request to one address.</summary>
internal sealed record HttpAsk
{
    public required Uri Url { get; init; }

    public HttpMethod Method { get; init; } = HttpMethod.Get;

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>Null: none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Largest answer read, in bytes, before and after decompression.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>Cut a larger answer instead of refusing it.</summary>
    public bool CutAtLimit { get; init; }

    /// <summary>The distance to keep to the next request to the host.</summary>
    public required TimeSpan Delay { get; init; }

    /// <summary>Send what is remembered of the address's ETag and Last-Modified.</summary>
    public bool Conditional { get; init; }
}
