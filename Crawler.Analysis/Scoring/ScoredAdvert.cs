using Crawler.Analysis.Matching;
using Crawler.Contracts.Listings;

namespace Crawler.Analysis.Scoring;

/// <summary>What the rules score: an advert's facts, and its text folded once.</summary>
internal sealed class ScoredAdvert(AdvertFacts facts)
{
    public AdvertFacts Facts { get; } = facts;

    public FoldedText Text { get; } = FoldedText.Of($"{facts.Title}\n{facts.Text}");

    public IReadOnlyList<string> Topics { get; } =
        [.. facts.Hits.Select(h => h.Topic).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public IReadOnlyList<TermHit> HitsIn(HitField field) => [.. Facts.Hits.Where(h => h.Field == field)];

    public bool IsAbout(params ReadOnlySpan<string> topics)
    {
        foreach (string topic in topics)
        {
            if (Topics.Contains(topic, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
