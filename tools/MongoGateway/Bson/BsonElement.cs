using System.Buffers.Binary;
using System.Text;

namespace MongoGateway.Bson;

/// <summary>One field of a document, its value still in bytes.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Type">How the value is written.</param>
/// <param name="Value">The value's bytes, without type and name.</param>
internal readonly record struct BsonElement(string Name, BsonType Type, ReadOnlyMemory<byte> Value)
{
    /// <summary>The string, or null when the value is none.</summary>
    public string? AsText() => Type == BsonType.Text ? Encoding.UTF8.GetString(Value.Span[4..^1]) : null;

    /// <summary>The embedded document or array, or null when the value is none.</summary>
    public BsonDocument? AsDocument() => Type is BsonType.Document or BsonType.Array ? new BsonDocument(Value) : null;

    /// <summary>The number, cut to a whole one, or null when the value is none.</summary>
    public long? AsWhole() => Type switch
    {
        BsonType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(Value.Span),
        BsonType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(Value.Span),
        BsonType.Double => (long)BinaryPrimitives.ReadDoubleLittleEndian(Value.Span),
        _ => null,
    };

    /// <summary>True for true and for numbers other than zero.</summary>
    public bool AsTruth() => Type == BsonType.Boolean ? Value.Span[0] != 0 : AsWhole() is not (null or 0);

    /// <summary>The bytes, or null when the value is none.</summary>
    public ReadOnlyMemory<byte>? AsBinary() => Type == BsonType.Binary ? Value[5..] : null;
}
