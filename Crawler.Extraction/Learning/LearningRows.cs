using AngleSharp.Dom;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Html;
using Crawler.Extraction.Patterns;
using Crawler.Extraction.Readers;
using Crawler.Pages;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Learning;

/// <summary>A row of a result page with what the generic tiers read in it.</summary>
internal sealed record LearningRow(HtmlPage Page, IElement Element, RowDraft Generic);

/// <summary>A result page with its rows as the generic tiers found them.</summary>
internal sealed class LearningSearchPage
{
    private LearningSearchPage(PageContent content, PageFeatures features, IReadOnlyList<LearningRow> rows, int unplaced)
    {
        Content = content;
        Features = features;
        Rows = rows;
        Unplaced = unplaced;
    }

    public PageContent Content { get; }

    public PageFeatures Features { get; }

    public HtmlPage Page => Features.Page;

    public IReadOnlyList<LearningRow> Rows { get; }

    /// <summary>Rows that stand in no element: they come from data behind the page.</summary>
    public int Unplaced { get; }

    /// <summary>Where the list goes on, by the generic tiers. Null: nowhere.</summary>
    public string? Next { get; private init; }

    public static LearningSearchPage Of(SiteDefinition bare, PageContent content, DateTimeOffset now)
    {
        var features = PageFeatures.Of(HtmlPage.Parse(content, bare, now, new ReadBudget(ReadBudget.StandardTime)));
        var (rows, _) = SearchReader.Generic(features);
        var placed = rows.Where(r => r.Node >= 0).Select(r => new LearningRow(features.Page, features.Tree.Nodes[r.Node].Element, r)).ToList();
        return new LearningSearchPage(content, features, placed, rows.Count - placed.Count) { Next = NextPageLink.Find(features.Page)?.Url.AbsoluteUri };
    }
}
