using System.Collections.Concurrent;
using Crawler.Analysis.Matching;
using Crawler.Analysis.Scoring;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;

namespace Crawler.Worker.Captures;

/// <summary>Judges listings by a sweep's watch list: which terms hit, and what the advert scores over all lists that found it.</summary>
internal sealed class ListingJudge
{
    /// <summary>Sweeps in hand at once are few; beyond this many the oldest compiled lists are dropped.</summary>
    internal const int MostKept = 64;

    private readonly ConcurrentDictionary<string, TermMatcher> _matchers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _oldestFirst = new();

    /// <summary>Sweeps whose compiled lists are kept.</summary>
    internal IReadOnlyCollection<string> Kept => [.. _matchers.Keys];

    /// <summary>The listing with the list's hits put in place of its earlier ones; the list is named on it exactly when a term hits.</summary>
    public Listing Judge(Listing listing, Sweep sweep, SiteKind siteKind)
    {
        WatchList watchList = sweep.WatchList;
        var found = MatcherFor(sweep).Match(new MatchText
        {
            Title = listing.Title,
            Text = listing.Text,
            Category = listing.Category,
            Seller = listing.Seller?.DisplayName ?? listing.Seller?.Handle,
        });
        var others = listing.WatchListIds.Where(id => id != watchList.Id);
        var judged = listing with
        {
            Hits = [.. listing.Hits.Where(h => h.WatchListId != watchList.Id), .. found],
            WatchListIds = [.. (found.Count > 0 ? others.Append(watchList.Id) : others).Order(StringComparer.Ordinal)],
        };
        var score = ListingScorer.Score(judged, siteKind);
        return judged with { Score = score.Score, ScoreReasons = score.Reasons };
    }

    private TermMatcher MatcherFor(Sweep sweep)
    {
        if (_matchers.TryGetValue(sweep.Id, out var known))
        {
            return known;
        }

        var compiled = TermMatcher.For(sweep.WatchList);
        if (_matchers.TryAdd(sweep.Id, compiled))
        {
            _oldestFirst.Enqueue(sweep.Id);
            while (_oldestFirst.Count > MostKept && _oldestFirst.TryDequeue(out string? oldest))
            {
                _matchers.TryRemove(oldest, out _);
            }
        }

        return compiled;
    }
}
