using System.Text.RegularExpressions;
using Crawler.Contracts.Listings;
using Crawler.Extraction.Values;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Patterns;

/// <summary>Reads a group of rows, field by field, each from the place that serves most rows.</summary>
internal sealed partial class RowFields
{
    private readonly PageFeatures _features;
    private readonly PageTree _tree;
    private readonly int[] _members;
    private readonly IReadOnlyList<RowColumn> _columns;
    private readonly IReadOnlyList<TitleSource> _titles;
    private readonly IReadOnlyList<RowColumn> _prices;
    private readonly PriceContext _priceContext;
    private readonly Dictionary<string, int> _imageUses = new(StringComparer.Ordinal);
    private readonly (int From, int To)[] _tails;
    private readonly string?[][] _images;

    public RowFields(PageFeatures features, int[] members)
    {
        _features = features;
        _tree = features.Tree;
        _members = members;
        _columns = RowColumns.Of(_tree, members);
        _titles = TitleColumns.Rank(features, members, _columns);
        _prices = PriceColumns.Rank(features, members, _columns);
        _priceContext = features.Page.Prices with { Habit = AmountReader.HabitOf(SomePrices()) };
        _tails = RowTails.Of(features, members);
        _images = ReadImages();
    }

    /// <summary>The rows that have a title and an address, with price and picture: enough to tell which group is the list.</summary>
    public IReadOnlyList<RowDraft> Read()
    {
        var links = new RowLinks(_features, _members, _columns);
        var rows = new List<RowDraft>();
        for (int row = 0; row < _members.Length; row++)
        {
            var (title, titleNode) = Title(row);
            string? url = links.Url(row, titleNode);
            if (title is not null && url is not null)
            {
                var draft = new RowDraft { Node = _members[row], Index = row };
                rows.Add(draft.WithUrl(url, Tiers.Pattern).WithTitle(title, Tiers.Pattern).WithPrice(Price(row), Tiers.Pattern)
                    .WithImage(Image(row), Tiers.Pattern));
            }
        }

        return rows;
    }

    /// <summary>Adds to the rows what else they say: id, place, seller, date, teaser, availability, and whether they are paid for.</summary>
    public IReadOnlyList<RowDraft> Complete(IReadOnlyList<RowDraft> rows)
    {
        var places = LabelColumns.Best(_features, _members, _columns, LabelKind.Location);
        var sellers = LabelColumns.Best(_features, _members, _columns, LabelKind.Seller);
        var dates = LabelColumns.Best(_features, _members, _columns, LabelKind.Date);
        var snippets = LabelColumns.Best(_features, _members, _columns, LabelKind.Snippet);
        var ids = new RowIds(_tree, _members);
        foreach (var draft in rows)
        {
            int row = draft.Index;
            draft.Sponsored = SponsorMarks.In(_tree, _members[row]);
            draft.WithId(ids.Of(row, draft.Url), Tiers.Pattern);
            draft.WithLocation(PlaceText.Tidy(places?.Read(_tree, row)), Tiers.Pattern).WithSeller(sellers?.Read(_tree, row), Tiers.Pattern);
            string? posted = dates?.Read(_tree, row) ?? LooseDate(row);
            draft.WithPosted(posted, DateReader.Read(dates?.Machine(_tree, row) ?? posted, _features.Page.Dates), Tiers.Pattern);
            draft.WithSnippet(snippets?.Read(_tree, row) is { } snippet && snippet != draft.Title ? snippet : null, Tiers.Pattern);
            draft.WithAvailability(AvailabilityWords.In(_tree, _members[row]), Tiers.Pattern);
        }

        return rows;
    }

    private (string? Title, int Node) Title(int row)
    {
        string? best = null, attribute = null;
        int node = -1;
        double floor = _titles.Count > 0 ? Math.Max(TitleWeights.Least, _titles[0].Score - TitleWeights.BelowBest) : 0;
        foreach (var source in _titles)
        {
            if (source.Score < floor)
            {
                break;
            }

            if (source.Read(_tree, row) is not { } text)
            {
                continue;
            }

            if (best is null)
            {
                (best, node, attribute) = (text, source.Column.Nodes[row], source.Attribute);
                if (attribute is null && !TitleText.IsCut(best))
                {
                    break;
                }
            }
            else if (TitleText.IsCut(best) && TitleText.Continues(best, text))
            {
                best = text;
                break;
            }
            else if (attribute is not null && source.Attribute is null && text.Length >= 6 && !TitleText.IsCut(text)
                && best.StartsWith(text, StringComparison.OrdinalIgnoreCase) && EndsThere(best, text.Length))
            {
                // What an alt or label text says beyond the printed title is not part of the title.
                (best, node) = (text, source.Column.Nodes[row]);
                break;
            }
        }

        return (best is null ? null : TitleText.Shortened(best), node);
    }

