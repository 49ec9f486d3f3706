using System.Buffers.Binary;
using System.Text;

namespace Crawler.Storage.Sqlite.Layout;

/// <summary>A set of words in one column.</summary>
internal static class PackedWords
{
    /// <summary>Sorted, without repetitions, each behind its length in bytes: equal sets are equal bytes, and no character needs escaping.</summary>
    public static byte[]? Pack(IEnumerable<string> words)
    {
        byte[][] sorted = [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes)];
        if (sorted.Length == 0)
        {
            return null;
        }

        byte[] packed = new byte[sorted.Sum(w => w.Length + sizeof(int))];
        int at = 0;
        foreach (byte[] word in sorted)
        {
            BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(at), word.Length);
            word.CopyTo(packed, at + sizeof(int));
            at += sizeof(int) + word.Length;
        }

        return packed;
    }

    public static List<string> Unpack(ReadOnlySpan<byte> packed)
    {
        var words = new List<string>();
        while (!packed.IsEmpty)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(packed);
            words.Add(Encoding.UTF8.GetString(packed.Slice(sizeof(int), length)));
            packed = packed[(sizeof(int) + length)..];
        }

        return words;
    }
}
