using System.Security.Cryptography;

namespace Crawler.Fetching;

/// <summary>Chance, so that workers that wait for the same thing do not all wake at once. Tests pass a known sequence.</summary>
internal sealed class Jitter(Func<double> next)
{
    /// <summary>From the system's generator.</summary>
    public static Jitter FromSystem { get; } = new(static () => RandomNumberGenerator.GetInt32(1 << 24) / (double)(1 << 24));

    /// <summary>At least 0, below 1.</summary>
    public double Next() => next();
}
