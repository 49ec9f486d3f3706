using Crawler.Contracts.Listings;
using Spectre.Console;

namespace Crawler.Patrol.Views;

/// <summary>Listings, one per line.</summary>
internal static class ListingsView
{
    /// <summary>Letters of an id's hash that are shown: enough to tell a hundred thousand listings of a site apart.</summary>
    private const int ShownHash = 8;

    /// <param name="console">Where to.</param>
    /// <param name="listings">In order.</param>
    /// <param name="total">How many match.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<Listing> listings, long total)
    {
        if (listings.Count == 0)
        {
            console.WriteLine("No listing matches.");
            return;
        }

        var table = Layout.Table("Id", "First seen", ">Price", ">Score", "~Title", "~Terms");
        foreach (var listing in listings)
        {
            table.Row(
                ShortId(listing.Id),
                InstantText.Minute(listing.FirstSeenAt),
                PriceText.Of(listing.Price),
                listing.Score.ToString(System.Globalization.CultureInfo.InvariantCulture),
                listing.Title + (listing.Availability is Availability.Available ? "" : $" ({Words.Of(listing.Availability)})"),
                string.Join(", ", listing.Hits.Select(h => h.Term).Distinct(StringComparer.Ordinal)));
        }

        console.Write(table);
        console.WriteLine();
        console.WriteLine(total > listings.Count ? $"{listings.Count} of {Words.Count(total, "listing")}; --limit shows more" : Words.Count(total, "listing"));
    }

    private static string ShortId(string id)
    {
        int hash = id.LastIndexOf('~') + 1;
        return id.Length > hash + ShownHash ? id[..(hash + ShownHash)] : id;
    }
}
