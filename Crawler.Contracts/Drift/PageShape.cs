using System.Buffers.Binary;

namespace Crawler.Contracts.Drift;

/// <summary>
/// A sketch of a set of structural features (tag paths with their class names, JSON key paths): 16 minima of 16 hash functions (MinHash, Broder 1997). The
/// share of equal places in two sketches estimates how much of the two sets is common.
/// </summary>
public static class PageShape
{
    private const int Places = 16;

    /// <summary>The sketch, as base64. Null: there are no features.</summary>
    public static string? Of(IEnumerable<string> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        Span<uint> least = stackalloc uint[Places];
        least.Fill(uint.MaxValue);
        bool any = false;
        foreach (string feature in features)
        {
            any = true;
            ulong hash = Fnv(feature);
            for (int i = 0; i < Places; i++)
            {
                least[i] = Math.Min(least[i], (uint)(Mix(hash + ((ulong)i * 0x9E3779B97F4A7C15)) >> 32));
            }
        }

        return any ? Write(least) : null;
    }

    /// <summary>0 (nothing in common) to 1 (the same), in steps of 1/16. Null: one of the two is not a sketch.</summary>
    public static double? Similarity(string? a, string? b) =>
        Read(a) is { } x && Read(b) is { } y ? x.Zip(y).Count(p => p.First == p.Second) / (double)Places : null;

    /// <summary>The sketch of all features that either has.</summary>
    public static string? Union(string? a, string? b) =>
        Read(a) is { } x && Read(b) is { } y ? Write([.. x.Zip(y).Select(p => Math.Min(p.First, p.Second))]) : a ?? b;

    private static string Write(ReadOnlySpan<uint> places)
    {
        Span<byte> bytes = stackalloc byte[Places * sizeof(uint)];
        for (int i = 0; i < Places; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[(i * sizeof(uint))..], places[i]);
        }

        return Convert.ToBase64String(bytes);
    }

    private static uint[]? Read(string? sketch)
    {
        byte[] bytes = new byte[Places * sizeof(uint)];
        return sketch is not null && Convert.TryFromBase64String(sketch, bytes, out int read) && read == bytes.Length
            ? [.. Enumerable.Range(0, Places).Select(i => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint))))]
            : null;
    }

    private static ulong Fnv(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return hash;
    }

    private static ulong Mix(ulong x)
    {
        x = unchecked((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9);
        x = unchecked((x ^ (x >> 27)) * 0x94D049BB133111EB);
        return x ^ (x >> 31);
    }
}
