using Crawler.Extraction.Html;
using Crawler.Pages.Addresses;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Patterns;

/// <summary>What stands where on a page, with running totals, so that counting within any subtree is one subtraction.</summary>
internal sealed class PageFeatures
{
    private readonly int[] _links;
    private readonly int[] _prices;
    private readonly int[] _images;
    private readonly int[] _letters;
    private readonly string?[] _targets;
    private readonly Dictionary<string, bool> _dates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _priceTexts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string?> _pictures = [];
    private Lazy<string?>? _currency;

    private PageFeatures(HtmlPage page, bool[] priceSpots, string?[] targets, bool[] images, Regions regions)
    {
        Page = page;
        PriceSpots = priceSpots;
        IsImage = images;
        Regions = regions;
        _targets = targets;
        _links = Totals(targets.Select(t => t is not null ? 1 : 0), targets.Length);
        _prices = Totals(priceSpots.Select(p => p ? 1 : 0), priceSpots.Length);
        _images = Totals(images.Select(p => p ? 1 : 0), images.Length);
        _letters = Totals(page.Tree.Chunks.Select(c => c.Aside ? 0 : c.Text.Length), page.Tree.Chunks.Length);
    }

    public HtmlPage Page { get; }

    public PageTree Tree => Page.Tree;

    public bool[] PriceSpots { get; }

    public bool[] IsImage { get; }

    public Regions Regions { get; }

    public static PageFeatures Of(HtmlPage page)
    {
        var tree = page.Tree;
        string?[] targets = new string?[tree.Count];
        bool[] images = new bool[tree.Count];
        string self = PageAddress.Canonical(page.Url);
        for (int i = 0; i < tree.Count; i++)
        {
            ref var node = ref tree.Nodes[i];
            if (node.Tag is "a" or "area")
            {
                string? target = page.Address.Canonical(node.Element.GetAttribute("href"));
                targets[i] = target == self ? null : target;
            }
            else
            {
                images[i] = ImageReader.IsImage(node.Element);
            }
        }

        return new PageFeatures(page, Patterns.PriceSpots.Find(tree), targets, images, Regions.Of(tree));
    }

    /// <summary>Canonical address a link node leads to. Null: not a link, or one that leads nowhere else.</summary>
    public string? Target(int index) => _targets[index];

    /// <summary>The currency of prices that are printed without one: that of the page's other prices, else the one its data name. Null: unknown.</summary>
    public string? Currency => (_currency ??= new Lazy<string?>(() => PrintedCurrency() ?? PageCurrency.Of(Page))).Value;

    /// <summary>The price printed at a node of <see cref="PriceSpots"/>.</summary>
    public string PriceText(int index) => Patterns.PriceSpots.Text(Tree, PriceSpots, index) ?? Tree.Text(index);

    public int Links(int index) => _links[Tree.Nodes[index].End] - _links[index];

    public int Prices(int index) => _prices[Tree.Nodes[index].End] - _prices[index];

    public int Images(int index) => _images[Tree.Nodes[index].End] - _images[index];

    public int Letters(int index) => _letters[Tree.Nodes[index].EndChunk] - _letters[Tree.Nodes[index].FirstChunk];

    /// <summary>The link that a node stands in, itself included, at most so many steps up; -1: none.</summary>
    public int LinkAround(int index, int steps)
    {
        for (int at = index; at >= 0 && steps >= 0; at = Tree.Nodes[at].Parent, steps--)
        {
            if (_targets[at] is not null)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The text is a date and little else; remembered.</summary>
    public bool IsDate(string text)
    {
        if (!_dates.TryGetValue(text, out bool date))
        {
            _dates[text] = date = Values.DateReader.IsDateText(text, Page.Dates);
        }

        return date;
    }

    /// <summary>The text is a price and little else; remembered.</summary>
    public bool IsPrice(string text)
    {
        if (!_priceTexts.TryGetValue(text, out bool price))
        {
            _priceTexts[text] = price = Patterns.PriceSpots.IsPrice(text);
        }

        return price;
    }

    /// <summary>The address of the picture an image node shows; null: a placeholder; remembered.</summary>
    public string? Picture(int index)
    {
        if (!_pictures.TryGetValue(index, out string? url))
        {
            _pictures[index] = url = ImageReader.Best(Tree.Nodes[index].Element, Page.Address);
        }

        return url;
    }

    public int FirstLinkIn(int index)
    {
        if (Links(index) == 0)
        {
            return -1;
        }

        for (int i = index; i < Tree.Nodes[index].End; i++)
        {
            if (_targets[i] is not null)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The text of an element named as a price that holds a bare number; null: there is none.</summary>
    public string? LooseAmount(int root)
    {
        for (int i = root; i < Tree.Nodes[root].End; i++)
        {
            ref var node = ref Tree.Nodes[i];
            if (node.OwnText && !node.Hidden && Tree.ShortText(i, 20) is { Length: > 0 } text && text.AsSpan().IndexOfAnyInRange('0', '9') >= 0
                && text.Count(char.IsLetter) <= 4 && Hints.SaysPrice(Hints.Names(Tree, i, root + 1, 1)))
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The one nearly all prices of the page name.</summary>
    private string? PrintedCurrency()
    {
        var named = Enumerable.Range(0, Tree.Count).Where(i => PriceSpots[i]).Take(200).Select(i => Values.Currencies.In(PriceText(i), Page.Country))
            .OfType<string>().GroupBy(c => c, StringComparer.Ordinal).ToList();
        return named.Count == 0 ? null : named.MaxBy(g => g.Count()) is { } most && most.Count() * 10 >= named.Sum(g => g.Count()) * 8 ? most.Key : null;
    }

    private static int[] Totals(IEnumerable<int> values, int count)
    {
        int[] totals = new int[count + 1];
        int at = 0;
        foreach (int value in values)
        {
            totals[at + 1] = totals[at] + value;
            at++;
        }

        return totals;
    }
}
