using System.Globalization;
using Crawler.Contracts.Listings;
using Crawler.Review.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Crawler.Review.Listings;

/// <summary>A <see cref="ListingQuery"/> in the query part of an address, both ways.</summary>
internal static class ListingQueryText
{
    public const int MaxLimit = 200;

    private const int MaxTextLength = 500;

    /// <summary>Every parameter that <see cref="Parse"/> reads.</summary>
    public static IReadOnlyList<string> Parameters { get; } =
    [
        "text", "site", "watchList", "term", "topic", "language", "availability", "offer", "seller", "sweep",
        "minPrice", "maxPrice", "since", "until", "sort", "limit", "after",
    ];

    /// <summary>
    /// Reads parameters; what is wrong with one is listed under its name, with what would be valid, and the rest is read all the same.
    /// </summary>
    /// <param name="parameters">Names are compared without regard to case, and may repeat.</param>
    /// <param name="others">Names that belong to somebody else and are skipped.</param>
    public static (ListingQuery Query, IReadOnlyDictionary<string, string[]> Errors) Parse(
        IEnumerable<KeyValuePair<string, StringValues>> parameters, params IReadOnlyList<string> others)
    {
        var read = new ParameterReader(parameters, [.. Parameters, .. others]);
        var query = new ListingQuery
        {
            Text = read.Text("text", MaxTextLength),
            Sites = read.Many("site"),
            WatchLists = read.Many("watchList"),
            Terms = read.Many("term"),
            Topics = read.Many("topic"),
            Languages = read.Many("language"),
            Availability = read.ManyOf<Availability>("availability"),
            Offers = read.ManyOf<OfferKind>("offer"),
            Seller = read.Text("seller", MaxTextLength),
            Sweep = read.Text("sweep", MaxTextLength),
            MinPrice = read.Amount("minPrice"),
            MaxPrice = read.Amount("maxPrice"),
            Since = read.Instant("since"),
            Until = read.Instant("until"),
            Sort = read.OneOf("sort", ListingSort.New),
            Limit = read.Whole("limit", 1, MaxLimit, 48),
            After = read.Text("after", 2000),
        };
        if (query is { MinPrice: { } min, MaxPrice: { } max } && min >= max)
        {
            read.Fail("maxPrice", $"maxPrice {max} must be above minPrice {min}");
        }

        if (query is { Since: { } since, Until: { } until } && since >= until)
        {
            read.Fail("until", $"until {until:O} must be after since {since:O}");
        }

        return (query, read.Errors);
    }

    /// <summary>The shortest query string that means the same, with its question mark; empty for the default query. Cursor and limit are left out.</summary>
    public static string ToQueryString(ListingQuery query)
    {
        var pairs = new List<KeyValuePair<string, string?>>();
        Add("text", query.Text);
        AddAll("site", query.Sites);
        AddAll("watchList", query.WatchLists);
        AddAll("term", query.Terms);
        AddAll("topic", query.Topics);
        AddAll("language", query.Languages);
        AddAll("availability", query.Availability.Select(ParameterReader.Name));
        AddAll("offer", query.Offers.Select(ParameterReader.Name));
        Add("seller", query.Seller);
        Add("sweep", query.Sweep);
        Add("minPrice", query.MinPrice?.ToString(CultureInfo.InvariantCulture));
        Add("maxPrice", query.MaxPrice?.ToString(CultureInfo.InvariantCulture));
        Add("since", ParameterReader.Short(query.Since));
        Add("until", ParameterReader.Short(query.Until));
        Add("sort", query.Sort == ListingSort.New ? null : ParameterReader.Name(query.Sort));
        return QueryHelpers.AddQueryString("", pairs);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                pairs.Add(new(name, value));
            }
        }

        void AddAll(string name, IEnumerable<string> values)
        {
            foreach (string value in values)
            {
                Add(name, value);
            }
        }
    }
}
