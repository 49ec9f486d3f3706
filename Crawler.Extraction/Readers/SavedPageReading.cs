using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;
using Crawler.Pages;
using Crawler.Pages.Decoding;
using Crawler.Pages.Locale;

namespace Crawler.Extraction.Readers;

/// <summary>What <c>patrol site read</c> says of a saved page.</summary>
public sealed record SavedPageReading
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required PageKind Kind { get; init; }

    /// <summary>Set when <see cref="Kind"/> is search.</summary>
    public SearchReading? Search { get; init; }

    /// <summary>Set when <see cref="Kind"/> is detail.</summary>
    public DetailReading? Detail { get; init; }

    /// <summary>The zone that instants are written in: that of the site's country, else UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Reads a saved page with a reader of its own: no container has to be built for a command that is called once per page.</summary>
    /// <inheritdoc cref="Read(ISiteReader, SiteDefinition?, ReadOnlySpan{byte}, Uri, PageKind?)"/>
    public static SavedPageReading Read(TimeProvider time, SiteDefinition? site, ReadOnlySpan<byte> body, Uri url, PageKind? kind) =>
        Read(new SiteReader(time), site, body, url, kind);

    /// <summary>Reads a saved page. Does no I/O.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="site">Null: no definition.</param>
    /// <param name="body">The file's bytes; charset and JSON are recognised.</param>
    /// <param name="url">The address it was saved from.</param>
    /// <param name="kind">Search or detail. Null: guessed from the page.</param>
    public static SavedPageReading Read(ISiteReader reader, SiteDefinition? site, ReadOnlySpan<byte> body, Uri url, PageKind? kind)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(url);
        var page = SavedPage.Read(body, url);
        var search = kind is null or PageKind.Search ? reader.ReadSearch(site, page) : null;
        var detail = kind is null or PageKind.Detail ? reader.ReadDetail(site, page) : null;
        var decided = kind ?? PageKindGuess.Of(url, search!, detail!);
        return new SavedPageReading
        {
            Kind = decided,
            Search = decided == PageKind.Search ? search : null,
            Detail = decided == PageKind.Search ? null : detail,
            Zone = TimeZones.Of(site?.Country ?? PageLocale.CountryOf(url)),
        };
    }

    /// <summary>The reading as JSON; absent values are null, not left out.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Indented))
        {
            writer.WriteStartObject();
            if (Search is { } search)
            {
                Write(writer, search);
            }
            else if (Detail is { } detail)
            {
                Write(writer, detail);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, SearchReading search)
    {
        writer.WriteString("kind", "search");
        writer.WriteStartArray("rows");
        foreach (var row in search.Rows)
        {
            writer.WriteStartObject();
            writer.WriteString("id", row.Id);
            writer.WriteString("url", row.Url);
            writer.WriteString("title", row.Title);
            WritePrice(writer, row.Price);
            writer.WriteString("image", row.Image);
            writer.WriteString("location", row.Location);
            writer.WriteBoolean("sponsored", row.Sponsored);
            WriteTiers(writer, row.Tiers);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("nextPage", search.NextPage?.AbsoluteUri);
        var tiers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (search.Rows.GroupBy(r => r.Tiers.GetValueOrDefault("url") ?? r.Tiers.GetValueOrDefault("title")).MaxBy(g => g.Count())?.Key is { } rows)
        {
            tiers["rows"] = rows;
        }

        if (search.NextPageTier is { } next)
        {
            tiers["nextPage"] = next;
        }

        WriteTiers(writer, tiers);
    }

    private void Write(Utf8JsonWriter writer, DetailReading detail)
    {
        writer.WriteString("kind", "detail");
        writer.WriteString("id", detail.Id);
        writer.WriteString("title", detail.Title);
        WritePrice(writer, detail.Price);
        writer.WriteString("description", detail.Description);
        writer.WriteStartArray("images");
        foreach (string image in detail.Images)
        {
            writer.WriteStringValue(image);
        }

        writer.WriteEndArray();
        writer.WriteString("seller", detail.Seller?.DisplayName ?? detail.Seller?.Handle);
        writer.WriteString("location", detail.Location);
        writer.WriteString("postedAt", detail.PostedAt is { } at ? TimeZoneInfo.ConvertTime(at, Zone)
            .ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture) : null);
        WriteTiers(writer, detail.Tiers);
    }

    private static void WritePrice(Utf8JsonWriter writer, PriceTag? price)
    {
        if (price?.Amount is { } amount)
        {
            writer.WriteNumber("price", amount);
        }
        else
        {
            writer.WriteNull("price");
        }

        writer.WriteString("currency", price?.Currency);
    }

    private static void WriteTiers(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> tiers)
    {
        writer.WriteStartObject("tiers");
        foreach (var (field, tier) in tiers.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            writer.WriteString(field, tier);
        }

        writer.WriteEndObject();
    }
}
