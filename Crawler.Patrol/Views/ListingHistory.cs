using Crawler.Contracts.Captures;
using Crawler.Contracts.Listings;

namespace Crawler.Patrol.Views;

/// <summary>A listing with all that was kept about it.</summary>
/// <param name="Listing">As last captured.</param>
/// <param name="Observations">Oldest first.</param>
/// <param name="Captures">The evidence, oldest first.</param>
internal sealed record ListingHistory(Listing Listing, IReadOnlyList<Observation> Observations, IReadOnlyList<Capture> Captures);
