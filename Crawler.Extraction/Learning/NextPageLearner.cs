using System.Text.RegularExpressions;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Definitions;
using Crawler.Pages.Html;
using Crawler.Sites.Files;

namespace Crawler.Extraction.Learning;

/// <summary>Learns the rule for the link to the next page.</summary>
internal static partial class NextPageLearner
{
    public static (IReadOnlyList<FieldRule> Rules, LearnedPart Part) Learn(SiteDefinition draft, IReadOnlyList<LearningSearchPage> pages)
    {
        string?[] wanted = [.. pages.Select(p => p.Next)];
        int having = wanted.Count(w => w is not null);
        var part = new LearnedPart
        {
            Field = "nextPage",
            Fill = (double)having / Math.Max(1, pages.Count),
            Example = wanted.FirstOrDefault(w => w is not null),
        };
        if (having == 0)
        {
            return ([], part with { Open = "no page names a next one" });
        }

        var search = new RuleSearch<LearningSearchPage>(pages, wanted, Read);
        if (draft.Search.NextPage.Count > 0 && search.Reads(draft.Search.NextPage))
        {
            return (draft.Search.NextPage, part with { Kept = true, Rules = [.. draft.Search.NextPage.Select(SiteDefinitionWriter.Rule)] });
        }

        return search.Find(Candidates(pages)) is { } chain
            ? (chain, part with { Rules = [.. chain.Select(SiteDefinitionWriter.Rule)] })
            : ([], part with { Open = "no short selector picks exactly that link; it is found by its words and numbers" });
    }

    private static string? Read(LearningSearchPage page, IReadOnlyList<FieldRule> chain) =>
        page.Page.Document.DocumentElement is { } root && new HtmlRuleSource(page.Page, root).First(chain, FieldWant.Address) is { } value
            ? page.Page.Address.Resolve(value.Text)?.AbsoluteUri
            : null;

    /// <summary>No other link answers to it: "the first link of the paging" is the next page only on the first page.</summary>
    private static bool IsAlone(LearningSearchPage page, string selector) =>
        CssSelection.Select(page.Page.Document, selector).All(e => page.Page.Address.Resolve(e.GetAttribute("href"))?.AbsoluteUri == page.Next);

    private static IEnumerable<RuleCandidate> Candidates(IReadOnlyList<LearningSearchPage> pages)
    {
        foreach (var page in pages.Where(p => p.Next is not null).Take(3))
        {
            if (page.Page.Document.DocumentElement is not { } root)
            {
                continue;
            }

            foreach (var link in page.Page.Document.QuerySelectorAll("a[href]")
                .Where(l => page.Page.Address.Resolve(l.GetAttribute("href"))?.AbsoluteUri == page.Next).Take(6))
            {
                foreach (var part in SelectorPaths.Of(link, root)
                    .Where(p => !p.Text.Contains(":nth", StringComparison.Ordinal) && !p.Text.Contains("-child", StringComparison.Ordinal)
                    && IsAlone(page, p.Text)))
                {
                    yield return new RuleCandidate(new FieldRule { Select = part.Text, Attribute = "href" },
                        part.Cost - (SaysNext().IsMatch(part.Text) ? RuleWeights.SaysNext : 0));
                }
            }
        }
    }

    [GeneratedRegex(
        @"next|volgende|weiter|n(?:ä|ae)chst|suivant|siguiente|successiv|nast(?:ę|e)pn|seguinte",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex SaysNext();
}
