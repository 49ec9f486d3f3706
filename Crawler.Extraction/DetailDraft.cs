using Crawler.Contracts.Listings;
using Crawler.Contracts.Sellers;

namespace Crawler.Extraction;

/// <summary>An advert's page while the tiers fill it: the first tier that knows a field wins, and is remembered.</summary>
internal sealed class DetailDraft
{
    private readonly Dictionary<string, string> _tiers = new(StringComparer.Ordinal);

    public string? Id { get; private set; }

    public Uri? CanonicalUrl { get; set; }

    public string? Title { get; private set; }

    public PriceTag? Price { get; private set; }

    public string? Description { get; private set; }

    public IReadOnlyList<string> Images { get; private set; } = [];

    public SellerMention? Seller { get; private set; }

    public string? Location { get; private set; }

    public string? PostedText { get; private set; }

    public DateTimeOffset? PostedAt { get; private set; }

    public string? Category { get; private set; }

    public string? Condition { get; private set; }

    public Availability? Availability { get; private set; }

    public decimal? Quantity { get; private set; }

    public string? ShipsFrom { get; private set; }

    public string? ShipsTo { get; private set; }

    public IReadOnlyDictionary<string, string> Tiers => _tiers;

    public bool Has(string field) => _tiers.ContainsKey(field);

    public void SetId(string? value, string tier) => Keep("id", value, tier, v => Id = v);

    public void SetTitle(string? value, string tier) => Keep("title", value, tier, v => Title = v);

    public void SetDescription(string? value, string tier) => Keep("description", value, tier, v => Description = v);

    public void SetLocation(string? value, string tier) => Keep("location", value, tier, v => Location = v);

    public void SetCategory(string? value, string tier) => Keep("category", value, tier, v => Category = v);

    public void SetCondition(string? value, string tier) => Keep("condition", value, tier, v => Condition = v);

    public void SetShipsFrom(string? value, string tier) => Keep("shipsFrom", value, tier, v => ShipsFrom = v);

    public void SetShipsTo(string? value, string tier) => Keep("shipsTo", value, tier, v => ShipsTo = v);

    public void SetPrice(PriceTag? value, string tier) => Keep("price", value, tier, v => Price = v);

    public void SetQuantity(decimal? value, string tier) => Keep("quantity", value, tier, v => Quantity = v);

    public void SetAvailability(Availability? value, string tier) => Keep("availability", value, tier, v => Availability = v);

    public void SetImages(IReadOnlyList<string> value, string tier)
    {
        if (value.Count > 0)
        {
            Keep("images", value, tier, v => Images = v);
        }
    }

    public void SetPosted(string? text, DateTimeOffset? at, string tier)
    {
        if (at is not null && PostedAt is null)
        {
            (PostedText, PostedAt) = (text ?? PostedText, at);
            _tiers["postedAt"] = tier;
        }
    }

    /// <summary>Names and address of the seller; what an earlier tier left out is added.</summary>
    public void SetSeller(SellerMention? value, string tier)
    {
        if (value is null or { Handle: null, DisplayName: null })
        {
            return;
        }

        if (Seller is null)
        {
            Seller = value;
            _tiers["seller"] = tier;
            return;
        }

        Seller = Seller with
        {
            Handle = Seller.Handle ?? value.Handle,
            DisplayName = Seller.DisplayName ?? value.DisplayName,
            ProfileUrl = Seller.ProfileUrl ?? value.ProfileUrl,
            Feedback = Seller.Feedback ?? value.Feedback,
            Country = Seller.Country ?? value.Country,
        };
    }

    /// <summary>The title without what the site had put into the same heading.</summary>
    public void ReplaceTitle(string? title) => Title = string.IsNullOrWhiteSpace(title) ? Title : title;

    /// <summary>Data often leave the currency out; the printed price of the same amount names it.</summary>
    public void SettleCurrency(PriceTag? printed)
    {
        if (Price is { Currency: null } price && printed is { Currency: { } currency } && printed.Amount == price.Amount)
        {
            Price = price with { Currency = currency, Text = printed.Text };
        }
    }

    /// <summary>A fuller form of the same place.</summary>
    public void LengthenLocation(string location, string tier)
    {
        Location = location;
        _tiers["location"] = tier;
    }

    private void Keep<T>(string field, T? value, string tier, Action<T> set)
    {
        if (value is null || _tiers.ContainsKey(field) || (value is string text && string.IsNullOrWhiteSpace(text)))
        {
            return;
        }

        set(value);
        _tiers[field] = tier;
    }
}
