using Crawler.Contracts.Sites;
using Crawler.Extraction.Html;
using Crawler.Extraction.Values;
using Crawler.Pages.Addresses;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Definitions;

/// <summary>Rows as a site's definition reads them.</summary>
internal static class DefinitionRows
{
    /// <summary>The rows of a JSON answer.</summary>
    public static IReadOnlyList<RowDraft> OfJson(SiteDefinition site, System.Text.Json.JsonElement root, PageAddress address, PriceContext prices,
        DateContext dates)
    {
        foreach (string path in site.Search.Rows)
        {
            var found = JsonRuleSource.Select(root, path);
            if (found is [{ ValueKind: System.Text.Json.JsonValueKind.Array } list])
            {
                found = [.. list.EnumerateArray()];
            }

            if (found.Count > 0)
            {
                return [.. found.Select(row => Fill(new RowDraft(), new JsonRuleSource(row), site, address, prices, dates)).Where(IsRow)];
            }
        }

        return [];
    }

    /// <summary>The rows of a page, and the elements they stand in.</summary>
    public static IReadOnlyList<RowDraft> OfHtml(SiteDefinition site, HtmlPage page)
    {
        foreach (string selector in site.Search.Rows)
        {
            var elements = CssSelection.Select(page.Document, selector).Take(5000).ToList();
            if (elements.Count > 0)
            {
                return [.. elements.Select(e => Fill(new RowDraft { Node = page.IndexOf(e) }, new HtmlRuleSource(page, e), site, page.Address,
                    page.Prices, page.Dates))];
            }
        }

        return [];
    }

    /// <summary>Something can be done with it: it has an address, or an id and a title.</summary>
    public static bool IsRow(RowDraft row) => row.Url is not null || (row.Id is not null && row.Title is not null);

    /// <summary>Reads one row's fields; what no rule yields stays open.</summary>
    public static RowDraft Fill(RowDraft row, RuleSource source, SiteDefinition site, PageAddress address, PriceContext prices, DateContext dates)
    {
        var fields = site.Search.Fields;
        row.WithId(Text(source, fields, "id"), Tiers.Definition);
        row.WithUrl(Url(source, fields, row.Id, address), Tiers.Definition);
        row.WithTitle(Text(source, fields, "title") is { } title ? TitleText.Shortened(title) : null, Tiers.Definition);
        row.WithPrice(DefinitionPrice.Of(source, fields, prices), Tiers.Definition);
        row.WithImage(Value(source, fields, "image", FieldWant.Image) is { } image ? address.Resolve(image.Text)?.AbsoluteUri : null, Tiers.Definition);
        row.WithLocation(PlaceText.Tidy(Text(source, fields, "location")), Tiers.Definition).WithSeller(Text(source, fields, "seller"), Tiers.Definition);
        row.WithSnippet(Text(source, fields, "snippet"), Tiers.Definition);
        string? posted = Text(source, fields, "postedAt");
        row.WithPosted(posted, DateReader.Read(posted, dates), Tiers.Definition);
        row.WithAvailability(AvailabilityWords.Of(Text(source, fields, "availability")), Tiers.Definition);
        row.Sponsored |= Value(source, fields, "sponsored", FieldWant.Text) is { } mark && mark.Text is not ("false" or "0" or "no");
        return row.Id is null && row.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var whole)
            ? row.WithId(ListingIdentity.IdFromUrl(site, whole), Tiers.Address)
            : row;
    }

    private static string? Url(RuleSource source, IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> fields, string? id, PageAddress address)
    {
        string? text = Value(source, fields, "url", FieldWant.Address)?.Text;
        if (text?.Contains("{id}", StringComparison.Ordinal) == true)
        {
            text = id is null ? null : text.Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal);
        }

        return address.Canonical(text);
    }

    private static string? Text(RuleSource source, IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> fields, string name) =>
        Value(source, fields, name, FieldWant.Text)?.Text;

    private static RuleValue? Value(RuleSource source, IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> fields, string name, FieldWant want) =>
        fields.TryGetValue(name, out var chain) ? source.First(chain, want) : null;
}
