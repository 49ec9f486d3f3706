using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Crawler.Storage.Documents;

namespace Crawler.Storage.Declarations;

/// <summary>Where a page ended: the last document's sort value and key. It carries a print of its query, so that it continues no other.</summary>
internal sealed record PageCursor
{
    [JsonPropertyName("q")]
    public required string Query { get; init; }

    [JsonPropertyName("k")]
    public required string Key { get; init; }

    /// <summary>The page had come to the documents without the sort field.</summary>
    [JsonPropertyName("e")]
    public bool Without { get; init; }

    [JsonPropertyName("t")]
    public string? Text { get; init; }

    /// <summary>An instant in milliseconds, or the bits of a double.</summary>
    [JsonPropertyName("n")]
    public long? Number { get; init; }

    /// <summary>Of everything that decides which documents come and in what order.</summary>
    public static string PrintOf(string collection, DocumentQuery query)
    {
        var text = new StringBuilder();
        Append(text, collection);
        Append(text, string.IsNullOrWhiteSpace(query.Text) ? "" : query.Text.Trim());
        Append(text, query.OrderBy?.Field ?? "");
        Append(text, query.OrderBy is { Descending: true } ? "down" : "up");
        foreach (var filter in query.Where)
        {
            Append(text, filter.GetType().Name);
            Append(text, filter.Field);
            IReadOnlyList<FieldValue?> values = filter switch
            {
                AnyOfFilter any => [.. any.Values],
                NoneOfFilter none => [.. none.Values],
                RangeFilter range => [range.Min, range.Max],
                _ => [],
            };
            foreach (var value in values)
            {
                Append(text, value is not { } v ? "-" : v.Text is { } t ? "t" + t
                    : v.Number is { } n ? "n" + n.ToString("R", CultureInfo.InvariantCulture)
                    : "i" + v.Instant?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
            }

            text.Append(';');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }

    /// <param name="isSorted">The query has a sort field; a document without it stands behind all that have it.</param>
    public static PageCursor At(string key, object? sortValue, bool isSorted, string print) => new()
    {
        Query = print,
        Key = key,
        Without = isSorted && sortValue is null,
        Text = sortValue as string,
        Number = sortValue switch { long instant => instant, double number => BitConverter.DoubleToInt64Bits(number), _ => null },
    };

    /// <summary>The sort value as stores keep it.</summary>
    public object ValueOf(FieldSlot slot) => slot.Type switch
    {
        FieldType.Number => BitConverter.Int64BitsToDouble(Number ?? 0),
        FieldType.Instant => Number ?? 0,
        _ => Text ?? "",
    };

    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <exception cref="ArgumentException">It is no cursor, or one of another query.</exception>
    public static PageCursor Decode(string text, string print)
    {
        PageCursor? cursor = null;
        try
        {
            cursor = JsonSerializer.Deserialize<PageCursor>(Base64Url.DecodeFromChars(text));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // Reported below, as is a text that decodes to nothing.
        }

        if (cursor is null)
        {
            throw new ArgumentException("this is not a page cursor; take it unchanged from the page before", nameof(text));
        }

        return string.Equals(cursor.Query, print, StringComparison.Ordinal)
            ? cursor
            : throw new ArgumentException("this page cursor belongs to another query; begin again with the first page", nameof(text));
    }

    private static void Append(StringBuilder text, string part) => text.Append(part.Length).Append(':').Append(part).Append('|');
}
