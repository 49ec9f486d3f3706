using Crawler.Extraction.Values;

namespace Crawler.Extraction.Readers;

/// <summary>Brings the rows of several tiers together: the page's own order and what it shows, with what the data behind it adds.</summary>
internal static class RowMerge
{
    /// <summary>Matches by address, then by id; fills gaps, lengthens cut titles, settles doubtful prices.</summary>
    /// <returns>How many of <paramref name="others"/> found their row.</returns>
    public static int Enrich(IReadOnlyList<RowDraft> rows, IReadOnlyList<RowDraft> others)
    {
        int matched = 0;
        foreach (var (row, other) in Pairs(rows, others))
        {
            matched++;
            if (row.Title is { } cut && TitleText.IsCut(cut) && other.Title is { } whole && TitleText.Continues(cut, whole))
            {
                row.LengthenTitle(whole, other.TierOf("title") ?? "");
            }

            if (row.Price is { } price && other.Price is { Amount: not null } data && (price.Ambiguous || price.Currency is null) && data.Currency is not null
                && (price.Ambiguous || price.Amount == data.Amount))
            {
                row.SettlePrice(price.Ambiguous ? data with { Kind = price.Kind } : price with { Currency = data.Currency }, other.TierOf("price") ?? "");
            }

            row.FillFrom(other);
        }

        return matched;
    }

    /// <summary>Matches in the same way, and fills gaps only.</summary>
    /// <param name="rows">The rows to fill.</param>
    /// <param name="others">What else is known of them.</param>
    /// <param name="wanted">Which fields may be filled.</param>
    public static void Fill(IReadOnlyList<RowDraft> rows, IReadOnlyList<RowDraft> others, Func<string, bool> wanted)
    {
        foreach (var (row, other) in Pairs(rows, others))
        {
            row.FillFrom(other, wanted);
        }
    }

    private static IEnumerable<(RowDraft Row, RowDraft Other)> Pairs(IReadOnlyList<RowDraft> rows, IReadOnlyList<RowDraft> others)
    {
        if (others.Count == 0)
        {
            yield break;
        }

        var byUrl = Index(others, r => Key(r.Url));
        var byId = Index(others, r => r.Id);
        var byTitle = Index(others, r => r.Title is null ? null : FoldedText.Of(r.Title));
        foreach (var row in rows)
        {
            var other = Find(byUrl, Key(row.Url)) ?? Find(byId, row.Id)
                ?? (row.Url is not null && ListingIdentity.IdFromUrl(row.Url) is { } id ? Find(byId, id) : null)
                ?? (row.Title is { Length: > 8 } title ? Find(byTitle, FoldedText.Of(title)) : null);
            if (other is not null)
            {
                yield return (row, other);
            }
        }
    }

    private static Dictionary<string, RowDraft?> Index(IReadOnlyList<RowDraft> rows, Func<RowDraft, string?> key)
    {
        var index = new Dictionary<string, RowDraft?>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (key(row) is { Length: > 0 } value && !index.TryAdd(value, row))
            {
                // Two of a kind decide nothing.
                index[value] = null;
            }
        }

        return index;
    }

    private static RowDraft? Find(Dictionary<string, RowDraft?> index, string? key) => key is null ? null : index.GetValueOrDefault(key);

    private static string? Key(string? url)
    {
        if (url is null)
        {
            return null;
        }

        int query = url.IndexOf('?', StringComparison.Ordinal);
        string plain = query < 0 ? url : url[..query];
        int scheme = plain.IndexOf("//", StringComparison.Ordinal);
        plain = plain[(scheme + 2)..].TrimEnd('/');

        // Where the path alone names nothing, the query does.
        return plain.Contains('/', StringComparison.Ordinal) && (query < 0 || plain.Any(char.IsAsciiDigit)) ? plain : url[(scheme + 2)..];
    }
}
