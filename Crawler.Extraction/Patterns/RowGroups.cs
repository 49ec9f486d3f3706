using System.Globalization;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Patterns;

/// <summary>
/// Finds repeated elements that could be rows: by class name, by equal class lists, by test and role attributes, by tag path, and as children of one
/// parent. Each kind of group is what a person would write as a selector; which of them are rows is decided by what they hold.
/// </summary>
internal static class RowGroups
{
    private const int MostMembers = 2500;
    private const int Kept = 10;

    private static readonly HashSet<string> Tags =
    [
        "li", "div", "article", "tr", "section", "a", "td", "dl", "tbody", "table", "figure", "form", "p", "span", "dd", "dt", "h2", "h3", "ul", "ol",
        "button", "label", "main", "blockquote", "details", "center", "fieldset",
    ];

    private static readonly string[] NamingAttributes = ["data-testid", "data-test", "data-cy", "data-qa", "data-test-id", "data-type", "data-component",
        "data-component-type", "itemtype", "role", "data-role", "data-entity"];

    /// <summary>The most row-like groups, best first.</summary>
    public static IReadOnlyList<RowGroup> Find(PageFeatures features)
    {
        var scored = new List<RowGroup>();
        var seen = new HashSet<long>();
        foreach (var (selector, all) in Gather(features))
        {
            if (features.Page.Budget.IsSpent)
            {
                break;
            }

            int[] members = Outermost(features.Tree, all);
            if (members.Length is < 2 or > MostMembers || members.Length * 2 < all.Count || !seen.Add(Identity(members)))
            {
                continue;
            }

            double score = Score(features, members);
            if (score > 0)
            {
                scored.Add(new RowGroup(members, selector, score));
            }
        }

        double best = scored.Count == 0 ? 0 : scored.Max(g => g.Score);
        return [.. scored.Where(g => g.Score >= best * GroupWeights.LeastOfBest).OrderByDescending(g => g.Score).Take(Kept)];
    }

    private static IEnumerable<KeyValuePair<string, List<int>>> Gather(PageFeatures features)
    {
        var tree = features.Tree;
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        long[] paths = new long[tree.Count];
        for (int i = 0; i < tree.Count; i++)
        {
            ref var node = ref tree.Nodes[i];
            paths[i] = node.Parent < 0 ? node.Tag.GetHashCode(StringComparison.Ordinal) : HashCode.Combine(paths[node.Parent], node.Tag);
            if (!Tags.Contains(node.Tag) && !node.Tag.Contains('-', StringComparison.Ordinal))
            {
                continue;
            }

            // Without a link in or around it an element cannot be a row.
            if (node.Hidden || (features.Links(i) == 0 && features.LinkAround(i, 2) < 0))
            {
                continue;
            }

            foreach (string name in node.Classes)
            {
                if (name.Length is > 1 and <= 60)
                {
                    Add(groups, $"{node.Tag}.{name}", i);
                }
            }

            if (node.Classes.Length > 2)
            {
                Add(groups, $"{node.Tag}.{string.Join('.', node.Classes)}", i);
            }

            foreach (string attribute in NamingAttributes)
            {
                if (node.Element.GetAttribute(attribute) is { Length: > 2 and < 80 } value)
                {
                    Add(groups, $"{node.Tag}[{attribute}='{value}']", i);
                }
            }

            Add(groups, string.Create(CultureInfo.InvariantCulture, $"{node.Parent}>{node.Tag}"), i);
            Add(groups, string.Create(CultureInfo.InvariantCulture, $"/{paths[i]:x}/{node.Tag}"), i);
        }

        return groups.Where(g => g.Value.Count >= 2);
    }

    private static void Add(Dictionary<string, List<int>> groups, string key, int index)
    {
        if (!groups.TryGetValue(key, out var list))
        {
            groups[key] = list = [];
        }

        list.Add(index);
    }

    private static int[] Outermost(PageTree tree, List<int> all)
    {
        var kept = new List<int>(all.Count);
        int end = 0;
        foreach (int index in all)
        {
            if (index >= end)
            {
                kept.Add(index);
                end = tree.Nodes[index].End;
            }
        }

        return [.. kept];
    }

    private static long Identity(int[] members)
    {
        var hash = new HashCode();
        foreach (int member in members)
        {
            hash.Add(member);
        }

        return ((long)members.Length << 32) ^ (uint)hash.ToHashCode();
    }

    /// <summary>A picture without words that says in an attribute what it shows.</summary>
    private static bool Named(PageTree tree, int member)
    {
        for (int i = member; i < Math.Min(tree.Nodes[member].End, member + 12); i++)
        {
            if (tree.Nodes[i].Tag is "img" or "a" && (tree.Attribute(i, "alt") ?? tree.Attribute(i, "title")
                ?? tree.Attribute(i, "aria-label")) is { Length: > 5 })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A first look, by counting only.</summary>
    private static double Score(PageFeatures features, int[] members)
    {
        int n = members.Length, linked = 0, priced = 0, pictured = 0, worded = 0, prices = 0, plain = 0;
        double region = 0;
        var targets = new HashSet<string>(StringComparer.Ordinal);
        foreach (int member in members)
        {
            int first = features.FirstLinkIn(member);
            first = first < 0 ? features.LinkAround(member, 2) : first;
            if (first >= 0)
            {
                linked++;
                targets.Add(features.Target(first)!);
            }

            int priceCount = features.Prices(member);
            prices += priceCount;
            priced += priceCount > 0 ? 1 : 0;
            pictured += features.Images(member) > 0 ? 1 : 0;
            int letters = features.Letters(member);
            worded += letters is >= 8 and <= 6000 || (letters < 8 && features.Images(member) > 0 && Named(features.Tree, member)) ? 1 : 0;
            plain += first >= 0 && letters > features.Letters(first) + 6 ? 1 : 0;
            region += features.Regions.Weight(member);
        }

        if (linked * 2 < n || worded * 2 < n)
        {
            return 0;
        }

        double distinct = (double)targets.Count / n;
        double merged = prices > GroupWeights.ManyPrices * n ? GroupWeights.Merged : 1;
        double quality = GroupWeights.Base
            + GroupWeights.Priced * priced / n
            + GroupWeights.Pictured * pictured / n
            + GroupWeights.Worded * worded / n
            + GroupWeights.Plain * plain / n;
        return Math.Pow(n, GroupWeights.CountExponent) * Math.Pow(quality, GroupWeights.QualityExponent) * distinct * distinct * merged * region / n;
    }
}
