using System.Globalization;
using Crawler.Review.Layout;
using Crawler.Storage.Documents;
using Microsoft.AspNetCore.Components;

namespace Crawler.Review.Listings;

public sealed partial class FacetPanel
{
    private string? _minPrice;
    private string? _maxPrice;
    private string? _priceError;

    [Parameter, EditorRequired]
    public ListingQuery Query { get; set; } = null!;

    /// <summary>By facet name. Null: not counted yet.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>>? Counts { get; set; }

    [Parameter]
    public long Total { get; set; }

    /// <summary>Names by id.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, string> Sites { get; set; } = null!;

    /// <summary>Names by id.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, string> WatchLists { get; set; } = null!;

    /// <summary>The query with another selection.</summary>
    [Parameter]
    public EventCallback<ListingQuery> Changed { get; set; }

    private IReadOnlyList<FacetCount> Days => Of(ListingFacet.Day, SelectedDay);

    private IReadOnlyList<string> SelectedDay =>
        Query is { Since: { TimeOfDay.Ticks: 0 } since, Until: { } until } && until == since.AddDays(1)
            ? [since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]
            : [];

    protected override void OnParametersSet()
    {
        _minPrice = Query.MinPrice?.ToString(CultureInfo.InvariantCulture);
        _maxPrice = Query.MaxPrice?.ToString(CultureInfo.InvariantCulture);
    }

    private static IReadOnlyList<T> Toggled<T>(IReadOnlyList<T> values, T value) =>
        values.Contains(value) ? [.. values.Where(v => !EqualityComparer<T>.Default.Equals(v, value))] : [.. values, value];

    private Task Change(ListingQuery query) => Changed.InvokeAsync(query);

    /// <summary>The facet's values; what is selected stays in sight even where nothing is left of it.</summary>
    private IReadOnlyList<FacetCount> Of(ListingFacet facet, IReadOnlyList<string> selected)
    {
        var counts = Counts!.GetValueOrDefault(facet.Name, []);
        var missing = selected.Where(s => !counts.Any(c => string.Equals(c.Value, s, StringComparison.OrdinalIgnoreCase)));
        return [.. counts, .. missing.Select(s => new FacetCount(s, 0))];
    }

    private Task ToggleDay(string day) => SelectedDay.Contains(day)
        ? Change(Query with { Since = null, Until = null })
        : DateTimeOffset.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            ? Change(Query with { Since = since, Until = since.AddDays(1) })
            : Task.CompletedTask;

    private static (decimal? Min, decimal? Max) Bounds(string band)
    {
        string[] sides = band.Split("..");
        return (Side(sides[0]), sides.Length > 1 ? Side(sides[1]) : null);

        static decimal? Side(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value) ? value : null;
    }

    private static string BandLabel(string band) => Bounds(band) switch
    {
        (null, { } max) => $"below {Words.Amount(max)}",
        ({ } min, null) => $"{Words.Amount(min)} and more",
        ({ } min, { } max) => $"{Words.Amount(min)} to {Words.Amount(max)}",
        _ => band,
    };

    private bool IsBand(string band) => (Query.MinPrice ?? Query.MaxPrice) is not null && Bounds(band) == (Query.MinPrice, Query.MaxPrice);

    private Task ToggleBand(string band)
    {
        var (min, max) = IsBand(band) ? (null, null) : Bounds(band);
        return Change(Query with { MinPrice = min, MaxPrice = max });
    }

    private long BandShare(long count) =>
        Counts!.GetValueOrDefault(ListingFacet.Price.Name, []).Max(b => b.Count) is > 0 and var most ? 100 * count / most : 0;

    private Task ApplyPrice()
    {
        _priceError = null;
        var (min, max) = (Read(_minPrice), Read(_maxPrice));
        if (_priceError is null && min >= max)
        {
            _priceError = "The lowest price must be below the highest.";
        }

        return _priceError is null ? Change(Query with { MinPrice = min, MaxPrice = max }) : Task.CompletedTask;
    }

    private decimal? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            return value;
        }

        _priceError = $"“{text}” is not an amount; write digits with a point, such as 12.50.";
        return null;
    }
}
