using Crawler.Contracts.Sweeps;

namespace Crawler.Scheduler.Tests.Support;

/// <summary>What sites show: result pages of adverts, and which answers are not pages at all.</summary>
internal sealed class FakeWorld
{
    private readonly Dictionary<(string Site, string Query), string[][]> _results = [];

    /// <summary>Sites that answer everything with this instead.</summary>
    public Dictionary<string, OutcomeKind> Trouble { get; } = new(StringComparer.Ordinal);

    /// <summary>Adverts that no longer exist.</summary>
    public HashSet<string> Removed { get; } = new(StringComparer.Ordinal);

    public FakeWorld Shows(string site, string query, params string[][] pages)
    {
        _results[(site, query)] = pages;
        return this;
    }

    public (IReadOnlyList<string> Adverts, bool More) Page(string site, string query, int page)
    {
        var pages = _results.GetValueOrDefault((site, query), []);
        string[] adverts = page <= pages.Length ? [.. pages[page - 1].Where(a => !Removed.Contains(a))] : [];
        return (adverts, page < pages.Length);
    }
}
