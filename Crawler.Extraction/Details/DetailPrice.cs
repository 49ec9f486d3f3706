using Crawler.Contracts.Listings;
using Crawler.Extraction.Patterns;
using Crawler.Extraction.Values;

namespace Crawler.Extraction.Details;

/// <summary>The price as the page prints it: near the title, named as a price, not struck out, not of a similar item.</summary>
internal static class DetailPrice
{
    public static PriceTag? Printed(DetailPage page, string? titlePrice)
    {
        var context = page.Page.Prices with { CurrencyHint = page.Meta.First("product:price:currency", "og:price:currency") };
        int best = -1;
        double bestScore = double.MinValue;
        int title = page.TitleNode >= 0 ? page.TitleNode : 0;
        for (int i = 0; i < page.Tree.Count; i++)
        {
            if (!page.Features.PriceSpots[i] || !page.IsContent(i) || page.Features.LinkAround(i, 3) >= 0 && page.TitleNode >= 0 && i < page.TitleNode)
            {
                continue;
            }

            double score = PriceColumns.Look(page.Tree, i, 0) - Distance(page, title, i);
            string text = page.Features.PriceText(i);
            score += text.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? -DetailPriceWeights.WordsOnly : 0;
            score -= page.Features.LinkAround(i, 4) >= 0 ? DetailPriceWeights.InLink : 0;
            score -= IsOneOfMany(page, i) ? DetailPriceWeights.OneOfMany : 0;
            score += page.Tree.Nodes[i].Tag is "h1" or "h2" or "h3" or "strong" ? DetailPriceWeights.Emphasised : 0;
            if (score > bestScore && PriceReader.Read(text, context) is not null)
            {
                (best, bestScore) = (i, score);
            }
        }

        if (titlePrice is not null && (best < 0 || bestScore < 0))
        {
            return PriceReader.Read(titlePrice, context);
        }

        if (best >= 0)
        {
            return PriceReader.Read(page.Features.PriceText(best), context);
        }

        return page.Labels.Find(LabelWords.Price) is { } label ? PriceReader.Read(label.Value, context) : null;
    }

    /// <summary>It stands in one of several boxes alike, each with a price and a link of its own: a list of other things.</summary>
    private static bool IsOneOfMany(DetailPage page, int price)
    {
        var tree = page.Tree;
        int box = price;
        for (int steps = 0; steps < 6 && tree.Nodes[box].Parent > 0; steps++, box = tree.Nodes[box].Parent)
        {
            if (page.Features.Links(box) == 0 || tree.IsWithin(page.TitleNode, box))
            {
                continue;
            }

            int alike = 0;
            foreach (int sibling in tree.Children(tree.Nodes[box].Parent))
            {
                alike += tree.Nodes[sibling].Shape == tree.Nodes[box].Shape && page.Features.Prices(sibling) > 0 && page.Features.Links(sibling) > 0 ? 1 : 0;
            }

            if (alike >= 3)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Points taken for the distance of a price from the title; before the title counts more.</summary>
    private static double Distance(DetailPage page, int title, int node)
    {
        double share = (double)(page.Tree.Nodes[node].FirstChunk - page.Tree.Nodes[title].FirstChunk) / Math.Max(1, page.Tree.Chunks.Length);
        return share >= 0 ? DetailPriceWeights.AfterTitle * share : -DetailPriceWeights.BeforeTitle * share;
    }
}
