using AngleSharp.Dom;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Patterns;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Learning;

/// <summary>Where on an advert's page a value stands.</summary>
internal static class AdvertSpots
{
    private const int Most = 12;

    /// <summary>Elements and how to read them, the likelier ones first.</summary>
    /// <param name="page">The page.</param>
    /// <param name="field">Which field.</param>
    /// <param name="value">What it must read.</param>
    /// <param name="read">Reads an element directly.</param>
    public static IEnumerable<(IElement Element, FieldRule Rule, double Cost)> Of(LearningAdvert page, string field, string value,
        Func<IElement, FieldRule, string?> read)
    {
        var tree = page.Page.Tree;
        int found = 0;
        for (int i = 0; i < tree.Count && found < Most; i++)
        {
            ref var node = ref tree.Nodes[i];
            if (page.Features.Regions[i] is Region.Related or Region.Navigation or Region.Footer || node.Tag is "html" or "body")
            {
                continue;
            }

            var element = node.Element;
            foreach (var (rule, cost) in Ways(page, i, field, value))
            {
                // All pictures of the gallery are wanted together: one of them is where to look.
                bool right = field == "images"
                    ? read(element, rule) is { } one && value.Split('\n').Contains(one, StringComparer.Ordinal)
                    : read(element, rule) == value;
                if (right)
                {
                    found++;
                    yield return (element, rule, cost);
                }
            }
        }
    }

    private static IEnumerable<(FieldRule Rule, double Cost)> Ways(LearningAdvert page, int index, string field, string value)
    {
        var tree = page.Page.Tree;
        var element = tree.Nodes[index].Element;
        switch (field)
        {
            case "images":
                if (ImageReader.IsImage(element))
                {
                    yield return (new FieldRule(), 0);
                }

                yield break;
            case "sellerUrl":
                if (element.LocalName == "a" && element.HasAttribute("href"))
                {
                    yield return (new FieldRule { Attribute = "href" }, 0);
                }

                yield break;
            case "description":
                int letters = page.Features.Letters(index);
                if (letters >= value.Length * ProofWeights.LeastLetters && letters <= value.Length * ProofWeights.MostLetters + ProofWeights.SpareLetters)
                {
                    yield return (new FieldRule(), 0);
                }

                yield break;
            default:
                break;
        }

        if (element.LocalName == "time" && element.HasAttribute("datetime"))
        {
            yield return (new FieldRule { Attribute = "datetime" }, RuleWeights.MachineTime);
        }

        if (element.HasAttribute("itemprop") && element.HasAttribute("content"))
        {
            yield return (new FieldRule { Attribute = "content" }, RuleWeights.AdvertContent);
        }

        if ((tree.Nodes[index].OwnText || TitleColumns.IsHeading(element.LocalName)) && tree.ShortText(index, 400) is not null)
        {
            yield return (new FieldRule(), 0);
        }
    }
}
