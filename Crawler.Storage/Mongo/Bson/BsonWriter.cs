using System.Buffers;
using System.Buffers.Binary;
using System.Collections;
using System.Globalization;
using System.Text;

namespace Crawler.Storage.Mongo.Bson;

/// <summary>Writes BSON. Texts become UTF-8, with U+FFFD for half a surrogate pair, as JSON gets it.</summary>
internal sealed class BsonWriter
{
    // The generic binary subtype.
    private const byte GenericBinary = 0;
    private readonly ArrayBufferWriter<byte> output = new(256);
    private readonly Stack<int> open = new();
    private readonly List<(int At, int Length)> lengths = [];

    public void Write(BsonMap map)
    {
        Begin();
        foreach (var (name, value) in map)
        {
            Member(name, value);
        }

        End();
    }

    public void Member(string name, object? value)
    {
        switch (value)
        {
            case null:
                Head(BsonType.Null, name);
                break;
            case string text:
                Head(BsonType.Text, name);
                Text(text);
                break;
            case bool truth:
                Head(BsonType.Boolean, name);
                Byte(truth ? (byte)1 : (byte)0);
                break;
            case int number:
                Head(BsonType.Int32, name);
                Int32(number);
                break;
            case long number:
                Head(BsonType.Int64, name);
                Int64(number);
                break;
            case double number:
                Head(BsonType.Double, name);
                Int64(BitConverter.DoubleToInt64Bits(number));
                break;
            case DateTimeOffset instant:
                Head(BsonType.Instant, name);
                Int64(instant.ToUnixTimeMilliseconds());
                break;
            case Decimal128 number:
                Head(BsonType.Decimal, name);
                Int64((long)number.Low);
                Int64((long)number.High);
                break;
            case byte[] bytes:
                Head(BsonType.Binary, name);
                Int32(bytes.Length);
                Byte(GenericBinary);
                output.Write(bytes);
                break;
            case BsonView view:
                Head(BsonType.Document, name);
                output.Write(view.Bytes.Span);
                break;
            case BsonMap map:
                Head(BsonType.Document, name);
                Write(map);
                break;
            case IEnumerable sequence:
                Head(BsonType.Array, name);
                Begin();
                int index = 0;
                foreach (object? item in sequence)
                {
                    Member(index++.ToString(CultureInfo.InvariantCulture), item);
                }

                End();
                break;
            default:
                throw new ArgumentException($"{value.GetType()} has no form in BSON", nameof(value));
        }
    }

    /// <summary>Opens a document that is a value; its members follow.</summary>
    public void BeginDocument(string name)
    {
        Head(BsonType.Document, name);
        Begin();
    }

    /// <summary>Opens an array; its members follow, named "0", "1" and so on.</summary>
    public void BeginArray(string name)
    {
        Head(BsonType.Array, name);
        Begin();
    }

    /// <summary>Opens the outermost document, or what was announced just before.</summary>
    public void Begin()
    {
        open.Push(output.WrittenCount);
        Int32(0);
    }

    public void End()
    {
        Byte(0);
        int start = open.Pop();
        lengths.Add((start, output.WrittenCount - start));
    }

    public BsonView ToView()
    {
        byte[] bytes = output.WrittenSpan.ToArray();
        foreach (var (at, length) in lengths)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), length);
        }

        return new BsonView(bytes);
    }

    private void Head(BsonType type, string name)
    {
        Byte((byte)type);
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("a name in BSON holds no NUL", nameof(name));
        }

        Encoding.UTF8.GetBytes(name, output);
        Byte(0);
    }

    private void Text(string text)
    {
        Int32(Encoding.UTF8.GetByteCount(text) + 1);
        Encoding.UTF8.GetBytes(text, output);
        Byte(0);
    }

    private void Byte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    private void Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(sizeof(int)), value);
        output.Advance(sizeof(int));
    }

    private void Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(sizeof(long)), value);
        output.Advance(sizeof(long));
    }
}
