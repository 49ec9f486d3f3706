
namespace Crawler.Worker.Extraction.Patterns;

/// <summary>The rows of a result list as its structure shows them.</summary>
/// <param name="Rows">In page order.</param>
/// <param name="Group">The elements they were read from. Null: none were found.</param>
/// <param name="Quality">0 to 1: how complete the rows are.</param>
internal sealed record PatternRows(IReadOnlyList<RowDraft> Rows, RowGroup? Group, double Quality);

/// <summary>Finds a page's result list by structure alone: reads the most row-like groups and keeps the one whose rows are most and most complete.</summary>
internal static class ListingPattern
{
    public static PatternRows Find(PageFeatures features)
    {
        var read = new List<(RowGroup Group, IReadOnlyList<RowDraft> Rows, double Quality, double Score)>();
        foreach (var group in RowGroups.Find(features))
        {
            if (features.Page.Budget.IsSpent && read.Count > 0)
            {
                break;
            }

            var rows = new RowFields(features, group.Members).Read();
            if (rows.Count < 2)
            {
                continue;
            }

            double quality = rows.Average(Completeness);
            double share = (double)rows.Count / group.Members.Length;
            double distinct = (double)rows.Select(r => r.Url).Distinct(StringComparer.Ordinal).Count() / rows.Count;
            double region = group.Members.Average(features.Regions.Weight);
            double score = Math.Pow(rows.Count, 0.8) * Math.Pow(quality, 2.5) * Math.Sqrt(share) * distinct * distinct * region;
            read.Add((group, rows, quality, score));
        }

        if (read.Count == 0)
        {
            return new PatternRows([], null, 0);
        }

        var best = read.MaxBy(r => r.Score);
        return new PatternRows(best.Rows, best.Group, best.Quality);
    }

    private static double Completeness(RowDraft row) =>
        0.2 + (row.Title is { Length: > 8 } ? 0.25 : 0.1) + (row.Price is not null ? 0.27 : 0) + (row.Image is not null ? 0.15 : 0)
        + (row.PostedAt is not null ? 0.05 : 0) + (row.Location is not null ? 0.04 : 0) + (row.Snippet is not null || row.Seller is not null ? 0.04 : 0);
}
