namespace Crawler.Fetching.Transport;

/// <summary>
/// Remembers the validators of pages seen, the last 20,000, in memory: after a restart pages are simply read again.
/// </summary>
internal sealed class ValidatorCache
{
    private const int Capacity = 20_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Url, Validators Validators)>> _known = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Url, Validators Validators)> _recent = new();

    public Validators? Find(Uri url)
    {
        lock (_lock)
        {
            return _known.TryGetValue(url.AbsoluteUri, out var node) ? node.Value.Validators : null;
        }
    }

    /// <summary>Takes note of what a complete answer said of its version.</summary>
    public void Remember(HttpAnswer answer)
    {
        var validators = new Validators(answer.Header("ETag"), answer.Header("Last-Modified"));
        string url = answer.Url.AbsoluteUri;
        lock (_lock)
        {
            if (_known.Remove(url, out var old))
            {
                _recent.Remove(old);
            }

            if (validators is { ETag: null, LastModified: null })
            {
                return;
            }

            _known[url] = _recent.AddFirst((url, validators));
            if (_recent.Count > Capacity && _recent.Last is { } oldest)
            {
                _known.Remove(oldest.Value.Url);
                _recent.RemoveLast();
            }
        }
    }
}

/// <summary>What a site calls a version of a page.</summary>
internal sealed record Validators(string? ETag, string? LastModified)
{
    public void AddTo(HttpRequestMessage message)
    {
        if (ETag is not null)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", ETag);
        }

        if (LastModified is not null)
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", LastModified);
        }
    }
}
