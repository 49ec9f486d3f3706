using System.Globalization;
using Crawler.Extraction;
using Crawler.Extraction.Readers;
using Spectre.Console;

namespace Crawler.Patrol.Views;

/// <summary>What was read from a saved page, and which tier gave it.</summary>
internal static class ReadingView
{
    public static void Write(IAnsiConsole console, SavedPageReading reading)
    {
        if (reading.Search is { } search)
        {
            WriteSearch(console, search);
        }
        else if (reading.Detail is { } detail)
        {
            WriteDetail(console, detail);
        }
    }

    private static void WriteSearch(IAnsiConsole console, SearchReading search)
    {
        if (search.Rows.Count > 0)
        {
            var table = Layout.Table("~Id", ">Price", "~Title", "~Location", "Paid", "~Read by");
            foreach (var row in search.Rows)
            {
                table.Row(
                    row.Id ?? "-",
                    PriceText.Of(row.Price),
                    row.Title ?? "-",
                    row.Location ?? "-",
                    row.Sponsored ? "yes" : "no",
                    string.Join(' ', row.Tiers.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
            }

            console.Write(table);
            console.WriteLine();
        }

        console.WriteLine($"{Words.Count(search.Rows.Count, "row")}; next page: {Printable.Line(search.NextPage?.AbsoluteUri ?? "none")}");
    }

    private static void WriteDetail(IAnsiConsole console, DetailReading detail)
    {
        console.Write(Layout.Facts(
            Fact("Id", "id", detail.Id),
            Fact("Title", "title", detail.Title),
            Fact("Price", "price", detail.Price is null ? null : PriceText.Of(detail.Price)),
            Fact("Seller", "seller", detail.Seller?.DisplayName ?? detail.Seller?.Handle),
            Fact("Location", "location", detail.Location),
            Fact("Posted", "postedAt", detail.PostedAt is null ? detail.PostedText : InstantText.Minute(detail.PostedAt)),
            Fact("Category", "category", detail.Category),
            Fact("Condition", "condition", detail.Condition),
            Fact("Images", "images", detail.Images.Count.ToString(CultureInfo.InvariantCulture)),
            Fact("Text", "description", detail.Description)));

        (string, string?) Fact(string name, string field, string? value) =>
            (name, value is null ? null : detail.Tiers.TryGetValue(field, out string? tier) ? $"{value}  ({tier})" : value);
    }
}
