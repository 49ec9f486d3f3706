using System.Buffers.Binary;
using System.Text;

namespace Crawler.Storage.Mongo.Bson;

/// <summary>A document (or array) as received, read in place.</summary>
/// <param name="Bytes">The whole of it, its length first.</param>
internal readonly record struct BsonView(ReadOnlyMemory<byte> Bytes)
{
    public IEnumerable<BsonElement> Elements
    {
        get
        {
            for (int at = sizeof(int); at < Bytes.Length - 1;)
            {
                var element = BsonElement.At(Bytes, at, out at);
                yield return element;
            }
        }
    }

    public BsonElement? Find(string name)
    {
        foreach (var element in Elements)
        {
            if (string.Equals(element.Name, name, StringComparison.Ordinal))
            {
                return element;
            }
        }

        return null;
    }

    /// <exception cref="InvalidDataException">It is not there.</exception>
    public BsonElement Get(string name) => Find(name) ?? throw new InvalidDataException($"the server's document has no '{name}': {this}");

    /// <summary>As relaxed extended JSON.</summary>
    public override string ToString() => Encoding.UTF8.GetString(BsonJson.Write(this));
}

/// <summary>One member of a document.</summary>
internal readonly record struct BsonElement(BsonType Type, string Name, ReadOnlyMemory<byte> Value)
{
    public BsonView Document => Type is BsonType.Document or BsonType.Array ? new BsonView(Value) : throw Unexpected("a document");

    public string Text => Type is BsonType.Text ? Encoding.UTF8.GetString(TextUtf8) : throw Unexpected("a text");

    public ReadOnlySpan<byte> TextUtf8 => Value.Span[sizeof(int)..^1];

    public ReadOnlyMemory<byte> Binary => Type is BsonType.Binary ? Value[(sizeof(int) + 1)..] : throw Unexpected("bytes");

    public bool Truth => Type switch
    {
        BsonType.Boolean => Value.Span[0] != 0,
        BsonType.Null or BsonType.Undefined => false,
        _ => Double != 0,
    };

    /// <summary>Of any kind of number, cut to a whole one.</summary>
    public long Int64 => Type switch
    {
        BsonType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(Value.Span),
        BsonType.Int64 or BsonType.Instant => BinaryPrimitives.ReadInt64LittleEndian(Value.Span),
        _ => (long)Double,
    };

    public double Double => Type switch
    {
        BsonType.Double => BinaryPrimitives.ReadDoubleLittleEndian(Value.Span),
        BsonType.Int32 or BsonType.Int64 or BsonType.Instant => Int64,
        _ => throw Unexpected("a number"),
    };

    public DateTimeOffset Instant => Type is BsonType.Instant ? DateTimeOffset.FromUnixTimeMilliseconds(Int64) : throw Unexpected("an instant");

    public Decimal128 Decimal => new(BinaryPrimitives.ReadUInt64LittleEndian(Value.Span), BinaryPrimitives.ReadUInt64LittleEndian(Value.Span[sizeof(ulong)..]));

    /// <summary>Reads the member that begins at a place.</summary>
    public static BsonElement At(ReadOnlyMemory<byte> bytes, int at, out int next)
    {
        var span = bytes.Span;
        var type = (BsonType)span[at];
        int nameLength = span[(at + 1)..].IndexOf((byte)0);
        string name = Encoding.UTF8.GetString(span.Slice(at + 1, nameLength));
        int start = at + nameLength + 2;
        int length = type switch
        {
            BsonType.Double or BsonType.Int64 or BsonType.Instant or BsonType.Timestamp => 8,
            BsonType.Int32 => 4,
            BsonType.Boolean => 1,
            BsonType.Null or BsonType.Undefined => 0,
            BsonType.ObjectId => 12,
            BsonType.Decimal => 16,
            BsonType.Text => sizeof(int) + BinaryPrimitives.ReadInt32LittleEndian(span[start..]),
            BsonType.Binary => sizeof(int) + 1 + BinaryPrimitives.ReadInt32LittleEndian(span[start..]),
            BsonType.Document or BsonType.Array => BinaryPrimitives.ReadInt32LittleEndian(span[start..]),
            _ => throw new InvalidDataException($"'{name}' is of the BSON type 0x{(byte)type:x2}, which this store does not write"),
        };
        next = start + length;
        return new BsonElement(type, name, bytes.Slice(start, length));
    }

    private InvalidDataException Unexpected(string expected) => new($"'{Name}' is {Type}, not {expected}");
}
