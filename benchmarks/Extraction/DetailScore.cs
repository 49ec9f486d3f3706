using System.Text.Json;
using Crawler.Extraction;

namespace Extraction.Benchmarks;

/// <summary>How an advert's (or thread's) page was read, against its labels.</summary>
internal sealed class DetailScore
{
    public static IReadOnlyList<string> Fields { get; } = ["title", "price", "description", "images", "seller", "location", "postedAt", "id"];

    private readonly Dictionary<string, Tally> _tallies = Fields.ToDictionary(f => f, _ => new Tally(), StringComparer.Ordinal);

    public List<string> Misses { get; } = [];

    public Tally this[string field] => _tallies[field];

    public static DetailScore Of(Labels labels, DetailReading read)
    {
        var score = new DetailScore();
        if (labels.IsThread)
        {
            score.CompareThread(labels, read);
        }
        else
        {
            score.CompareAdvert(labels, read);
        }

        return score;
    }

    public override string ToString() => string.Join("  ", Fields.Select(f => $"{f} {_tallies[f]}"));

    private void CompareAdvert(Labels labels, DetailReading read)
    {
        var truth = labels.Root;
        Check(labels, "title", Same.Words(read.Title, Labels.Text(truth, "title")), read.Title, Labels.Text(truth, "title"));
        if (truth.TryGetProperty("price", out _))
        {
            var price = (Labels.Number(truth, "price"), Labels.Text(truth, "currency"));
            var found = (read.Price?.Amount, read.Price?.Currency);
            Check(labels, "price", found == price || OtherPrices(truth).Contains(found), $"{found}", $"{price}");
        }

        if (Labels.Text(truth, "description_startswith") is { } start)
        {
            Check(labels, "description", Same.Tidy(read.Description).StartsWith(Same.Tidy(start), StringComparison.Ordinal), Same.Tidy(read.Description)[..Math.Min(80, Same.Tidy(read.Description).Length)], start, "description_startswith");
        }

        if (Labels.Number(truth, "images_count") is { } count)
        {
            Check(labels, "images", read.Images.Count == count, $"{read.Images.Count}", $"{count}", "images_count");
        }

        string? seller = Labels.Text(truth, "seller");
        string? name = read.Seller?.DisplayName ?? read.Seller?.Handle;
        Check(labels, "seller", Same.Words(name, seller) || Same.Words(read.Seller?.Handle, seller) || Others(truth, "alsoAcceptableSellers").Any(s => Same.Words(name, s)), name, seller);
        Check(labels, "location", Same.Words(read.Location, Labels.Text(truth, "location")), read.Location, Labels.Text(truth, "location"));
        string? posted = Labels.Text(truth, "postedAt");
        Check(labels, "postedAt", posted is null ? read.PostedAt is null : Day(read).Contains(posted), string.Join('/', Day(read)), posted);
        Check(labels, "id", read.Id == Labels.Text(truth, "id"), read.Id, Labels.Text(truth, "id"));
    }

    private void CompareThread(Labels labels, DetailReading read)
    {
        string? title = Labels.Text(labels.Root, "threadTitle");
        Check(labels, "title", Same.Words(read.Title, title), read.Title, title);
        var first = labels.Posts[0];
        Check(labels, "seller", Same.Words(read.Seller?.Handle ?? read.Seller?.DisplayName, Labels.Text(first, "author")), read.Seller?.Handle, Labels.Text(first, "author"));
        string text = Same.Tidy(read.Description);
        int found = labels.Posts.Count(p => text.Contains(Same.Tidy(Labels.Text(p, "text_startswith")), StringComparison.Ordinal));
        Check(labels, "description", found * 10 >= labels.Posts.Count * 9, $"{found} posts: {text[..Math.Min(60, text.Length)]}", $"{labels.Posts.Count} posts");
    }

    /// <summary>A date without a time of day may be read in the page's zone or in UTC.</summary>
    private static List<string> Day(DetailReading read) =>
        read.PostedAt is not { } at ? [] : [.. new[] { 0, 2, -5, -8 }.Select(h => at.ToOffset(TimeSpan.FromHours(h)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<(decimal?, string?)> OtherPrices(JsonElement truth) =>
        truth.TryGetProperty("alsoAcceptablePrices", out var list) ? list.EnumerateArray().Select(p => ((decimal?)p[0].GetDecimal(), p[1].GetString())) : [];

    private static IEnumerable<string?> Others(JsonElement truth, string name) =>
        truth.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(v => v.GetString()) : [];

    private void Check(Labels labels, string field, bool right, string? read, string? labelled, string? labelName = null)
    {
        if (labels.Unlabelled(labelName ?? field))
        {
            return;
        }

        _tallies[field].Count(right);
        if (!right)
        {
            Misses.Add($"{field}: read '{read}', labelled '{labelled}'");
        }
    }
}
