using Crawler.Contracts.Listings;
using Crawler.Extraction.Learning;
using Crawler.Pages;

namespace Crawler.Worker.Probing;

/// <summary>What an examination has seen.</summary>
internal sealed class ProbeNotes
{
    /// <summary>The page that was named.</summary>
    public SearchVisit? Entry { get; set; }

    /// <summary>Ways of searching, the likeliest first.</summary>
    public List<SearchWay> Ways { get; } = [];

    /// <summary>The query that gave rows.</summary>
    public string Query { get; set; } = "";

    /// <summary>The language the site says it speaks. Null: it says none.</summary>
    public string? SaidLanguage { get; set; }

    /// <summary>Result pages with rows, the probe's first page first.</summary>
    public List<SearchVisit> Results { get; } = [];

    /// <summary>Another query gave the same rows.</summary>
    public bool SearchIgnored { get; set; }

    /// <summary>The answer to a nonsense query. Null: none came.</summary>
    public SearchVisit? Nothing { get; set; }

    public List<DetailVisit> Adverts { get; } = [];

    /// <summary>The answer for an advert that cannot exist. Null: it was not asked for.</summary>
    public DetailVisit? Missing { get; set; }

    /// <summary>All rows seen, as the generic readers see them.</summary>
    public IReadOnlyList<ListingRow> Rows => [.. Results.SelectMany(r => r.Reading.Rows)];

    public IReadOnlyList<LearningPage> Pages() =>
    [
        .. Results.Select(r => new LearningPage(PageKind.Search, r.Page.Content!)),
        .. Adverts.Select(a => new LearningPage(PageKind.Detail, a.Page.Content!)),
    ];
}
