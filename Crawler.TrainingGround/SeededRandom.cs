using System.Text;

namespace Crawler.TrainingGround;

/// <summary>
/// Reproducible randomness (SplitMix64). <see cref="Fork"/> gives a stream that depends only on the seed and a name, so
/// that adding an advert in one place moves nothing elsewhere.
/// </summary>
internal sealed class SeededRandom(ulong origin)
{
    private readonly ulong _origin = origin;
    private ulong _state = origin;

    public SeededRandom Fork(string name) => new(Hash(_origin, name));

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>, both included.</summary>
    public int Int(int min, int max) => min + (int)(Next() % (ulong)(max - min + 1));

    /// <summary>A number in [0, 1).</summary>
    public double Double() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Double() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Int(0, items.Count - 1)];

    public List<T> Shuffle<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Int(0, i);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }

    /// <summary>FNV-1a, finished with a SplitMix round.</summary>
    public static ulong Hash(ulong seed, string name)
    {
        var hash = 0xCBF29CE484222325UL ^ seed;
        foreach (var b in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ b) * 0x100000001B3UL;
        return new SeededRandom(hash).Next();
    }
}
