using System.Buffers.Binary;
using System.Text;
using Crawler.Storage.Documents;

namespace Crawler.Storage.Sqlite.Layout;

/// <summary>An indexed field's place in the collection's fields table.</summary>
/// <param name="Ordinal">Its number in the words table.</param>
internal sealed record FieldSlot(string Name, FieldType Type, int Ordinal)
{
    public string Column => $"f_{Name}";

    /// <summary>The value as its column has it: string, double or long (milliseconds since 1970).</summary>
    /// <exception cref="ArgumentException">The value is of another type than the field.</exception>
    public object ToColumn(FieldValue value) => Type switch
    {
        FieldType.Keyword or FieldType.Keywords when value.Text is { } text => text,
        FieldType.Number when value.Number is { } number => number,
        FieldType.Instant when value.Instant is { } instant => instant.ToUnixTimeMilliseconds(),
        _ => throw new ArgumentException($"field '{Name}' holds {Expected()}, not {Describe(value)}", nameof(value)),
    };

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

    private string Expected() => Type switch
    {
        FieldType.Number => "numbers",
        FieldType.Instant => "instants",
        _ => "text",
    };

    private static string Describe(FieldValue value) => value.Text is { } t ? $"text ('{t}')" : value.Number is not null ? "a number" : value.Instant is not null ? "an instant" : "nothing";
}
