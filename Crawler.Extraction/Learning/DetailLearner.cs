using AngleSharp.Dom;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Definitions;
using Crawler.Extraction.Details;
using Crawler.Extraction.Html;
using Crawler.Extraction.Patterns;
using Crawler.Pages;
using Crawler.Pages.Html;
using Crawler.Sites.Files;

namespace Crawler.Extraction.Learning;

/// <summary>Learns how adverts' own pages are read. What structured data say is left to them: they outlive a redesign.</summary>
internal sealed class DetailLearner(SiteDefinition draft, SiteDefinition bare, DateTimeOffset now)
{
    /// <summary>Fields that are learned; the others are rare, and read well enough by their labels.</summary>
    private static readonly string[] Fields = ["title", "price", "description", "images", "seller", "sellerUrl", "location", "postedAt",
        "category", "condition"];

    public (DetailDefinition Detail, IReadOnlyList<LearnedPart> Parts) Learn(IReadOnlyList<PageContent> adverts, IReadOnlyList<ListingRow> rows)
    {
        var parts = new List<LearnedPart>();
        var detail = draft.Detail with
        {
            Fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal),
            IdFromUrl = IdFromUrl(adverts, rows, parts),
        };
        var pages = adverts.Where(a => !a.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase)).Select(Page).Where(p => p.Root is not null).ToList();
        if (pages.Count == 0)
        {
            return (detail with { Fields = draft.Detail.Fields }, parts);
        }

        var fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal);
        foreach (string field in Fields.Union(draft.Detail.Fields.Keys, StringComparer.Ordinal))
        {
            if (Field(field, pages, fields) is { } part)
            {
                parts.Add(part);
            }
        }

        return (detail with { Fields = fields }, parts);
    }

    private LearnedPart? Field(string field, List<LearningAdvert> pages, Dictionary<string, IReadOnlyList<FieldRule>> fields)
    {
        string?[] wanted = [.. pages.Select(p => FieldValues.Of(p.Generic, field))];
        int having = wanted.Count(w => w is not null);
        var part = new LearnedPart
        {
            Field = $"detail.{field}",
            Fill = (double)having / pages.Count,
            Example = pages.Select(p => FieldValues.Shown(p.Generic, field)).FirstOrDefault(v => v is not null),
        };
        if (draft.Detail.Fields.TryGetValue(field, out var old) && LearnedRules.StillRight(pages, wanted, old, (p, chain) => Read(p, p.Root!, field, chain)))
        {
            fields[field] = old;
            return part with { Rules = [.. old.Select(SiteDefinitionWriter.Rule)], Kept = true };
        }

        if (having == 0 || !Fields.Contains(field))
        {
            return null;
        }

        string tier = pages.Select(p => p.Generic.Tiers.GetValueOrDefault(field == "sellerUrl" ? "seller" : field)).FirstOrDefault(t => t is not null)
            ?? Tiers.Pattern;
        if (tier is Tiers.JsonLd or Tiers.Microdata or Tiers.Meta)
        {
            return part with { Open = $"read from structured data ({tier})" };
        }

        var search = new RuleSearch<LearningAdvert>(pages, wanted, (p, chain) => Read(p, p.Root!, field, chain))
        {
            Named = true,
            MaxCost = RuleWeights.MaxAdvertCost,
        };
        if (search.Find(Candidates(field, pages, wanted)) is { } chain)
        {
            fields[field] = chain;
            return part with { Rules = [.. chain.Select(SiteDefinitionWriter.Rule)] };
        }

        return part with { Open = "no short rule reads it on every page; it is read by structure" };
    }

    private IEnumerable<RuleCandidate> Candidates(string field, List<LearningAdvert> pages, string?[] wanted)
    {
        double maxCost = pages.Count > 1 ? 100 : 4;
        for (int i = 0, looked = 0; i < pages.Count && looked < 3; i++)
        {
            if (wanted[i] is not { } value)
            {
                continue;
            }

            looked++;
            var spots = AdvertSpots.Of(pages[i], field, value, (e, r) => Read(pages[i], e, field, [r])).ToList();
            foreach (var (element, rule, own) in spots)
            {
                // An element that holds more than the value: an element within it reads the same.
                double cost = own + (field != "description" && rule.Attribute is null
                    && spots.Exists(s => s.Element != element && element.Contains(s.Element)) ? 3 : 0);
                foreach (var part in SelectorPaths.Of(element, pages[i].Root!)
                    .Where(p => p.Cost <= maxCost && !p.Text.Contains(":nth", StringComparison.Ordinal)
                    && !p.Text.Contains("-child", StringComparison.Ordinal)))
                {
                    yield return new RuleCandidate(rule with { Select = part.Text }, part.Cost + cost);
                }
            }
        }
    }

    private string? Read(LearningAdvert page, IElement scope, string field, IReadOnlyList<FieldRule> chain)
    {
        var read = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal) { [field] = chain };
        if (field == "sellerUrl")
        {
            // An address alone names no seller; any name does for reading it.
            read["seller"] = [new FieldRule { Value = "-" }];
        }

        var advert = new DetailDraft();
        DefinitionDetail.Fill(advert, new HtmlRuleSource(page.Page, scope), bare with { Detail = bare.Detail with { Fields = read } }, page.Page.Address,
            page.Page.Prices, page.Page.Dates);
        return FieldValues.Of(advert, field);
    }

    private LearningAdvert Page(PageContent content)
    {
        var page = HtmlPage.Parse(content, bare, now, new ReadBudget(ReadBudget.StandardTime));
        var features = PageFeatures.Of(page);
        return new LearningAdvert(page, features, DetailReader.Read(bare, features));
    }

    private string? IdFromUrl(IReadOnlyList<PageContent> adverts, IReadOnlyList<ListingRow> rows, List<LearnedPart> parts)
    {
        var pairs = rows.Where(r => r is { Id: not null, Url: not null } && r.Url.Contains(r.Id, StringComparison.Ordinal))
            .Select(r => (Url: r.Url!, Id: r.Id!)).ToList();
        pairs = pairs.Count * 10 < rows.Count * 9 ? [] : [.. pairs.Distinct()];

        if (draft.Detail.IdFromUrl is { } old && pairs.All(p => RuleRegex.Value(old, p.Url) == p.Id))
        {
            parts.Add(new LearnedPart { Field = "detail.idFromUrl", Rules = [old], Kept = true, Fill = 1 });
            return old;
        }

        if (IdPattern.OfAddresses(pairs) is not { } pattern || adverts.Any(a => RuleRegex.Value(pattern, a.Url.AbsoluteUri) is null))
        {
            if (pairs.Count > 0)
            {
                parts.Add(new LearnedPart { Field = "detail.idFromUrl", Fill = 1, Example = pairs[0].Id, Open = "the generic rule reads it" });
            }

            return null;
        }

        parts.Add(new LearnedPart { Field = "detail.idFromUrl", Rules = [pattern], Fill = 1, Example = pairs[0].Id });
        return pattern;
    }
}

/// <summary>An advert's page with what the generic tiers read on it.</summary>
internal sealed record LearningAdvert(HtmlPage Page, PageFeatures Features, DetailDraft Generic)
{
    public IElement? Root => Page.Document.DocumentElement;
}
