using Crawler.Contracts.Sites;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Learning;

/// <summary>What tells paid rows from the others: an element that only they have, or a class.</summary>
internal static class SponsorRules
{
    public static IEnumerable<RuleCandidate> Of(IReadOnlyList<LearningRow> rows)
    {
        foreach (var row in rows.Where(r => r.Generic.Sponsored).Take(5))
        {
            foreach (string name in ClassNames.Of(row.Element))
            {
                if (ClassQuality.Of(name) is { } cost)
                {
                    yield return new RuleCandidate(new FieldRule { Attribute = "class", Match = $@"\b{System.Text.RegularExpressions.Regex.Escape(name)}\b" },
                        cost + RuleWeights.SponsorClass);
                }
            }

            int root = row.Generic.Node, end = Math.Min(row.Page.Tree.Nodes[root].End, root + 300);
            for (int i = root + 1; i < end; i++)
            {
                foreach (var part in SelectorPaths.Of(row.Page.Tree.Nodes[i].Element, row.Element)
                    .Where(p => !p.Text.Contains(":nth", StringComparison.Ordinal)).Take(12))
                {
                    yield return new RuleCandidate(new FieldRule { Select = part.Text, Exists = true }, part.Cost);
                }
            }
        }
    }
}
