using Crawler.Contracts.Sites;

namespace Crawler.Patrol.Views;

/// <summary>A site and how it was last found.</summary>
/// <param name="Site">Its definition.</param>
/// <param name="Status">Null: no sweep has been there.</param>
internal sealed record SiteSummary(SiteDefinition Site, SiteStatus? Status);
