using Crawler.Contracts.Listings;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Review.Listings;

/// <summary>What an investigator asks of the listings: the same in an address, in the API and on the page. Lists mean "one of"; conditions add up.</summary>
public sealed record ListingQuery
{
    /// <summary>Words, prefixes or "quoted phrases". Null: any text.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<string> Sites { get; init; } = [];

    public IReadOnlyList<string> WatchLists { get; init; } = [];

    public IReadOnlyList<string> Terms { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<Availability> Availability { get; init; } = [];

    public IReadOnlyList<OfferKind> Offers { get; init; } = [];

    /// <summary>Id of a seller account.</summary>
    public string? Seller { get; init; }

    /// <summary>Id of the sweep that last showed the listing.</summary>
    public string? Sweep { get; init; }

    /// <summary>Inclusive, in the currency printed.</summary>
    public decimal? MinPrice { get; init; }

    /// <summary>Exclusive, in the currency printed.</summary>
    public decimal? MaxPrice { get; init; }

    /// <summary>First seen at or after.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>First seen before.</summary>
    public DateTimeOffset? Until { get; init; }

    public ListingSort Sort { get; init; } = ListingSort.New;

    /// <summary>1 to 200. Default 48.</summary>
    public int Limit { get; init; } = 48;

    /// <summary>The cursor of the page before. Null: the first page.</summary>
    public string? After { get; init; }

    /// <summary>As the store understands it, leaving out the condition on one field (a facet counts without its own selection).</summary>
    public DocumentQuery ToDocumentQuery(string? without = null)
    {
        var where = new List<Filter>();
        AddAnyOf(ListingFields.Site, Sites);
        AddAnyOf(ListingFields.WatchList, WatchLists);
        AddAnyOf(ListingFields.Term, Terms);
        AddAnyOf(ListingFields.Topic, Topics);
        AddAnyOf(ListingFields.Language, Languages);
        AddAnyOf(ListingFields.Availability, [.. Availability.Select(a => a.ToString())]);
        AddAnyOf(ListingFields.OfferKind, [.. Offers.Select(o => o.ToString())]);
        AddAnyOf(ListingFields.Seller, Seller is null ? [] : [Seller]);
        AddAnyOf(ListingFields.LastSweep, Sweep is null ? [] : [Sweep]);
        if ((MinPrice ?? MaxPrice) is not null && without != ListingFields.Price)
        {
            where.Add(Filter.Range(ListingFields.Price, Value(MinPrice), Value(MaxPrice)));
        }

        if ((Since ?? Until) is not null && without != "firstSeenAt")
        {
            where.Add(Filter.Range(ListingFields.FirstSeenAt, Instant(Since), Instant(Until)));
        }

        return new DocumentQuery { Text = Text, Where = where, OrderBy = Order, Limit = Limit, After = After };

        void AddAnyOf(string field, IReadOnlyList<string> values)
        {
            if (values.Count > 0 && field != without)
            {
                where.Add(Filter.AnyOf(field, [.. values.Select(FieldValue.From)]));
            }
        }

        static FieldValue? Value(decimal? amount) => amount is { } a ? FieldValue.From((double)a) : (FieldValue?)null;

        static FieldValue? Instant(DateTimeOffset? instant) => instant is { } i ? FieldValue.From(i) : (FieldValue?)null;
    }

    private Sort Order => Sort switch
    {
        ListingSort.Price => new Sort(ListingFields.Price),
        ListingSort.Seen => new Sort(ListingFields.LastSeenAt, Descending: true),
        ListingSort.Score => new Sort(ListingFields.Score, Descending: true),
        _ => new Sort(ListingFields.FirstSeenAt, Descending: true),
    };
}

/// <summary>The orders of a listing search.</summary>
public enum ListingSort
{
    /// <summary>First seen, newest first.</summary>
    New,

    /// <summary>Cheapest first, without regard to currency; no price last.</summary>
    Price,

    /// <summary>Last seen, newest first.</summary>
    Seen,

    /// <summary>Highest score first.</summary>
    Score,
}
