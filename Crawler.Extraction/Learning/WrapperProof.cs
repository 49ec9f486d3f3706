using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;
using Crawler.Pages;

namespace Crawler.Extraction.Learning;

/// <summary>
/// Reads the learning pages again, by the definition this time, and holds the result against the generic reading. What does not agree is taken back.
/// </summary>
internal sealed class WrapperProof(ISiteReader reader, SiteDefinition bare)
{
    /// <summary>The definition without the rules that read otherwise, and the parts with the reason.</summary>
    public (SiteDefinition Definition, List<LearnedPart> Parts) Prove(SiteDefinition definition, List<LearnedPart> parts, IReadOnlyList<PageContent> results,
        IReadOnlyList<PageContent> adverts)
    {
        if (results.Count > 0 && definition.Search.Rows.Count > 0 && RowF1(definition, results) < ProofWeights.LeastRowF1)
        {
            definition = definition with
            {
                Search = definition.Search with { Rows = [], Fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal) },
            };
            parts = [.. parts.Select(p => p.Field == "rows" || p.Field.StartsWith("search.", StringComparison.Ordinal)
                ? Back(p, "read again with it, the pages gave other rows")
                : p)];
        }

        var next = results.FirstOrDefault(c => reader.ReadSearch(definition, c).NextPage != reader.ReadSearch(bare, c).NextPage);
        if (definition.Search.NextPage.Count > 0 && next is not null && parts.Find(p => p.Field == "nextPage") is { Kept: false } wrong)
        {
            definition = definition with { Search = definition.Search with { NextPage = [] } };
            parts[parts.IndexOf(wrong)] = Back(wrong, $"read again with it, {next.Url} went on elsewhere");
        }

        foreach (var advert in adverts)
        {
            var (by, without) = (reader.ReadDetail(definition, advert), reader.ReadDetail(bare, advert));
            foreach (string field in definition.Detail.Fields.Keys.Where(f => !Agree(by, without, f)).ToList())
            {
                if (parts.Find(p => p.Field == $"detail.{field}") is { Kept: false } part)
                {
                    definition = definition with
                    {
                        Detail = definition.Detail with
                        {
                            Fields = definition.Detail.Fields.Where(f => f.Key != field).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal),
                        },
                    };
                    parts[parts.IndexOf(part)] = Back(part, $"read again with it, {advert.Url} gave another value");
                }
            }
        }

        return (definition, parts);
    }

    /// <summary>How well the definition's rows agree with the generic ones, all pages together.</summary>
    public double RowF1(SiteDefinition definition, IReadOnlyList<PageContent> results)
    {
        int hits = 0, read = 0, expected = 0;
        foreach (var page in results)
        {
            var by = Keys(reader.ReadSearch(definition, page).Rows);
            var without = Keys(reader.ReadSearch(bare, page).Rows);
            hits += by.Intersect(without, StringComparer.Ordinal).Count();
            read += by.Count;
            expected += without.Count;
        }

        return read + expected == 0 ? 0 : 2 * hits / (double)(read + expected);
    }

    private static HashSet<string> Keys(IReadOnlyList<ListingRow> rows) => [.. rows.Select(r => r.Url ?? r.Id ?? "")];

    private static LearnedPart Back(LearnedPart part, string reason) =>
        part with { Rules = [], Kept = false, Open = $"{reason}; it is read by the generic tiers" };

    private static bool Agree(DetailReading by, DetailReading without, string field) => field switch
    {
        "title" => by.Title == without.Title,
        "price" => by.Price?.Fingerprint() == without.Price?.Fingerprint(),
        "description" => by.Description == without.Description,
        "images" => by.Images.SequenceEqual(without.Images, StringComparer.Ordinal),
        "seller" => (by.Seller?.Handle ?? by.Seller?.DisplayName) == (without.Seller?.Handle ?? without.Seller?.DisplayName),
        "location" => by.Location == without.Location,
        "postedAt" => by.PostedAt == without.PostedAt,
        _ => true,
    };
}
