using System.Text.Json;
using Crawler.Contracts.Listings;
using Crawler.Extraction;

namespace Extraction.Benchmarks;

/// <summary>How a search page was read, against its labels. Rows are matched by address (or id).</summary>
internal sealed class SearchScore
{
    public int Labelled { get; private init; }

    public int Read { get; private init; }

    public int Matched { get; private set; }

    public Tally Title { get; } = new();

    public Tally Url { get; } = new();

    public Tally Price { get; } = new();

    public Tally Image { get; } = new();

    public Tally Next { get; } = new();

    public Tally Location { get; } = new();

    public Tally Id { get; } = new();

    public List<string> Misses { get; } = [];

    public double Precision => Read == 0 ? 0 : (double)Matched / Read;

    public double Recall => Labelled == 0 ? 1 : (double)Matched / Labelled;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static SearchScore Of(Labels labels, IReadOnlyList<JsonElement> truth, SearchReading reading)
    {
        var score = new SearchScore { Labelled = truth.Count, Read = reading.Rows.Count };
        var free = reading.Rows.ToList();
        foreach (var row in truth)
        {
            var match = Match(row, free);
            string title = Labels.Text(row, "title") ?? "";
            if (match is null)
            {
                score.Misses.Add($"row missed: {title} {Labels.Text(row, "url")}");
                continue;
            }

            free.Remove(match);
            score.Matched++;
            score.Compare(row, match);
        }

        foreach (var extra in free)
        {
            score.Misses.Add($"row too many: {extra.Title} {extra.Url}");
        }

        if (labels.NextPageIsLabelled)
        {
            bool right = Same.Page(reading.NextPage?.AbsoluteUri, labels.NextPage);
            score.Next.Count(right);
            if (!right)
            {
                score.Misses.Add($"next: read {reading.NextPage}, labelled {labels.NextPage}");
            }
        }

        return score;
    }

    private static ListingRow? Match(JsonElement row, List<ListingRow> rows)
    {
        string? url = Labels.Text(row, "url"), id = Labels.Text(row, "id");
        return rows.Find(r => Same.Address(r.Url, url)) ?? rows.Find(r => id is not null && r.Id == id) ?? rows.Find(r => url is null && Same.Words(r.Title, Labels.Text(row, "title")));
    }

    private void Compare(JsonElement row, ListingRow read)
    {
        Check(Title, "title", Same.Words(read.Title, Labels.Text(row, "title")) || Same.Words(read.Title, Labels.Text(row, "altTitle")), read.Title, Labels.Text(row, "title"));
        if (Labels.Text(row, "url") is { } url)
        {
            Check(Url, "url", Same.Address(read.Url, url), read.Url, url);
        }

        if (row.TryGetProperty("price", out _))
        {
            decimal? price = Labels.Number(row, "price");
            bool currency = price is null || Labels.Text(row, "currency") is not { } iso || read.Price?.Currency == iso;
            Check(Price, "price", read.Price?.Amount == price && currency, $"{read.Price?.Amount} {read.Price?.Currency}", $"{price} {Labels.Text(row, "currency")}");
        }

        if (row.TryGetProperty("image", out _))
        {
            string? image = Labels.Text(row, "image");
            Check(Image, "image", image is null ? read.Image is null : Same.Address(read.Image, image), read.Image, image);
        }

        if (Labels.Text(row, "location") is { } location)
        {
            Check(Location, "location", Same.Words(read.Location, location), read.Location, location);
        }

        if (Labels.Text(row, "id") is { } id)
        {
            Check(Id, "id", read.Id == id, read.Id, id);
        }
    }

    private void Check(Tally tally, string field, bool right, string? read, string? labelled)
    {
        tally.Count(right);
        if (!right)
        {
            Misses.Add($"{field}: read '{read}', labelled '{labelled}'");
        }
    }
}
