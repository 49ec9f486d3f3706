namespace Crawler.TrainingGround;

/// <summary>What one call of <see cref="TrainingGround.ChangeAsync"/> altered.</summary>
public sealed record WorldChange
{
    /// <summary>1 for the first change of this world; persisted with it.</summary>
    public required int Number { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Adverts with a new price. Fewer than asked for when the world has no more that qualify.</summary>
    public required IReadOnlyList<PriceChange> Prices { get; init; }

    /// <summary>Adverts taken down. Fewer than asked for when the world has no more that qualify.</summary>
    public required IReadOnlyList<Removal> Removed { get; init; }
}

/// <summary>One advert with a new price.</summary>
/// <param name="SiteId">Id of the site.</param>
/// <param name="AdvertId">The site's own id of the advert.</param>
/// <param name="OldPrice">Price before.</param>
/// <param name="NewPrice">Price now, in the same currency, never equal to the old one.</param>
/// <param name="Currency">ISO 4217, <c>BTC</c> or <c>XMR</c>.</param>
public sealed record PriceChange(string SiteId, string AdvertId, decimal OldPrice, decimal NewPrice, string Currency);

/// <summary>One advert that was taken down.</summary>
/// <param name="SiteId">Id of the site.</param>
/// <param name="AdvertId">The site's own id of the advert.</param>
public sealed record Removal(string SiteId, string AdvertId);
