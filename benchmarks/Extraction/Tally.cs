using System.Globalization;

namespace Extraction.Benchmarks;

/// <summary>Right answers out of how many.</summary>
internal sealed class Tally
{
    public int Right { get; private set; }

    public int Total { get; private set; }

    public void Count(bool right)
    {
        Total++;
        Right += right ? 1 : 0;
    }

    public void Add(Tally other)
    {
        Right += other.Right;
        Total += other.Total;
    }

    public double? Share => Total == 0 ? null : (double)Right / Total;

    public override string ToString() => Share is { } share ? share.ToString("0.000", CultureInfo.InvariantCulture) : "-";
}
