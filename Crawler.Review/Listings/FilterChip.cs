using Crawler.Review.Hosting;
using Crawler.Review.Layout;

namespace Crawler.Review.Listings;

/// <summary>A filter in force, in words, and the query without it.</summary>
internal sealed record FilterChip(string Text, ListingQuery Without)
{
    /// <summary>All filters of a query but its text, which stands in the search box.</summary>
    public static IReadOnlyList<FilterChip> Of(ListingQuery q, IReadOnlyDictionary<string, string> sites, IReadOnlyDictionary<string, string> watchLists) =>
    [
        .. q.WatchLists.Select(v => new FilterChip(watchLists.GetValueOrDefault(v, v), q with { WatchLists = Less(q.WatchLists, v) })),
        .. q.Sites.Select(v => new FilterChip(sites.GetValueOrDefault(v, v), q with { Sites = Less(q.Sites, v) })),
        .. q.Topics.Select(v => new FilterChip(v, q with { Topics = Less(q.Topics, v) })),
        .. q.Terms.Select(v => new FilterChip($"“{v}”", q with { Terms = Less(q.Terms, v) })),
        .. q.Languages.Select(v => new FilterChip(Words.Language(v), q with { Languages = Less(q.Languages, v) })),
        .. q.Availability.Select(v => new FilterChip(ParameterReader.Name(v), q with { Availability = Less(q.Availability, v) })),
        .. q.Offers.Select(v => new FilterChip(ParameterReader.Name(v), q with { Offers = Less(q.Offers, v) })),
        .. Price(q),
        .. Days(q),
        .. q.Seller is null ? (FilterChip[])[] : [new FilterChip("one seller", q with { Seller = null })],
        .. q.Sweep is null ? (FilterChip[])[] : [new FilterChip("seen by one sweep", q with { Sweep = null })],
    ];

    private static IReadOnlyList<T> Less<T>(IReadOnlyList<T> values, T value) => [.. values.Where(v => !EqualityComparer<T>.Default.Equals(v, value))];

    private static IEnumerable<FilterChip> Price(ListingQuery q)
    {
        string? text = (q.MinPrice, q.MaxPrice) switch
        {
            (null, null) => null,
            ({ } min, null) => $"price {Words.Amount(min)} and more",
            (null, { } max) => $"price below {Words.Amount(max)}",
            ({ } min, { } max) => $"price {Words.Amount(min)} to {Words.Amount(max)}",
        };
        return text is null ? [] : [new FilterChip(text, q with { MinPrice = null, MaxPrice = null })];
    }

    private static IEnumerable<FilterChip> Days(ListingQuery q)
    {
        string? text = (q.Since, q.Until) switch
        {
            (null, null) => null,
            ({ TimeOfDay.Ticks: 0 } since, { } until) when until == since.AddDays(1) => $"first seen {ParameterReader.Short(since)}",
            ({ } since, null) => $"first seen since {ParameterReader.Short(since)}",
            (null, { } until) => $"first seen before {ParameterReader.Short(until)}",
            ({ } since, { } until) => $"first seen {ParameterReader.Short(since)} to {ParameterReader.Short(until)}",
        };
        return text is null ? [] : [new FilterChip(text, q with { Since = null, Until = null })];
    }
}
