using Crawler.Contracts.Listings;

namespace Crawler.Analysis.Scoring;

/// <summary>How much an advert deserves a look, and why.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="Reasons">Add up to <paramref name="Score"/>; the heaviest first.</param>
public sealed record ListingScore(int Score, IReadOnlyList<ScoreReason> Reasons);
