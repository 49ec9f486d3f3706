using System.Globalization;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Extraction.Learning;
using Crawler.Pages;
using Crawler.Sites.Files;

namespace Crawler.Worker.Probing;

/// <summary>
/// What a definition reads otherwise than the pages say: rules that no longer hold, with the rules that would, and shares below the definition's own floors.
/// </summary>
internal sealed class Differences(SiteDefinition site, LearnedWrapper learned, ISiteReader reader, IReadOnlyList<LearningPage> pages)
{
    public IReadOnlyList<SiteChange> Find()
    {
        var changes = new List<SiteChange>();
        var rows = pages.Where(p => p.Kind == PageKind.Search).SelectMany(p => reader.ReadSearch(site, p.Content).Rows).ToList();
        if (Part("rows") is { Kept: false } part && site.Search.Rows.Count > 0)
        {
            changes.Add(Change(part, string.Join(", ", site.Search.Rows), rows.Count == 0 ? "picks nothing any more" : string.Create(CultureInfo.InvariantCulture, $"picks {rows.Count} rows where structure shows {learned.RowsSeen}")));
        }

        foreach (var (field, chain) in site.Search.Fields.Where(f => f.Key != "currency"))
        {
            if (Part($"search.{field}") is { Kept: false, Fill: > 0 } other)
            {
                changes.Add(
                    Change(other, Rules(chain), "no longer reads what stands in the rows") with { FillNow = rows.Count == 0 ? 0 : Share(rows, field) });
            }
        }

        foreach (var (field, floor) in site.Health.Fill.Where(f => rows.Count > 0 && Share(rows, f.Key) < f.Value && changes.TrueForAll(c => c.Field != $"search.{f.Key}")))
        {
            changes.Add(new SiteChange
            {
                Field = $"search.{field}",
                Reason = string.Create(CultureInfo.InvariantCulture, $"filled in {Share(rows, field):0%} of the rows, {floor:0%} at least is usual"),
                FillBefore = floor,
                FillNow = Share(rows, field),
                OldRule = site.Search.Fields.TryGetValue(field, out var rule) ? Rules(rule) : null,
            });
        }

        if (site.Search.NextPage.Count > 0 && Part("nextPage") is { Kept: false, Fill: > 0 } next)
        {
            changes.Add(Change(next, Rules(site.Search.NextPage), "no longer leads to the next page"));
        }

        foreach (var (field, chain) in site.Detail.Fields)
        {
            if (Part($"detail.{field}") is { Kept: false, Fill: > 0 } other)
            {
                changes.Add(Change(other, Rules(chain), "no longer reads what stands on the adverts"));
            }
        }

        foreach (var advert in pages.Where(p => p.Kind == PageKind.Detail).Select(p => reader.ReadDetail(site, p.Content)).Where(a => a.State is OutcomeKind.Drifted or OutcomeKind.Unreadable).Take(1))
        {
            changes.Add(new SiteChange { Field = "detail", Reason = advert.StateDetail ?? "an advert could not be read" });
        }

        return changes;
    }

    private LearnedPart? Part(string field) => learned.Part(field);

    private static SiteChange Change(LearnedPart part, string old, string reason) => new()
    {
        Field = part.Field,
        Reason = reason,
        OldRule = old,
        NewRule = part.Rules.Count == 0 ? null : string.Join(", ", part.Rules),
        Example = part.Example,
    };

    private static string Rules(IReadOnlyList<FieldRule> chain) => string.Join(", ", chain.Select(SiteDefinitionWriter.Rule));

    private static double Share(List<ListingRow> rows, string field) => (double)rows.Count(r => Has(r, field)) / rows.Count;

    private static bool Has(ListingRow row, string field) => field switch
    {
        "id" => row.Id is not null,
        "url" => row.Url is not null,
        "title" => row.Title is not null,
        "price" => row.Price is not null,
        "image" => row.Image is not null,
        "location" => row.Location is not null,
        "postedAt" => row.PostedAt is not null,
        "seller" => row.Seller is not null,
        "snippet" => row.Snippet is not null,
        "availability" => row.Availability is not null,
        _ => true,
    };
}
