using Crawler.Analysis.WatchLists;
using Crawler.Review.Sites;
using Microsoft.AspNetCore.Components;

namespace Crawler.Review.WatchLists;

/// <summary>Which sites a list searches.</summary>
public sealed partial class WatchSiteChoice
{
    [CascadingParameter]
    internal WatchListDraft Draft { get; set; } = null!;

    [CascadingParameter]
    internal IReadOnlyList<SiteView> Sites { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<WatchListProblem> Problems { get; set; } = [];

    private void Toggle(string siteId)
    {
        if (!Draft.SiteIds.Remove(siteId))
        {
            Draft.SiteIds.Add(siteId);
        }
    }
}
