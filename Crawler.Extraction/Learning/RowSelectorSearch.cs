using AngleSharp.Dom;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Learning;

/// <summary>Finds the selector that picks exactly the rows, on every page.</summary>
internal static class RowSelectorSearch
{
    private const int MostTried = 140;

    /// <summary>Null: none does.</summary>
    public static string? Find(IReadOnlyList<LearningSearchPage> pages)
    {
        var first = pages.MaxBy(p => p.Rows.Count)!;
        SelectorPart? near = null;
        double nearCost = double.MaxValue;
        foreach (var candidate in Candidates(first).OrderBy(c => c.Cost).DistinctBy(c => c.Text).Take(MostTried))
        {
            int more = Picks(pages, candidate.Text);
            if (more == 0 && candidate.Cost < RowSelectorWeights.CostlyFrom)
            {
                return candidate.Text;
            }

            // A few elements more may be rows that the generic tiers could not read; whether they are, the proof shows.
            double cost = candidate.Cost + RowSelectorWeights.Stray * more;
            if (more >= 0 && cost < nearCost && more * 10 <= pages.Sum(p => p.Rows.Count))
            {
                (near, nearCost) = (candidate, cost);
            }
        }

        foreach (var candidate in Candidates(first).SelectMany(c => Holding(first, c)).OrderBy(c => c.Cost).DistinctBy(c => c.Text).Take(MostTried))
        {
            if (candidate.Cost < nearCost && Picks(pages, candidate.Text) == 0)
            {
                return candidate.Text;
            }
        }

        return near?.Text;
    }

    /// <summary>Whether a selector picks every row and nothing else; also true for a few elements more.</summary>
    public static bool Fits(IReadOnlyList<LearningSearchPage> pages, string selector) => Picks(pages, selector) == 0;

    /// <summary>How many elements it picks beside the rows; -1: it misses a row.</summary>
    private static int Picks(IReadOnlyList<LearningSearchPage> pages, string selector)
    {
        int more = 0;
        foreach (var page in pages)
        {
            var rows = page.Rows.Select(r => r.Element).ToHashSet();
            int hit = 0;
            foreach (var element in CssSelection.Select(page.Page.Document, selector))
            {
                if (rows.Contains(element))
                {
                    hit++;
                }
                else if (++more > 200)
                {
                    return -1;
                }
            }

            if (hit < rows.Count)
            {
                return -1;
            }
        }

        return more;
    }

    /// <summary>The same, narrowed to elements that hold what every row holds: for lists in which something else stands between the rows.</summary>
    private static IEnumerable<SelectorPart> Holding(LearningSearchPage page, SelectorPart part)
    {
        IEnumerable<SelectorPart>? shared = null;
        foreach (var row in page.Rows.Take(40))
        {
            var held = row.Element.QuerySelectorAll("*").Take(60).SelectMany(e => SelectorParts.Of(e, places: false))
                .Where(p => p.Cost < RowSelectorWeights.MaxHeldCost).DistinctBy(p => p.Text).ToDictionary(p => p.Text, StringComparer.Ordinal);
            shared = shared is null ? [.. held.Values] : [.. shared.Where(p => held.ContainsKey(p.Text))];
        }

        return (shared ?? []).OrderBy(p => p.Cost).Take(6)
            .Select(p => new SelectorPart($"{part.Text}:has({p.Text})", part.Cost + RowSelectorWeights.Within * p.Cost + RowSelectorWeights.Holding));
    }

    private static IEnumerable<SelectorPart> Candidates(LearningSearchPage page)
    {
        var elements = page.Rows.Select(r => r.Element).ToList();
        var own = Shared(elements);
        foreach (var part in own)
        {
            yield return part;
        }

        int depth = 0;
        var above = elements;
        while (depth++ < 4)
        {
            above = [.. above.Select(e => e.ParentElement).OfType<IElement>().Distinct()];
            if (above.Count == 0 || above[0].LocalName is "body" or "html")
            {
                yield break;
            }

            foreach (var holder in Shared(above).Take(8))
            {
                foreach (var part in own.Take(10))
                {
                    double cost = holder.Cost + part.Cost * RowSelectorWeights.Within + RowSelectorWeights.Below + RowSelectorWeights.Level * depth;
                    if (depth == 1)
                    {
                        yield return new SelectorPart($"{holder.Text} > {part.Text}", cost);
                    }

                    yield return new SelectorPart($"{holder.Text} {part.Text}", cost + RowSelectorWeights.Descendant);
                }
            }
        }
    }

    /// <summary>What is true of all of them.</summary>
    private static List<SelectorPart> Shared(List<IElement> elements)
    {
        IEnumerable<SelectorPart> shared = SelectorParts.Of(elements[0], places: false);
        foreach (var element in elements.Skip(1).Take(60))
        {
            var texts = SelectorParts.Of(element, places: false).Select(p => p.Text).ToHashSet(StringComparer.Ordinal);
            shared = [.. shared.Where(p => texts.Contains(p.Text))];
        }

        return [.. shared];
    }
}
