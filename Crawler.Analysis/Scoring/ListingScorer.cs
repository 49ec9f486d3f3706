using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;

namespace Crawler.Analysis.Scoring;

/// <summary>
/// Scores adverts, never persons: how much one deserves an investigator's look, as a sum of rules that are each shown with their points and an explanation.
/// The points are judgement, not measurement; they put a queue in order and decide nothing.
/// </summary>
public static class ListingScorer
{
    private const int Most = 100;

    /// <summary>Scores a stored listing.</summary>
    public static ListingScore Score(Listing listing, SiteKind siteKind) => Score(AdvertFacts.Of(listing, siteKind));

    /// <summary>Scores an advert. Without a hit the score is 0 and no rule applies.</summary>
    public static ListingScore Score(AdvertFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Hits.Count == 0)
        {
            return new ListingScore(0, []);
        }

        var advert = new ScoredAdvert(facts);
        List<ScoreReason> reasons =
        [
            .. ScoreRules.All.Select(rule => rule(advert)).OfType<ScoreReason>()
                .OrderByDescending(r => Math.Abs(r.Points))
                .ThenBy(r => r.Rule, StringComparer.Ordinal),
        ];
        int sum = reasons.Sum(r => r.Points);
        int score = Math.Clamp(sum, 0, Most);
        if (score != sum)
        {
            reasons.Add(new ScoreReason { Rule = "limit", Points = score - sum, Explanation = sum > Most ? "Scores end at 100." : "Scores begin at 0." });
        }

        return new ListingScore(score, reasons);
    }
}
