using AngleSharp.Dom;

namespace Crawler.Extraction.Learning;

/// <summary>The selectors that pick an element within a row or a page: alone, or below a named ancestor.</summary>
public static class SelectorPaths
{
    private const int Most = 70;
    private const int Ancestors = 5;

    /// <summary>Cheapest first.</summary>
    /// <param name="element">The element.</param>
    /// <param name="scope">Where the selector will be asked; it is no part of it.</param>
    public static IEnumerable<SelectorPart> Of(IElement element, IElement scope)
    {
        var own = SelectorParts.Of(element, places: true);
        var all = new List<SelectorPart>(own);
        int steps = 0;
        for (var at = element.ParentElement; at is not null && at != scope && at.LocalName is not ("html" or "body") && steps < Ancestors;
            at = at.ParentElement, steps++)
        {
            foreach (var above in SelectorParts.Of(at, places: steps == 0).Take(5))
            {
                foreach (var part in own.Take(12))
                {
                    double both = above.Cost + part.Cost * SelectorWeights.Within;
                    all.Add(new SelectorPart($"{above.Text} {part.Text}", both + SelectorWeights.Descendant + SelectorWeights.DescendantStep * steps));
                    if (steps == 0)
                    {
                        all.Add(new SelectorPart($"{above.Text} > {part.Text}", both + SelectorWeights.Child));
                    }
                }
            }
        }

        return all.OrderBy(p => p.Cost).DistinctBy(p => p.Text).Take(Most);
    }
}
