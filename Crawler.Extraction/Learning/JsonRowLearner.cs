using System.Text.Json;
using Crawler.Contracts.Sites;
using Crawler.Extraction.Definitions;
using Crawler.Extraction.Json;
using Crawler.Extraction.Values;
using Crawler.Pages;
using Crawler.Pages.Addresses;
using Crawler.Pages.Html;
using Crawler.Pages.Json;
using Crawler.Pages.Locale;
using Crawler.Sites.Files;

namespace Crawler.Extraction.Learning;

/// <summary>Learns the row path and the row fields of a JSON interface.</summary>
internal sealed class JsonRowLearner(SiteDefinition draft, SiteDefinition bare, DateTimeOffset now)
{
    private readonly SiteDefinition _bare = bare with { Search = bare.Search with { Format = PageFormat.Json } };

    public (SearchDefinition Search, IReadOnlyList<LearnedPart> Parts) Learn(IReadOnlyList<PageContent> results)
    {
        var open = draft.Search with
        {
            Format = PageFormat.Json,
            Rows = [],
            Fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal),
            NextPage = [],
        };
        var pages = results.Select(c => Page(c)).OfType<JsonPage>().ToList();
        if (pages.Count == 0)
        {
            return (open, [new LearnedPart { Field = "rows", Open = "no list of adverts was found in the JSON" }]);
        }

        string? path = JsonRowPath.Find(pages[0].Root, pages[0].Generic, Read);
        var rows = path is null ? [] : pages.SelectMany(p => Rows(p, path)).ToList();
        if (path is null || rows.Count < pages.Sum(p => p.Generic.Count))
        {
            return (open, [new LearnedPart
            {
                Field = "rows",
                Fill = 1,
                Open = "no one path leads to the rows on every page; they are found by what they hold",
            }]);
        }

        var parts = new List<LearnedPart> { new() { Field = "rows", Rules = [path], Fill = 1, Example = $"{rows.Count} rows on {pages.Count} pages" } };
        var fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal);
        foreach (string field in SiteKeys.RowFields.Where(f => f != "currency"))
        {
            parts.Add(Field(field, rows, fields));
        }

        return (open with { Rows = [path], Fields = fields, NextPage = draft.Search.NextPage }, [.. parts.Where(p => p.Rules.Count > 0 || p.Fill > 0)]);
    }

    private LearnedPart Field(string field, List<JsonLearningRow> rows, Dictionary<string, IReadOnlyList<FieldRule>> fields)
    {
        string?[] wanted = [.. rows.Select(r => FieldValues.Of(r.Generic, field))];
        var part = new LearnedPart
        {
            Field = $"search.{field}",
            Fill = (double)wanted.Count(w => w is not null) / rows.Count,
            Example = rows.Select(r => FieldValues.Shown(r.Generic, field)).FirstOrDefault(v => v is not null),
        };
        foreach (var currency in field == "price" ? Currencies(rows) : [null])
        {
            var search = new RuleSearch<JsonLearningRow>(rows, wanted, (row, chain) => FieldValues.Of(Fill(row, field, chain, currency), field))
            {
                Extra = field is "url" or "id" or "title" or "sponsored" ? 0 : ProofWeights.JsonExtra,
            };
            bool kept = draft.Search.Fields.TryGetValue(field, out var old) && search.Reads(old);
            if ((kept ? old : search.Find(Candidates(rows, field))) is { } chain)
            {
                fields[field] = chain;
                if (currency is not null)
                {
                    fields["currency"] = currency;
                }

                return part with { Rules = [.. chain.Select(SiteDefinitionWriter.Rule)], Kept = kept };
            }
        }

        return part with { Open = "no one path holds it in every row; it is found by its name" };
    }

    private IEnumerable<IReadOnlyList<FieldRule>?> Currencies(List<JsonLearningRow> rows)
    {
        yield return null;
        foreach (var path in JsonPaths.Scalars(rows[0].Element, 3)
            .Where(p => p.Value.ValueKind == JsonValueKind.String && p.Value.GetString() is { Length: 3 } code && code.All(char.IsAsciiLetterUpper)))
        {
            yield return [new FieldRule { Select = path.Path }];
        }

        var named = rows.Select(r => r.Generic.Price?.Currency).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (named.Count == 1)
        {
            yield return [new FieldRule { Value = named[0] }];
        }
    }

    private static IEnumerable<RuleCandidate> Candidates(List<JsonLearningRow> rows, string field)
    {
        var paths = rows.Where((_, i) => i % Math.Max(1, rows.Count / 8) == 0).SelectMany(r => JsonPaths.Scalars(r.Element, 4))
            .GroupBy(p => p.Path, StringComparer.Ordinal);
        foreach (var path in paths)
        {
            double cost = path.Key.Count(c => c is '.')
                + RuleWeights.JsonIndex * path.Key.Count(c => c == '[')
                - (path.Key.EndsWith("." + field, StringComparison.OrdinalIgnoreCase) ? RuleWeights.JsonNamed : 0);
            if (field != "sponsored")
            {
                yield return new RuleCandidate(new FieldRule { Select = path.Key }, cost);
            }
            else if (path.Any(p => p.Value.ValueKind is JsonValueKind.True or JsonValueKind.False))
            {
                yield return new RuleCandidate(new FieldRule { Select = path.Key, Exists = true }, cost);
            }
        }
    }

    private RowDraft Fill(JsonLearningRow row, string field, IReadOnlyList<FieldRule> chain, IReadOnlyList<FieldRule>? currency)
    {
        var fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal) { [field] = chain };
        if (currency is not null)
        {
            fields["currency"] = currency;
        }

        var site = _bare with { Search = _bare.Search with { Fields = fields } };
        return DefinitionRows.Fill(new RowDraft(), new JsonRuleSource(row.Element), site, row.Page.Address, Prices(row.Page.Url), Dates(row.Page.Url));
    }

    private JsonPage? Page(PageContent content)
    {
        if (JsonText.Parse(content.Text) is not { } root)
        {
            return null;
        }

        var address = new PageAddress(content.Url);
        var rows = JsonListings.Find(root, Tiers.Json, address, Prices(content.Url), Dates(content.Url), new ReadBudget(ReadBudget.StandardTime));
        return rows.Count == 0 ? null : new JsonPage(content.Url, root, address, rows);
    }

    private RowDraft? Read(JsonElement element, PageAddress? address)
    {
        var any = new Uri("http://invalid.invalid/");
        return JsonRow.Read(element, Tiers.Json, address ?? new PageAddress(any), Prices(any), Dates(any));
    }

    private IEnumerable<JsonLearningRow> Rows(JsonPage page, string path)
    {
        foreach (var element in JsonRuleSource.Select(page.Root, path))
        {
            if (JsonRow.Read(element, Tiers.Json, page.Address, Prices(page.Url), Dates(page.Url)) is { } generic)
            {
                yield return new JsonLearningRow(page, element, generic);
            }
        }
    }

    private PriceContext Prices(Uri url) => new() { Language = bare.Languages[0], Country = bare.Country ?? PageLocale.CountryOf(url) };

    private DateContext Dates(Uri url)
    {
        string? country = bare.Country ?? PageLocale.CountryOf(url);
        return new DateContext { Now = now, Zone = TimeZones.Of(country), MonthFirst = country == "US" };
    }

    private sealed record JsonPage(Uri Url, JsonElement Root, PageAddress Address, IReadOnlyList<RowDraft> Generic);

    private sealed record JsonLearningRow(JsonPage Page, JsonElement Element, RowDraft Generic);
}
