using Crawler.Pages.Html;

namespace Crawler.Extraction.Patterns;

/// <summary>Ranks the places of a group of rows where prices stand: the current price before old, unit and shipping prices.</summary>
internal static class PriceColumns
{
    private const int MostLookedAt = 12;

    public static IReadOnlyList<RowColumn> Rank(PageFeatures features, int[] members, IReadOnlyList<RowColumn> columns)
    {
        var tree = features.Tree;
        var ranked = new List<(RowColumn Column, double Score)>();
        foreach (var column in columns)
        {
            int spots = 0;
            foreach (int node in column.Nodes)
            {
                spots += node >= 0 && features.PriceSpots[node] ? 1 : 0;
            }

            if (spots == 0 || spots * 2 < column.Filled)
            {
                continue;
            }

            int sample = Array.Find(column.Nodes, n => n >= 0 && features.PriceSpots[n]);
            int root = members[Array.IndexOf(column.Nodes, sample)];
            double score = PriceWeights.Fill * spots / members.Length
                + Look(tree, sample, root)
                - PriceWeights.Asides * Asides(features, column)
                - PriceWeights.Order * column.Order;
            ranked.Add((column, score));
        }

        return [.. ranked.OrderByDescending(r => r.Score).Select(r => r.Column)];
    }

    /// <summary>The share of a column's prices that are only a word, stand in brackets or are for a unit: what stands beside a price.</summary>
    private static double Asides(PageFeatures features, RowColumn column)
    {
        int taken = 0, asides = 0;
        foreach (int node in column.Nodes)
        {
            if (node < 0 || !features.PriceSpots[node] || ++taken > MostLookedAt)
            {
                continue;
            }

            string text = features.PriceText(node);
            asides += text.AsSpan().IndexOfAnyInRange('0', '9') < 0 || text is ['(', .., ')'] || Values.PriceWords.PerIn(text) is not null ? 1 : 0;
        }

        return (double)asides / Math.Max(1, Math.Min(taken, MostLookedAt));
    }

    /// <summary>How much an element looks like the current price: names, strike-through, emphasis.</summary>
    public static double Look(PageTree tree, int node, int root)
    {
        double score = 0;
        for (int at = node, steps = 0; at >= root && at >= 0 && steps < 5; at = tree.Nodes[at].Parent, steps++)
        {
            score -= tree.Nodes[at].Tag is "del" or "s" or "strike" ? PriceWeights.StruckOut : 0;
            score += tree.Nodes[at].Tag is "ins" ? PriceWeights.Inserted : 0;
            score -= tree.Attribute(at, "style")?.Contains("line-through", StringComparison.OrdinalIgnoreCase) == true ? PriceWeights.StruckOut : 0;
        }

        string names = Hints.Names(tree, node, root + 1, 2);
        score -= Hints.SaysOldPrice(names) ? PriceWeights.NamedOld : 0;
        score -= Hints.SaysSidePrice(names) ? PriceWeights.NamedSide : 0;
        score += Hints.SaysCurrentPrice(names) ? PriceWeights.NamedCurrent : 0;
        score += Hints.SaysPrice(names) ? PriceWeights.Named : 0;
        score += tree.Attribute(node, "itemprop") == "price" ? PriceWeights.Declared : 0;
        return score;
    }
}
