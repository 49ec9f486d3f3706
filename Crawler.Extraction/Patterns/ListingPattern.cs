
namespace Crawler.Extraction.Patterns;

/// <summary>The rows of a result list as its structure shows them.</summary>
/// <param name="Rows">In page order.</param>
/// <param name="Group">The elements they were read from. Null: none were found.</param>
/// <param name="Quality">0 to 1: how complete the rows are.</param>
internal sealed record PatternRows(IReadOnlyList<RowDraft> Rows, RowGroup? Group, double Quality);

/// <summary>Finds a page's result list by structure alone: reads the most row-like groups and keeps the one whose rows are most and most complete.</summary>
internal static class ListingPattern
{
    private const int Completed = 3;

    public static PatternRows Find(PageFeatures features)
    {
        var read = new List<Candidate>();
        foreach (var group in RowGroups.Find(features))
        {
            if (features.Page.Budget.IsSpent && read.Count > 0)
            {
                break;
            }

            var fields = new RowFields(features, group.Members);
            var rows = fields.Read();
            if (rows.Count >= 2)
            {
                read.Add(new Candidate(group, fields, rows));
            }
        }

        var best = read.OrderByDescending(c => c.Score(features)).Take(Completed).ToList();
        best.ForEach(c => c.Fields.Complete(c.Rows));
        return best.MaxBy(c => c.Score(features)) is { } winner && !winner.IsBoilerplate(features)
            ? new PatternRows(winner.Rows, winner.Group, winner.Quality)
            : new PatternRows([], null, 0);
    }

    private sealed record Candidate(RowGroup Group, RowFields Fields, IReadOnlyList<RowDraft> Rows)
    {
        public double Quality => Rows.Average(Completeness);

        public double Score(PageFeatures features)
        {
            double share = (double)Rows.Count / Group.Members.Length;
            double distinct = (double)Rows.Select(r => r.Url).Distinct(StringComparer.Ordinal).Count() / Rows.Count;
            double region = Group.Members.Average(features.Regions.Weight);
            return (IsBare ? RowWeights.Bare : 1) * Math.Pow(Rows.Count, RowWeights.CountExponent) * Math.Pow(Quality, RowWeights.QualityExponent)
                * Math.Sqrt(share) * distinct * distinct * region;
        }

        private static double Completeness(RowDraft row) =>
            RowWeights.Base
            + (row.Title is { Length: > 8 } ? RowWeights.Title : RowWeights.ShortTitle)
            + (row.Price is not null ? RowWeights.Price : 0)
            + (row.Image is not null ? RowWeights.Image : 0)
            + (row.PostedAt is not null ? RowWeights.Posted : 0)
            + (row.Location is not null ? RowWeights.Location : 0)
            + (row.Snippet is not null || row.Seller is not null ? RowWeights.SnippetOrSeller : 0);

        /// <summary>Links of a menu, a footer or a header, however many: no page has its results there.</summary>
        public bool IsBoilerplate(PageFeatures features) =>
            Quality < RowWeights.FullQuality
                && Group.Members.Count(m => features.Regions[m] is Region.Navigation or Region.Header or Region.Footer or Region.Dialog
                    || (features.Regions[m] is Region.Form && IsBare)) * 2 > Group.Members.Length;

        /// <summary>Links and nothing else.</summary>
        private bool IsBare => Rows.Count(r => r is { Price: null, Image: null, PostedAt: null, Seller: null, Snippet: null }) * 4 >= Rows.Count * 3;
    }
}
