using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Values;
using Crawler.Pages;
using Crawler.Pages.Addresses;
using Crawler.Pages.Html;
using Crawler.Pages.Locale;

namespace Crawler.Extraction.Html;

/// <summary>A parsed HTML page with what all tiers need of it.</summary>
public sealed class HtmlPage
{
    private HtmlPage(IHtmlDocument document, PageTree tree, PageAddress address, Uri url, ReadBudget budget)
    {
        Document = document;
        Tree = tree;
        Address = address;
        Url = url;
        Budget = budget;
    }

    private Dictionary<IElement, int>? _indexes;

    public IHtmlDocument Document { get; }

    public PageTree Tree { get; }

    public PageAddress Address { get; }

    public Uri Url { get; }

    public ReadBudget Budget { get; }

    /// <summary>The page's own word for its language, ISO 639-1.</summary>
    public string? Language { get; private init; }

    /// <summary>The page's own word for its country (<c>og:locale</c>, <c>html lang</c>), ISO 3166-1.</summary>
    public string? Country { get; private init; }

    public required PriceContext Prices { get; init; }

    public required DateContext Dates { get; init; }

    public static HtmlPage Parse(PageContent content, SiteDefinition? site, DateTimeOffset now, ReadBudget budget)
    {
        var document = BoundedParser.Parse(content.Text);
        var address = new PageAddress(BaseOf(document, content.Url));
        var (language, region) = PageLocale.Of(document, content.Url);
        string? country = site?.Country ?? region;
        return new HtmlPage(document, PageTreeBuilder.Build(document.DocumentElement, budget), address, content.Url, budget)
        {
            Language = language,
            Country = region,
            Prices = new PriceContext { Language = site?.Languages[0] ?? language, Country = country },
            Dates = new DateContext { Now = now, Zone = TimeZones.Of(country), MonthFirst = country == "US" },
        };
    }

    /// <summary>All visible text on one line, at most 100,000 characters.</summary>
    public string AllText => Tree.Count == 0 ? "" : Tree.Text(0);

    /// <summary>The first of it.</summary>
    public string Opening => AllText.Length > 3000 ? AllText[..3000] : AllText;

    /// <summary>Where an element stands in <see cref="Tree"/>; -1: it is not there (scripts, templates, beyond the limit).</summary>
    public int IndexOf(IElement element)
    {
        if (_indexes is null)
        {
            _indexes = new Dictionary<IElement, int>(Tree.Count, ReferenceEqualityComparer.Instance as IEqualityComparer<IElement>);
            for (int i = 0; i < Tree.Count; i++)
            {
                _indexes[Tree.Nodes[i].Element] = i;
            }
        }

        return _indexes.GetValueOrDefault(element, -1);
    }

    private static Uri BaseOf(IHtmlDocument document, Uri url)
    {
        string? href = document.QuerySelector("base[href]")?.GetAttribute("href");
        return Uri.TryCreate(url, href, out var address) && address.Scheme is "http" or "https" ? address : url;
    }
}