    /// <summary>The text goes on with something new, not with the next word of a name.</summary>
    private static bool EndsThere(string text, int length) => length * 2 > text.Length
        || text[length..].TrimStart() is [',' or '-' or '–' or '|' or '(' or ':' or '·' or '.' or ';' or '/', ..];

    /// <summary>A date that stands beside other words in one element ("by someone » 3 March").</summary>
    private string? LooseDate(int row)
    {
        ref var node = ref _tree.Nodes[_members[row]];
        for (int i = node.FirstChunk; i < node.EndChunk; i++)
        {
            if (!_tree.Chunks[i].Aside && _tree.Chunks[i].Text.Trim(' ', '»', '|', '·', '•', '-', ',') is { Length: > 5 } text && text.Any(char.IsAsciiDigit)
                && _features.IsDate(text))
            {
                return text;
            }
        }

        return null;
    }

    private PriceTag? Price(int row)
    {
        foreach (var column in _prices)
        {
            int node = column.Nodes[row];
            if (node >= 0 && _features.PriceSpots[node] && PriceReader.Read(_features.PriceText(node), _priceContext) is { } price)
            {
                return InPageCurrency(price);
            }
        }

        int root = _members[row];
        var loose = _features.LooseAmount(root) is { } amount ? PriceReader.Read(amount, _priceContext)
            : TableHeader.Price(_tree, root) is var (cell, head) ? PriceReader.Read(cell, _priceContext with { CurrencyHint = head })
            : null;
        return loose is not null ? InPageCurrency(loose) : PriceAfter(row);
    }

    /// <summary>The price in what belongs to a row without standing in it.</summary>
    private PriceTag? PriceAfter(int row)
    {
        for (int i = _tails[row].From; i < _tails[row].To; i++)
        {
            if (_features.PriceSpots[i] && PriceReader.Read(_features.PriceText(i), _priceContext) is { } price)
            {
                return InPageCurrency(price);
            }
        }

        return null;
    }

    /// <summary>An amount without a currency is one in the page's.</summary>
    private PriceTag InPageCurrency(PriceTag price) => price is { Currency: null, Amount: not null } ? price with { Currency = _features.Currency } : price;

    private string? Image(int row) =>
        _images[row].FirstOrDefault(i => i is not null && _imageUses[ImageKey(i)] <= Math.Max(1, _members.Length / 4)) is { } own ? own : null;

    private string?[][] ReadImages()
    {
        string?[][] images = new string?[_members.Length][];
        for (int row = 0; row < _members.Length; row++)
        {
            int root = _members[row];
            var (from, to) = _features.Images(root) > 0 ? (root, _tree.Nodes[root].End) : _tails[row];
            var found = new List<string?>();
            for (int i = from; i < to && found.Count < 8; i++)
            {
                if (_features.IsImage[i] && !IsDecoration(i) && !IsOfSomeone(i) && _features.Picture(i) is { } url && !found.Contains(url))
                {
                    found.Add(url);
                }
            }

            images[row] = [.. found];
            foreach (string key in found.Select(f => ImageKey(f!)).Distinct(StringComparer.Ordinal))
            {
                _imageUses[key] = _imageUses.GetValueOrDefault(key) + 1;
            }
        }

        return images;
    }

    private static string ImageKey(string url)
    {
        int query = url.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? url : url[..query];
    }

    /// <summary>Badges, stars, flags and faces: small by attribute or named so.</summary>
    private bool IsDecoration(int index)
    {
        ref var node = ref _tree.Nodes[index];
        return (int.TryParse(node.Element.GetAttribute("width"), System.Globalization.CultureInfo.InvariantCulture, out int width) && width is > 0 and < 40)
            || Decoration().IsMatch(Hints.Names(_tree, index, 0, 1));
    }

    /// <summary>A picture in a link to a profile or a shop.</summary>
    private bool IsOfSomeone(int index) => _features.LinkAround(index, 4) is >= 0 and var link && RowLinks.IsElsewhere(_features.Target(link)!);

    private List<string> SomePrices()
    {
        var texts = new List<string>();
        for (int i = 0; i < _tree.Count && texts.Count < 200; i++)
        {
            if (_features.PriceSpots[i])
            {
                texts.Add(_features.PriceText(i));
            }
        }

        return texts;
    }

    [GeneratedRegex(
        @"(?<![a-z])(?:icon|icons|badge|avatar|logo|star|stars|rating|flag|emoji|seller|user|profile|payment|sprite|author)(?![a-z])",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Decoration();
}
