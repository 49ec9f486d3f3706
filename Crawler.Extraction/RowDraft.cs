using Crawler.Contracts.Listings;

namespace Crawler.Extraction;

/// <summary>A row while the tiers fill it: the first tier that knows a field wins, and is remembered.</summary>
internal sealed class RowDraft
{
    private readonly Dictionary<string, string> _tiers = new(StringComparer.Ordinal);

    /// <summary>Index of the row's element in the page tree; -1: it has none (JSON).</summary>
    public int Node { get; init; } = -1;

    /// <summary>Its place in the group it was read from.</summary>
    public int Index { get; init; }

    public string? Id { get; private set; }

    public string? Url { get; private set; }

    public string? Title { get; private set; }

    public PriceTag? Price { get; private set; }

    public string? Image { get; private set; }

    public string? Location { get; private set; }

    public string? Seller { get; private set; }

    public string? Snippet { get; private set; }

    public string? PostedText { get; private set; }

    public DateTimeOffset? PostedAt { get; private set; }

    public Availability? Availability { get; private set; }

    public bool Sponsored { get; set; }

    public string? TierOf(string field) => _tiers.GetValueOrDefault(field);

    public RowDraft WithId(string? value, string tier) => Keep("id", Id, value, tier, v => Id = v);

    public RowDraft WithUrl(string? value, string tier) => Keep("url", Url, value, tier, v => Url = v);

    public RowDraft WithTitle(string? value, string tier) => Keep("title", Title, value, tier, v => Title = v);

    public RowDraft WithImage(string? value, string tier) => Keep("image", Image, value, tier, v => Image = v);

    public RowDraft WithLocation(string? value, string tier) => Keep("location", Location, value, tier, v => Location = v);

    public RowDraft WithSeller(string? value, string tier) => Keep("seller", Seller, value, tier, v => Seller = v);

    public RowDraft WithSnippet(string? value, string tier) => Keep("snippet", Snippet, value, tier, v => Snippet = v);

    public RowDraft WithPrice(PriceTag? value, string tier)
    {
        if (Price is null && value is not null)
        {
            Price = value;
            _tiers["price"] = tier;
        }

        return this;
    }

    public RowDraft WithPosted(string? text, DateTimeOffset? at, string tier)
    {
        if (PostedAt is null && (at is not null || (text is not null && PostedText is null)))
        {
            (PostedText, PostedAt) = (text ?? PostedText, at);
            _tiers["postedAt"] = tier;
        }

        return this;
    }

    public RowDraft WithAvailability(Availability? value, string tier)
    {
        if (Availability is null && value is not null)
        {
            Availability = value;
            _tiers["availability"] = tier;
        }

        return this;
    }

    /// <summary>Replaces the id by the one that the site goes by.</summary>
    public void Rename(string id, string tier)
    {
        Id = id;
        _tiers["id"] = tier;
    }

    /// <summary>Replaces a title that the page cut short.</summary>
    public void LengthenTitle(string title, string tier)
    {
        Title = title;
        _tiers["title"] = tier;
    }

    /// <summary>Replaces a price whose digits allowed two readings, or that lacked its currency.</summary>
    public void SettlePrice(PriceTag price, string tier)
    {
        Price = price with { Text = Price?.Text ?? price.Text };
        _tiers["price"] = tier;
    }

    /// <summary>Takes from the other what this one lacks.</summary>
    /// <param name="other">The other.</param>
    /// <param name="wanted">Which fields; null: all.</param>
    public void FillFrom(RowDraft other, Func<string, bool>? wanted = null)
    {
        string? Tier(string field) => wanted?.Invoke(field) == false ? null : other.TierOf(field);
        Take(Tier("id"), t => WithId(other.Id, t));
        Take(Tier("url"), t => WithUrl(other.Url, t));
        Take(Tier("title"), t => WithTitle(other.Title, t));
        Take(Tier("price"), t => WithPrice(other.Price, t));
        Take(Tier("image"), t => WithImage(other.Image, t));
        Take(Tier("location"), t => WithLocation(other.Location, t));
        Take(Tier("seller"), t => WithSeller(other.Seller, t));
        Take(Tier("snippet"), t => WithSnippet(other.Snippet, t));
        Take(Tier("postedAt"), t => WithPosted(other.PostedText, other.PostedAt, t));
        Take(Tier("availability"), t => WithAvailability(other.Availability, t));
        Sponsored |= other.Sponsored && wanted?.Invoke("sponsored") != false;
    }

    private static void Take(string? tier, Action<string> take)
    {
        if (tier is not null)
        {
            take(tier);
        }
    }

    public ListingRow ToRow() => new()
    {
        Id = Id,
        Url = Url,
        Title = Title,
        Price = Price,
        Image = Image,
        Location = Location,
        Seller = Seller,
        Snippet = Snippet,
        PostedText = PostedText,
        PostedAt = PostedAt,
        Availability = Availability,
        Sponsored = Sponsored,
        Tiers = _tiers,
    };

    private RowDraft Keep(string field, string? current, string? value, string tier, Action<string> set)
    {
        if (current is null && !string.IsNullOrWhiteSpace(value))
        {
            set(value);
            _tiers[field] = tier;
        }

        return this;
    }
}
