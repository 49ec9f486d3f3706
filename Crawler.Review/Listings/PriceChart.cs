using System.Globalization;
using System.Text;
using Crawler.Contracts.Listings;
using Crawler.Review.Layout;

namespace Crawler.Review.Listings;

/// <summary>The geometry of a price line: a step for each change, because a price holds until it is seen to have changed.</summary>
internal sealed record PriceChart(
    string Currency, string Description, string Path, IReadOnlyList<PricePoint> Points, IReadOnlyList<PriceTick> Ticks, string From, string To)
{
    public const int Width = 360;
    public const int Height = 150;
    public const int Left = 52;
    public const int Right = 10;
    private const int Top = 12;
    private const int Bottom = 26;

    /// <summary>Null: fewer than two prices in one currency, so there is no line to draw.</summary>
    public static PriceChart? Of(IReadOnlyList<Observation> observations)
    {
        var seen = observations
            .Where(o => o.Price?.Amount is not null)
            .OrderBy(o => o.At)
            .Select(o => (o.At, Amount: o.Price!.Amount!.Value, Currency: o.Price.Currency ?? "", o.Price))
            .ToList();
        if (seen.Count == 0)
        {
            return null;
        }

        string currency = seen[^1].Currency;
        var line = seen.Where(s => s.Currency == currency).ToList();
        if (line.Count < 2)
        {
            return null;
        }

        decimal low = line.Min(l => l.Amount);
        decimal high = line.Max(l => l.Amount);
        decimal margin = high == low ? Math.Max(1, high / 10) : (high - low) / 8;
        (decimal floor, decimal ceiling) = (Math.Max(0, low - margin), high + margin);
        var (start, end) = (line[0].At, line[^1].At);
        double X(DateTimeOffset at) => end == start ? Left : Left + ((at - start) / (end - start) * (Width - Left - Right));
        double Y(decimal amount) => Top + ((double)((ceiling - amount) / (ceiling - floor)) * (Height - Top - Bottom));

        var path = new StringBuilder();
        foreach (var (at, amount, _, _) in line)
        {
            path.Append(path.Length == 0 ? $"M{N(X(at))} {N(Y(amount))}" : $"H{N(X(at))}V{N(Y(amount))}");
        }

        return new PriceChart(
            currency,
            $"Price from {Words.Price(line[0].Price)} on {Day(start)} to {Words.Price(line[^1].Price)} on {Day(end)}, {line.Count} observations; the table of changes has each.",
            path.ToString(),
            [.. line.Select(l => new PricePoint(N(X(l.At)), N(Y(l.Amount)), $"{Words.Price(l.Price)}, {Day(l.At)}"))],
            [.. new[] { low, high }.Distinct().Select(v => new PriceTick(N(Y(v)), N(Y(v) + 4), Words.Amount(v)))],
            Day(start),
            Day(end));
    }

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>An observation on the line.</summary>
internal sealed record PricePoint(string X, string Y, string Label);

/// <summary>A labelled height.</summary>
internal sealed record PriceTick(string At, string TextAt, string Label);
