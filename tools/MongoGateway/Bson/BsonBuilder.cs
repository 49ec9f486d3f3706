using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace MongoGateway.Bson;

/// <summary>Writes a document field by field.</summary>
internal sealed class BsonBuilder
{
    private readonly ArrayBufferWriter<byte> _fields = new();

    public BsonBuilder Add(string name, string value)
    {
        Head(BsonType.Text, name);
        Int32(Encoding.UTF8.GetByteCount(value) + 1);
        return Zeroed(value);
    }

    public BsonBuilder Add(string name, int value)
    {
        Head(BsonType.Int32, name);
        return Int32(value);
    }

    public BsonBuilder Add(string name, long value)
    {
        Head(BsonType.Int64, name);
        return Int64(value);
    }

    public BsonBuilder Add(string name, double value)
    {
        Head(BsonType.Double, name);
        return Int64(BitConverter.DoubleToInt64Bits(value));
    }

    public BsonBuilder Add(string name, bool value)
    {
        Head(BsonType.Boolean, name);
        return Raw([(byte)(value ? 1 : 0)]);
    }

    public BsonBuilder Add(string name, DateTimeOffset value)
    {
        Head(BsonType.Date, name);
        return Int64(value.ToUnixTimeMilliseconds());
    }

    public BsonBuilder Add(string name, byte[] value)
    {
        Head(BsonType.Binary, name);
        Int32(value.Length);
        return Raw([0]).Raw(value);
    }

    public BsonBuilder Add(string name, BsonBuilder document)
    {
        Head(BsonType.Document, name);
        return Raw(document.ToBytes());
    }

    public BsonBuilder Add(string name, IEnumerable<string> values) => AddArray(name, values, (array, key, value) => array.Add(key, value));

    public BsonBuilder Add(string name, IEnumerable<BsonBuilder> values) => AddArray(name, values, (array, key, value) => array.Add(key, value));

    public BsonBuilder Add(string name, IEnumerable<long> values) => AddArray(name, values, (array, key, value) => array.Add(key, value));

    /// <summary>The field as it is elsewhere.</summary>
    public BsonBuilder Add(BsonElement element)
    {
        Head(element.Type, element.Name);
        return Raw(element.Value.Span);
    }

    public byte[] ToBytes()
    {
        byte[] bytes = new byte[_fields.WrittenCount + 5];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length);
        _fields.WrittenSpan.CopyTo(bytes.AsSpan(4));
        return bytes;
    }

    private BsonBuilder AddArray<T>(string name, IEnumerable<T> values, Action<BsonBuilder, string, T> add)
    {
        var array = new BsonBuilder();
        foreach (var (index, value) in values.Index())
        {
            add(array, index.ToString(System.Globalization.CultureInfo.InvariantCulture), value);
        }

        Head(BsonType.Array, name);
        return Raw(array.ToBytes());
    }

    private void Head(BsonType type, string name)
    {
        Raw([(byte)type]);
        Zeroed(name);
    }

    private BsonBuilder Zeroed(string text) => Raw(Encoding.UTF8.GetBytes(text)).Raw([0]);

    private BsonBuilder Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_fields.GetSpan(4), value);
        _fields.Advance(4);
        return this;
    }

    private BsonBuilder Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_fields.GetSpan(8), value);
        _fields.Advance(8);
        return this;
    }

    private BsonBuilder Raw(ReadOnlySpan<byte> bytes)
    {
        _fields.Write(bytes);
        return this;
    }
}
