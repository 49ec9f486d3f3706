using System.Text.Json;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Definitions;
using Crawler.Extraction.Json;
using Crawler.Extraction.Values;
using Crawler.Pages;
using Crawler.Pages.Addresses;
using Crawler.Pages.Html;
using Crawler.Pages.Json;

namespace Crawler.Extraction.Readers;

/// <summary>Reads a JSON answer to a search.</summary>
internal static class JsonSearchReader
{
    private static readonly string[] NextNames = ["next", "next_page", "nextpage", "next_url", "nexturl", "nextpageurl", "nextlink"];

    public static SearchReading Read(SiteDefinition? site, JsonElement root, PageContent content, PriceContext prices, DateContext dates, ReadBudget budget)
    {
        var address = new PageAddress(content.Url);
        bool defined = site is { Search.Rows.Count: > 0, Search.Format: PageFormat.Json };
        var rows = defined ? DefinitionRows.OfJson(site!, root, address, prices, dates) : [];
        int? picked = defined ? rows.Count : null;
        if (rows.Count == 0)
        {
            // A row path that fits nothing, not even an empty list, is drift; the rows need not be lost for it.
            var nothing = WithoutRows(site, root, content, defined) with { DefinedRows = picked };
            rows = defined && nothing.State != OutcomeKind.Drifted ? [] : JsonListings.Find(root, Tiers.Json, address, prices, dates, budget);
            if (rows.Count == 0 || (defined && rows.Count(IsBare) * 2 > rows.Count))
            {
                return nothing;
            }
        }

        var next = Next(site, root, address);
        return new SearchReading
        {
            State = OutcomeKind.Ok,
            Rows = [.. rows.Select(r => r.ToRow())],
            NextPage = next,
            NextPageTier = next is null ? null : site is { Search.NextPage.Count: > 0 } ? Tiers.Definition : Tiers.Json,
            Cursor = site is { Search.Cursor.Count: > 0 } ? new JsonRuleSource(root).First(site.Search.Cursor, FieldWant.Text)?.Text : null,
            DefinedRows = picked,
        };
    }

    /// <summary>Little more than a name: tags, categories and the like must not be taken for the adverts that the definition should have found.</summary>
    private static bool IsBare(RowDraft row) => row is { Price: null, Image: null, PostedAt: null, Seller: null, Snippet: null };

    private static SearchReading WithoutRows(SiteDefinition? site, JsonElement root, PageContent content, bool defined)
    {
        if (site is not null && States.DefinitionStates.OfText(site.States, content.Text, detail: false) is { } marked)
        {
            return new SearchReading { State = marked.Kind, StateDetail = marked.Detail };
        }

        if (defined && site!.Search.Rows.FirstOrDefault(p => IsEmptyList(root, p)) is { } path)
        {
            return new SearchReading { State = OutcomeKind.Empty, StateDetail = $"the list at '{path}' is empty" };
        }

        if (!defined && (root is { ValueKind: JsonValueKind.Array } && root.GetArrayLength() == 0 || HasEmptyList(root)))
        {
            return new SearchReading { State = OutcomeKind.Empty, StateDetail = "the list of results is empty" };
        }

        return JsonRefusal.Of(root, content.Status) is { } refusal
            ? new SearchReading { State = refusal.Kind, StateDetail = refusal.Detail }
            : new SearchReading
            {
                State = OutcomeKind.Drifted,
                StateDetail = defined ? $"the row path '{string.Join("', '", site!.Search.Rows)}' fits nothing" : "no list of adverts was found",
            };
    }

    /// <summary>The path without its last [*] leads to a list that is there and empty.</summary>
    private static bool IsEmptyList(JsonElement root, string path)
    {
        string list = path.EndsWith("[*]", StringComparison.Ordinal) ? path[..^3] : path;
        return JsonRuleSource.Select(root, list) is { Count: > 0 } found && found.All(e => e.ValueKind == JsonValueKind.Array && e.GetArrayLength() == 0);
    }

    private static bool HasEmptyList(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.EnumerateObject().Any(p => p.Value.ValueKind == JsonValueKind.Array && p.Value.GetArrayLength() == 0)
        && !root.EnumerateObject().Any(p => p.Name.Contains("error", StringComparison.OrdinalIgnoreCase));

    private static Uri? Next(SiteDefinition? site, JsonElement root, PageAddress address)
    {
        if (site is { Search.NextPage.Count: > 0 })
        {
            return new JsonRuleSource(root).First(site.Search.NextPage, FieldWant.Address) is { } value ? address.Resolve(value.Text) : null;
        }

        foreach (var leaf in JsonLeaf.Of(root, 2))
        {
            if (leaf.Value.ValueKind == JsonValueKind.String && (NextNames.Contains(leaf.Key) || (leaf.Holder == "next" && leaf.Key is "href" or "url"))
                && JsonText.Scalar(leaf.Value) is { Length: > 1 } text
                && (text[0] is '/' or '?' || text.StartsWith("http", StringComparison.OrdinalIgnoreCase)))
            {
                return address.Resolve(text);
            }
        }

        return null;
    }
}
