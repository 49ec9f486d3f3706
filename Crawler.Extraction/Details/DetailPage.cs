using Crawler.Extraction.Html;
using Crawler.Extraction.Patterns;
using Crawler.Extraction.Structured;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Details;

/// <summary>What the generic reading of an advert's page works on.</summary>
internal sealed class DetailPage
{
    public required PageFeatures Features { get; init; }

    public required MetaTags Meta { get; init; }

    public required LabelTable Labels { get; init; }

    /// <summary>What the page says in structured data that it is about. Null: nothing.</summary>
    public Thing? Main { get; set; }

    /// <summary>Where the title stands; -1: not found in the page.</summary>
    public int TitleNode { get; set; } = -1;

    public HtmlPage Page => Features.Page;

    public PageTree Tree => Features.Tree;

    public Regions Regions => Features.Regions;

    public bool IsContent(int index) => !Tree.Nodes[index].Hidden && Regions[index] is Region.Main or Region.Aside or Region.Form;
}
