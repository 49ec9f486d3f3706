using System.Text.RegularExpressions;

namespace Crawler.Extraction.Patterns;

/// <summary>Which of a row's links leads to the advert.</summary>
internal sealed partial class RowLinks
{
    private static readonly string[] AddressAttributes = ["data-href", "data-url", "data-link", "data-product-url", "data-item-url", "data-target-url"];

    private readonly PageFeatures _features;
    private readonly int[] _members;
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private readonly RowColumn? _best;

    public RowLinks(PageFeatures features, int[] members, IReadOnlyList<RowColumn> columns)
    {
        _features = features;
        _members = members;
        foreach (int member in members)
        {
            foreach (string target in Targets(member).Distinct(StringComparer.Ordinal))
            {
                _uses[target] = _uses.GetValueOrDefault(target) + 1;
            }
        }

        _best = columns.Select(c => (Column: c, Score: Score(c))).Where(c => c.Score > 0).OrderByDescending(c => c.Score).FirstOrDefault().Column;
    }

    /// <summary>Canonical; null: no link of the row is its own.</summary>
    /// <param name="row">Which row.</param>
    /// <param name="titleNode">Where its title stands; -1: unknown.</param>
    public string? Url(int row, int titleNode)
    {
        int root = _members[row];
        int around = _features.LinkAround(root, 2);
        if (around >= 0 && IsOwn(_features.Target(around)!))
        {
            return _features.Target(around);
        }

        if (titleNode >= 0)
        {
            int link = _features.LinkAround(titleNode, 6);
            link = link >= root ? link : LinkOfTitle(titleNode);
            if (link >= 0 && IsOwn(_features.Target(link)!) && !IsElsewhere(_features.Target(link)!))
            {
                return _features.Target(link);
            }
        }

        if (_best is not null && _best.Nodes[row] is >= 0 and var node && _features.Target(node) is { } target && IsOwn(target))
        {
            return target;
        }

        return MostRepeated(root) ?? ByAttribute(root);
    }

    /// <summary>The link that the title is; not a tag or a name somewhere in a long text that serves as title.</summary>
    private int LinkOfTitle(int titleNode) =>
        _features.FirstLinkIn(titleNode) is >= 0 and var link && _features.Letters(link) * 3 >= _features.Letters(titleNode) ? link : -1;

    /// <summary>Rows share category, shop and help links; the advert's own link stands in one row (or, advertised twice, in two).</summary>
    private bool IsOwn(string target) => _uses.GetValueOrDefault(target) <= Math.Max(2, _members.Length / 8);

    private string? MostRepeated(int root) =>
        Targets(root).Where(t => IsOwn(t) && !IsElsewhere(t)).GroupBy(t => t, StringComparer.Ordinal).MaxBy(g => g.Count())?.Key;

    private string? ByAttribute(int root)
    {
        int end = Math.Min(_features.Tree.Nodes[root].End, root + 40);
        for (int i = root; i < end; i++)
        {
            foreach (string attribute in AddressAttributes)
            {
                if (_features.Tree.Attribute(i, attribute) is { Length: > 3 } value && _features.Page.Address.Canonical(value) is { } url)
                {
                    return url;
                }
            }
        }

        return null;
    }

    private double Score(RowColumn column)
    {
        int found = 0, pictured = 0, elsewhere = 0;
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        foreach (int node in column.Nodes)
        {
            if (node >= 0 && _features.Target(node) is { } target)
            {
                found++;
                distinct.Add(target);
                pictured += _features.Images(node) > 0 ? 1 : 0;
                elsewhere += IsElsewhere(target) ? 1 : 0;
            }
        }

        return found == 0 || distinct.Count * 2 < found || elsewhere * 2 > found
            ? 0
            : (double)found / _members.Length + LinkWeights.Distinct * distinct.Count / found + LinkWeights.Pictured * pictured / found;
    }

    private IEnumerable<string> Targets(int member)
    {
        for (int i = member; i < _features.Tree.Nodes[member].End; i++)
        {
            if (_features.Target(i) is { } target)
            {
                yield return target;
            }
        }
    }

    /// <summary>Baskets, log-ins, profiles, sharing: links a row may have beside its own.</summary>
    public static bool IsElsewhere(string target) => Elsewhere().IsMatch(target);

    [GeneratedRegex(
        @"/(?:cart|basket|warenkorb|winkelwagen|panier|checkout|login|log-in|signin|register|account|wishlist|merkzettel|favou?rites?|compare|users?"
            + @"|u|profile|profil|member|members|seller|sellers|share|wa\.me|report)(?:/|\?|$)|^https?://[^/]+/@[^/?]+/?$|[?&](?:add-to-cart"
            + @"|add_to_wishlist|action=)|facebook\.com/sharer|twitter\.com/(?:share|intent)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Elsewhere();
}
