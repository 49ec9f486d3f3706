using System.CommandLine;
using System.Globalization;
using Crawler.Review.Listings;
using Crawler.Storage.Documents;

namespace Crawler.Patrol.Commands.Listings;

/// <summary>The conditions of a listing search. All that are given must hold.</summary>
internal sealed class ListingsOptions(TimeProvider clock)
{
    private readonly Option<string?> _text = new("--text") { Description = "Words that must all occur; each also matches as a beginning, \"quoted words\" are a phrase.", HelpName = "T" };
    private readonly Option<string[]> _site = new("--site") { Description = "Site id. May be given several times.", HelpName = "S", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _watchList = new("--watchlist") { Description = "Id of a watch list that found it. May be given several times.", HelpName = "W", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _topic = new("--topic") { Description = "Topic of a term that hit. May be given several times.", HelpName = "T", DefaultValueFactory = _ => [] };
    private readonly Option<DateTimeOffset?> _since = new("--since") { Description = "First seen since: 7d, 24h, or a date (UTC).", HelpName = "T", CustomParser = result => SinceParser.Parse(result, clock) };
    private readonly Option<decimal?> _minPrice = Amount("--min-price", "Amount at least, in the currency printed.");
    private readonly Option<decimal?> _maxPrice = Amount("--max-price", "Amount below, in the currency printed.");
    private readonly Option<string?> _sort = new Option<string?>("--sort")
    {
        Description = "new (first seen, newest first; the default), price (lowest first), seen (last seen, newest first) or score (highest first).",
        HelpName = "ORDER",
    }.AcceptOnlyFromAmong("new", "price", "seen", "score");

    private readonly Option<int> _limit = SharedOptions.Limit(20);

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _text, _site, _watchList, _topic, _since, _minPrice, _maxPrice, _sort, _limit })
        {
            command.Add(option);
        }
    }

    public int Limit(ParseResult parse) => parse.GetValue(_limit);

    /// <summary>What was asked, meaning what the same question means at the desk.</summary>
    public DocumentQuery Query(ParseResult parse)
    {
        var query = new ListingQuery
        {
            Text = parse.GetValue(_text),
            Sites = parse.GetValue(_site) ?? [],
            WatchLists = parse.GetValue(_watchList) ?? [],
            Topics = parse.GetValue(_topic) ?? [],
            Since = parse.GetValue(_since),
            MinPrice = parse.GetValue(_minPrice),
            MaxPrice = parse.GetValue(_maxPrice),
            Sort = parse.GetValue(_sort) is { } sort ? Enum.Parse<ListingSort>(sort, ignoreCase: true) : ListingSort.New,
        };
        return query.ToDocumentQuery() with { Limit = Math.Min(Limit(parse), 1000) };
    }

    private static Option<decimal?> Amount(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (decimal.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount))
            {
                return amount;
            }

            result.AddError($"{name} is '{result.Tokens[0].Value}': give digits, with a point before the cents");
            return null;
        },
    };
}
