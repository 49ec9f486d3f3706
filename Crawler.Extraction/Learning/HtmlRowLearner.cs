using Crawler.Contracts.Sites;
using Crawler.Sites.Files;

namespace Crawler.Extraction.Learning;

/// <summary>Learns the row selector and the row fields of HTML result pages.</summary>
internal sealed class HtmlRowLearner(SiteDefinition draft, SiteDefinition bare, IReadOnlyList<LearningSearchPage> pages)
{
    /// <summary>Fields for which reading something where nothing was read before would be worse than not reading it.</summary>
    private static readonly HashSet<string> Strict = new(StringComparer.Ordinal) { "url", "title", "id", "sponsored", "availability" };

    private readonly IReadOnlyList<LearningRow> _rows = [.. pages.SelectMany(p => p.Rows)];

    /// <summary>Search rules that reproduce the generic reading, and a word on each part.</summary>
    public (SearchDefinition Search, IReadOnlyList<LearnedPart> Parts) Learn()
    {
        var parts = new List<LearnedPart>();
        if (_rows.Count == 0 || pages.Sum(p => p.Unplaced) * 2 > _rows.Count)
        {
            parts.Add(new LearnedPart
            {
                Field = "rows",
                Open = _rows.Count == 0 ? "no rows were found by structure" : "the rows stand in data behind the page; they are read from there without rules",
            });
            return (draft.Search with { Rows = [], Fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal) }, parts);
        }

        string? kept = draft.Search.Rows.FirstOrDefault(s => RowSelectorSearch.Fits(pages, s));
        string? selector = kept ?? RowSelectorSearch.Find(pages);
        if (selector is null)
        {
            parts.Add(new LearnedPart { Field = "rows", Fill = 1, Open = "no short selector picks exactly the rows; they are found by structure" });
            return (draft.Search with { Rows = [], Fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal) }, parts);
        }

        parts.Add(new LearnedPart
        {
            Field = "rows",
            Rules = [selector],
            Fill = 1,
            Kept = kept is not null,
            Example = $"{_rows.Count} rows on {pages.Count} pages",
        });
        var fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal);
        foreach (string field in SiteKeys.RowFields.Where(f => f != "currency"))
        {
            parts.Add(Field(field, fields));
        }

        return (draft.Search with { Format = PageFormat.Html, Rows = [selector], Fields = fields }, [.. parts.Where(p => p.Rules.Count > 0 || p.Fill > 0)]);
    }

    private LearnedPart Field(string field, Dictionary<string, IReadOnlyList<FieldRule>> fields)
    {
        string name = $"search.{field}";
        string?[] wanted = [.. _rows.Select(r => FieldValues.Of(r.Generic, field))];
        int having = wanted.Count(w => w is not null);
        double fill = (double)having / _rows.Count;
        string? example = _rows.Select(r => FieldValues.Shown(r.Generic, field)).FirstOrDefault(v => v is not null);
        if (draft.Search.Fields.TryGetValue(field, out var own)
            && LearnedRules.StillRight(_rows, wanted, own, Reader(field, draft.Search.Fields.GetValueOrDefault("currency"))))
        {
            fields[field] = own;
            if (field == "price" && draft.Search.Fields.TryGetValue("currency", out var currencyRules))
            {
                fields["currency"] = currencyRules;
            }

            return new LearnedPart { Field = name, Rules = [.. own.Select(SiteDefinitionWriter.Rule)], Kept = true, Fill = fill, Example = example };
        }

        if (having == 0)
        {
            return new LearnedPart { Field = name };
        }

        if (field != "sponsored" && (having == 1 && _rows.Count > 4 || fill < ProofWeights.LeastFill))
        {
            return new LearnedPart { Field = name, Fill = fill, Example = example, Open = "too few rows have it to learn from" };
        }

        foreach (var currency in Currencies(field, wanted))
        {
            var search = new RuleSearch<LearningRow>(_rows, wanted, Reader(field, currency))
            {
                Extra = Extra(field),
                WithFallback = field == "url",
                Named = field == "snippet",
                MaxCost = field == "snippet" ? RuleWeights.MaxSnippetCost : double.MaxValue,
            };
            var chain = search.Find(field == "sponsored"
                ? SponsorRules.Of(_rows)
                : new RowRuleCandidates(_rows).Of(field, wanted, new RowFieldReader(bare, field, currency)));
            if (chain is not null)
            {
                fields[field] = chain;
                if (currency is not null)
                {
                    fields["currency"] = currency;
                }

                return new LearnedPart { Field = name, Rules = [.. chain.Select(SiteDefinitionWriter.Rule)], Fill = fill, Example = example };
            }
        }

        if (field == "id" && _rows.All(r => r.Generic.Id is null || r.Generic.Url?.Contains(r.Generic.Id, StringComparison.Ordinal) == true))
        {
            return new LearnedPart { Field = name, Fill = fill, Example = example, Open = "taken from the advert's address" };
        }

        string tier = _rows.Select(r => r.Generic.TierOf(field)).FirstOrDefault(t => t is not null) ?? Tiers.Pattern;
        return new LearnedPart
        {
            Field = name,
            Fill = fill,
            Example = example,
            Open = tier == Tiers.Pattern ? "no short rule reads it in every row; it is read by structure" : $"read from data behind the page ({tier})",
        };
    }

    private static double Extra(string field) => Strict.Contains(field) ? 0 : field == "snippet" ? ProofWeights.SnippetExtra : ProofWeights.Extra;

    private Func<LearningRow, IReadOnlyList<FieldRule>, string?> Reader(string field, IReadOnlyList<FieldRule>? currency)
    {
        var reader = new RowFieldReader(bare, field, field == "price" ? currency : null);
        return (row, chain) => reader.Read(row, row.Element, chain);
    }

    /// <summary>A price is tried without a currency rule first, then with the one the draft has, then with the one that all prices have.</summary>
    private IEnumerable<IReadOnlyList<FieldRule>?> Currencies(string field, string?[] wanted)
    {
        yield return null;
        if (field != "price")
        {
            yield break;
        }

        if (draft.Search.Fields.TryGetValue("currency", out var own))
        {
            yield return own;
        }

        var named = _rows.Select(r => r.Generic.Price?.Currency).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (named.Count == 1 && wanted.Any(w => w is not null))
        {
            yield return [new FieldRule { Value = named[0] }];
        }
    }
}
