using System.Buffers.Binary;
using System.Text;

namespace MongoGateway.Bson;

/// <summary>A document as it came over the wire. Nothing is decoded until it is asked for.</summary>
/// <param name="Bytes">The whole document, length and end included.</param>
internal readonly record struct BsonDocument(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The first document in the bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are no document.</exception>
    public static BsonDocument ReadFrom(ReadOnlyMemory<byte> bytes)
    {
        int length = bytes.Length < 5 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes.Span);
        return length >= 5 && length <= bytes.Length
            ? new BsonDocument(bytes[..length])
            : throw new InvalidDataException($"a BSON document of {length} bytes in {bytes.Length}");
    }

    public IEnumerable<BsonElement> Elements()
    {
        int at = 4;
        while (Bytes.Span[at] != 0)
        {
            var type = (BsonType)Bytes.Span[at];
            int name = Bytes.Span[(at + 1)..].IndexOf((byte)0);
            int value = at + 1 + name + 1;
            int length = LengthOf(type, Bytes.Span[value..]);
            yield return new BsonElement(Encoding.UTF8.GetString(Bytes.Span.Slice(at + 1, name)), type, Bytes.Slice(value, length));
            at = value + length;
        }
    }

    /// <summary>The field of that name, or null.</summary>
    public BsonElement? Find(string name)
    {
        foreach (var element in Elements())
        {
            if (element.Name == name)
            {
                return element;
            }
        }

        return null;
    }

    public string? Text(string name) => Find(name)?.AsText();

    public long? Whole(string name) => Find(name)?.AsWhole();

    public BsonDocument? Document(string name) => Find(name)?.AsDocument();

    private static int LengthOf(BsonType type, ReadOnlySpan<byte> value) => type switch
    {
        BsonType.Double or BsonType.Date or BsonType.Timestamp or BsonType.Int64 => 8,
        BsonType.Int32 => 4,
        BsonType.Boolean => 1,
        BsonType.ObjectId => 12,
        BsonType.Decimal128 => 16,
        BsonType.Null or BsonType.Undefined or BsonType.MinKey or BsonType.MaxKey => 0,
        BsonType.Text or BsonType.JavaScript or BsonType.Symbol => 4 + BinaryPrimitives.ReadInt32LittleEndian(value),
        BsonType.Document or BsonType.Array or BsonType.JavaScriptWithScope => BinaryPrimitives.ReadInt32LittleEndian(value),
        BsonType.Binary => 5 + BinaryPrimitives.ReadInt32LittleEndian(value),
        BsonType.DbPointer => 4 + BinaryPrimitives.ReadInt32LittleEndian(value) + 12,
        BsonType.Regex => RegexLength(value),
        _ => throw new InvalidDataException($"BSON has no type {(byte)type:x2}"),
    };

    private static int RegexLength(ReadOnlySpan<byte> value)
    {
        int pattern = value.IndexOf((byte)0) + 1;
        return pattern + value[pattern..].IndexOf((byte)0) + 1;
    }
}
