using AngleSharp.Dom;
using Crawler.Contracts.Sites;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Learning;

/// <summary>Rules that read a field's value in some rows: found by looking where in the row the value stands.</summary>
internal sealed class RowRuleCandidates(IReadOnlyList<LearningRow> rows)
{
    private const int Samples = 7;
    private const int MostNodes = 300;

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase) { "class", "style", "srcset", "sizes", "width", "height", "loading",
        "target", "tabindex", "type", "xmlns", "d", "viewbox" };

    public IEnumerable<RuleCandidate> Of(string field, IReadOnlyList<string?> wanted, RowFieldReader reader)
    {
        var found = new List<RuleCandidate>();
        foreach (int i in Sampled(wanted))
        {
            var row = rows[i];
            var content = new List<(IElement Element, FieldRule Rule, double Cost)>();
            foreach (var element in Elements(row))
            {
                foreach (var (rule, cost) in Direct(element, field, wanted[i]!).Where(d => reader.Read(row, element, [d.Rule]) == wanted[i]))
                {
                    if (rule.Attribute is null)
                    {
                        content.Add((element, rule, cost));
                    }
                    else
                    {
                        found.AddRange(Placed(element, row.Element, rule, cost));
                    }
                }
            }

            foreach (var (element, rule, cost) in content)
            {
                bool wide = content.Exists(c => c.Element != element && element.Contains(c.Element));
                double extra = !wide ? 0 : Patterns.TitleColumns.IsHeading(element.LocalName) ? RuleWeights.WideHeading : RuleWeights.Wide;
                found.AddRange(Placed(element, row.Element, rule, cost + extra));
            }
        }

        return found;
    }

    /// <summary>Rows whose values differ from one another, from all over the pages.</summary>
    private IEnumerable<int> Sampled(IReadOnlyList<string?> wanted)
    {
        var having = Enumerable.Range(0, rows.Count).Where(i => wanted[i] is not null).DistinctBy(i => wanted[i], StringComparer.Ordinal).ToList();
        int step = Math.Max(1, having.Count / Samples);
        return having.Where((_, n) => n % step == 0).Take(Samples);
    }

    private static IEnumerable<IElement> Elements(LearningRow row)
    {
        int root = row.Generic.Node, end = Math.Min(row.Page.Tree.Nodes[root].End, root + MostNodes);
        for (int i = root; i < end; i++)
        {
            yield return row.Page.Tree.Nodes[i].Element;
        }
    }

    /// <summary>Ways to read an element itself.</summary>
    private static IEnumerable<(FieldRule Rule, double Cost)> Direct(IElement element, string field, string value)
    {
        if (field is "image")
        {
            if (ImageReader.IsImage(element))
            {
                yield return (new FieldRule(), 0);
            }

            yield break;
        }

        foreach (var attribute in element.Attributes)
        {
            if (attribute.Value.Length is 0 or > 1000 || Unread.Contains(attribute.Name)
                || attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            double cost = attribute.Name switch
            {
                "href" or "datetime" => 0,
                "content" => element.HasAttribute("itemprop") ? RuleWeights.DeclaredContent : RuleWeights.Content,
                "id" => RuleWeights.IdAttribute,
                "title" => RuleWeights.TitleAttribute,
                "alt" or "aria-label" => RuleWeights.LabelAttribute,
                _ => RuleWeights.OtherAttribute,
            };
            yield return (new FieldRule { Attribute = attribute.Name }, cost);
            if (field == "id" && attribute.Value != value && attribute.Name is "id" && IdPattern.Around(attribute.Value, value) is { } pattern)
            {
                yield return (new FieldRule { Attribute = attribute.Name, Match = pattern }, cost + RuleWeights.IdInAttribute);
            }
        }

        if (field is not "url" && (field is not "id" || element.ChildElementCount == 0))
        {
            yield return (new FieldRule(), RuleWeights.Text);
        }
    }

    /// <summary>A selector that several elements of the row answer to works only as long as they keep their order.</summary>
    private static double Ambiguity(IElement row, string selector) =>
        Math.Min(RuleWeights.MaxAmbiguity, RuleWeights.Ambiguity * (CssSelection.Select(row, selector).Take(3).Count() - 1));

    /// <summary>The same ways, from the row.</summary>
    private static IEnumerable<RuleCandidate> Placed(IElement element, IElement row, FieldRule direct, double cost)
    {
        if (element == row)
        {
            return direct is { Attribute: null } ? [] : [new RuleCandidate(direct, RuleWeights.RowItself + cost)];
        }

        return SelectorPaths.Of(element, row).Select(p => new RuleCandidate(direct with { Select = p.Text }, p.Cost + cost + Ambiguity(row, p.Text)));
    }
}
