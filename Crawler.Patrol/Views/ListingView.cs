using System.Globalization;
using Crawler.Contracts.Captures;
using Crawler.Contracts.Listings;
using Spectre.Console;

namespace Crawler.Patrol.Views;

/// <summary>One listing in full.</summary>
internal static class ListingView
{
    public static void Write(IAnsiConsole console, ListingHistory history)
    {
        var listing = history.Listing;
        console.Write(new Text(Printable.Line(listing.Title) + "\n", new Style(decoration: Decoration.Bold)));
        console.Write(Layout.Facts(Facts(listing)));
        WriteText(console, listing);
        WriteHits(console, listing);
        WriteScore(console, listing);
        WriteObservations(console, history.Observations);
        WriteEvidence(console, history.Captures);
    }

    private static List<(string, string?)> Facts(Listing l) =>
    [
        ("Id", l.Id),
        ("Address", l.Url),
        ("Answered by", l.FinalUrl == l.Url ? null : l.FinalUrl),
        ("Site", l.SiteId + (l.SiteListingId is { } own ? $", its own id {own}" : "")),
        ("Price", l.Price is null ? null : $"{PriceText.Of(l.Price)}{(l.Price.Text is { } printed ? $"  (printed: {printed})" : "")}"),
        ("Offer", $"{Words.Of(l.OfferKind)}, {Words.Of(l.Availability)}{(l.GoneAt is { } gone ? $" since {InstantText.Minute(gone)}" : "")}"),
        ("Category", l.Category),
        ("Condition", l.Condition),
        ("Quantity", l.Quantity?.ToString(CultureInfo.InvariantCulture)),
        ("Weight", l.WeightGrams is { } grams ? string.Create(CultureInfo.InvariantCulture, $"{grams} g") : null),
        ("Location", l.Location),
        ("Ships from", l.ShipsFrom),
        ("Ships to", l.ShipsTo),
        ("Seller", string.Join(", ", new[] { l.Seller?.Handle, l.Seller?.DisplayName, l.Seller?.Country, l.Seller?.Feedback, l.Seller?.ProfileUrl }.OfType<string>())),
        ("Contacts", string.Join(", ", [.. l.Contacts.Phones, .. l.Contacts.Emails, .. l.Contacts.Messengers, .. l.Contacts.Wallets, .. l.Contacts.PgpKeys])),
        ("Language", l.Language),
        ("Posted", l.PostedAt is { } posted ? $"{InstantText.Minute(posted)}{(l.PostedText is { } text ? $"  (printed: {text})" : "")}" : l.PostedText),
        ("First seen", InstantText.Second(l.FirstSeenAt)),
        ("Last seen", InstantText.Second(l.LastSeenAt)),
        ("Watch lists", string.Join(", ", l.WatchListIds)),
        ("Images", l.Images.Count == 0 ? null : $"{l.Images.Count}, of which kept: {l.Images.Count(i => i.Sha256 is not null)}"),
        ("Read by", string.Join(", ", l.Tiers.GroupBy(t => t.Value, t => t.Key, StringComparer.Ordinal).Select(g => $"{g.Key} ({string.Join(", ", g)})"))),
    ];

    private static void WriteText(IAnsiConsole console, Listing listing)
    {
        if (!string.IsNullOrWhiteSpace(listing.Text))
        {
            console.Heading("Text");
            console.Write(new Padder(new Text(Printable.Paragraphs(listing.Text)), new Padding(2, 0, 0, 0)));
        }
    }

    private static void WriteHits(IAnsiConsole console, Listing listing)
    {
        console.Heading("Terms that hit");
        var table = Layout.Table("Term", "Found", "In", ">At", "How", "Topic", "Watch list");
        foreach (var hit in listing.Hits)
        {
            table.Row(hit.Term, hit.Found, Words.Of(hit.Field), hit.Start.ToString(CultureInfo.InvariantCulture), hit.How, hit.Topic ?? "-", hit.WatchListId);
        }

        console.Write(table);
    }

    private static void WriteScore(IAnsiConsole console, Listing listing)
    {
        console.Heading($"Score {listing.Score} of 100 (of the advert, not of a person)");
        var table = Layout.Table(">Points", "Rule", "~Why");
        foreach (var reason in listing.ScoreReasons)
        {
            table.Row(reason.Points.ToString("+0;-0;0", CultureInfo.InvariantCulture), reason.Rule, reason.Explanation);
        }

        if (listing.ScoreReasons.Count > 0)
        {
            console.Write(table);
        }
    }

    private static void WriteObservations(IAnsiConsole console, IReadOnlyList<Observation> observations)
    {
        console.Heading("What was observed");
        var table = Layout.Table("At", "What", "~Before", "~After", ">Price");
        foreach (var seen in observations)
        {
            table.Row(InstantText.Second(seen.At), Words.Of(seen.Kind), seen.Before ?? "-", seen.After ?? "-", PriceText.Of(seen.Price));
        }

        console.Write(table);
    }

    private static void WriteEvidence(IAnsiConsole console, IReadOnlyList<Capture> captures)
    {
        foreach (var capture in captures)
        {
            console.Heading($"Evidence {capture.Id}");
            console.Write(Layout.Facts(
                ("Taken", $"{InstantText.Second(capture.At)} ({capture.TimeProof})"),
                ("Asked", capture.Url),
                ("Answered", $"HTTP {capture.HttpStatus} from {capture.FinalUrl}, {capture.Tier} tier"),
                ("Made by", string.Join(", ", new[] { $"worker {capture.Versions.Worker}", $"parser {capture.Versions.Parser}", capture.Versions.Browser, $"site definition {capture.Versions.SiteDefinition}" }.OfType<string>()))));
            var files = Layout.Table("File", ">Bytes", "SHA-256");
            foreach (var file in capture.Files)
            {
                files.Row(Words.Of(file.Role), file.Size.ToString(CultureInfo.InvariantCulture), file.Sha256);
            }

            console.Write(files);
        }
    }
}
