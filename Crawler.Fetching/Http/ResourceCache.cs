using System.Globalization;
using Crawler.Fetching.Transport;

namespace Crawler.Fetching.Http;

/// <summary>Scripts, styles and pictures of pages, so that each page does not ask for them again. At most 64 MB; the least used go first.</summary>
internal sealed class ResourceCache(TimeProvider time)
{
    private const long Capacity = 64L * 1024 * 1024;
    private static readonly TimeSpan WhenUnsaid = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _recent = new();
    private long _bytes;

    public HttpAnswer? Find(Uri url)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(url.AbsoluteUri, out var node))
            {
                return null;
            }

            _recent.Remove(node);
            if (node.Value.Until <= time.GetUtcNow())
            {
                Forget(node.Value);
                return null;
            }

            _recent.AddFirst(node);
            return node.Value.Answer;
        }
    }

    /// <summary>Keeps a complete answer, unless it forbids that.</summary>
    public void Keep(Uri url, HttpAnswer answer)
    {
        if (answer.Status != 200 || answer.Body.Length > Capacity / 8 || Life(answer) is not { } life)
        {
            return;
        }

        lock (_lock)
        {
            string key = url.AbsoluteUri;
            if (_entries.TryGetValue(key, out var old))
            {
                _recent.Remove(old);
                Forget(old.Value);
            }

            var entry = new Entry(key, answer, time.GetUtcNow() + life);
            _entries[key] = _recent.AddFirst(entry);
            _bytes += answer.Body.Length;
            while (_bytes > Capacity && _recent.Last is { } oldest)
            {
                _recent.RemoveLast();
                Forget(oldest.Value);
            }
        }
    }

    private static TimeSpan? Life(HttpAnswer answer)
    {
        foreach (string directive in (answer.Header("Cache-Control") ?? string.Empty).Split(',', StringSplitOptions.TrimEntries))
        {
            if (directive.StartsWith("no-store", StringComparison.OrdinalIgnoreCase) || directive.StartsWith("no-cache", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            if (directive.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase)
                && long.TryParse(directive.AsSpan(8).Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
            {
                return seconds <= 0 ? null : seconds >= Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(seconds);
            }
        }

        return WhenUnsaid;
    }

    private void Forget(Entry entry)
    {
        _entries.Remove(entry.Url);
        _bytes -= entry.Answer.Body.Length;
    }

    private sealed record Entry(string Url, HttpAnswer Answer, DateTimeOffset Until);
}
