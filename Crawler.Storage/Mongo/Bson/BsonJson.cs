using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MongoDB.Bson;

namespace Crawler.Storage.Mongo.Bson;

/// <summary>
/// A contract's JSON as BSON and back, exactly: whole numbers as int32 or int64, others as double where that gives the same digits again, else as
/// decimal128. Names that MongoDB reads as operators or paths are written with <c>%XX</c> for <c>$</c> (in front), <c>.</c>, <c>%</c> and NUL.
/// </summary>
internal static class BsonJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly SearchValues<char> Reserved = SearchValues.Create("$.%\0");

    /// <exception cref="FormatException">A number has more digits than BSON can hold.</exception>
    public static BsonDocument Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return ReadObject(ref reader);
    }

    public static ReadOnlySpan<byte> Write(BsonDocument document)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(output, Relaxed))
        {
            WriteObject(writer, document);
        }

        return output.WrittenSpan;
    }

    public static string Escape(string name)
    {
        if (!name.AsSpan().ContainsAny(Reserved))
        {
            return name;
        }

        var escaped = new StringBuilder(name.Length + 8);
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] is '.' or '%' or '\0' || (name[i] == '$' && i == 0))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"%{(int)name[i]:X2}");
            }
            else
            {
                escaped.Append(name[i]);
            }
        }

        return escaped.ToString();
    }

    public static string Unescape(string name)
    {
        if (!name.Contains('%', StringComparison.Ordinal))
        {
            return name;
        }

        var plain = new StringBuilder(name.Length);
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == '%' && i + 2 < name.Length && byte.TryParse(name.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte code))
            {
                plain.Append((char)code);
                i += 2;
            }
            else
            {
                plain.Append(name[i]);
            }
        }

        return plain.ToString();
    }

    private static BsonDocument ReadObject(ref Utf8JsonReader reader)
    {
        var members = new BsonDocument(allowDuplicateNames: true);
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            string name = Escape(reader.GetString()!);
            reader.Read();
            members.Add(name, ReadValue(ref reader));
        }

        return members;
    }

    private static BsonArray ReadArray(ref Utf8JsonReader reader)
    {
        var items = new BsonArray();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader));
        }

        return items;
    }

    private static BsonValue ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True or JsonTokenType.False => BsonBoolean.Create(reader.GetBoolean()),
        _ => BsonNull.Value,
    };

    private static BsonValue ReadNumber(ref Utf8JsonReader reader)
    {
        var digits = reader.ValueSpan;
        Span<byte> again = stackalloc byte[40];
        if (reader.TryGetInt64(out long whole) && whole.TryFormat(again, out int length, default, CultureInfo.InvariantCulture) && again[..length].SequenceEqual(digits))
        {
            return whole is >= int.MinValue and <= int.MaxValue ? new BsonInt32((int)whole) : new BsonInt64(whole);
        }

        if (reader.TryGetDouble(out double number) && double.IsFinite(number)
            && number.TryFormat(again, out length, "R", CultureInfo.InvariantCulture) && again[..length].SequenceEqual(digits))
        {
            return number;
        }

        string text = Encoding.UTF8.GetString(digits);
        return DecimalDigits.TryRead(text, out var exact) ? exact
            : double.IsFinite(number) && digits.ContainsAny("eE"u8) ? number
            : throw new FormatException($"the number {text} has more digits than can be stored");
    }

    private static void WriteObject(Utf8JsonWriter writer, BsonDocument document)
    {
        writer.WriteStartObject();
        foreach (var element in document)
        {
            writer.WritePropertyName(Unescape(element.Name));
            WriteValue(writer, element.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, BsonValue value)
    {
        switch (value)
        {
            case BsonDocument document:
                WriteObject(writer, document);
                break;
            case BsonArray array:
                writer.WriteStartArray();
                foreach (var item in array)
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            case BsonString text:
                writer.WriteStringValue(text.Value);
                break;
            case BsonBoolean truth:
                writer.WriteBooleanValue(truth.Value);
                break;
            case BsonInt32 or BsonInt64:
                writer.WriteNumberValue(value.ToInt64());
                break;
            case BsonDouble number when double.IsFinite(number.Value):
                writer.WriteNumberValue(number.Value);
                break;
            case BsonDouble number:
                writer.WriteStringValue(number.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case BsonDecimal128 number when DecimalDigits.Of(number.Value) is { } digits:
                writer.WriteRawValue(digits, skipInputValidation: true);
                break;
            case BsonDateTime instant:
                writer.WriteStringValue(DateTimeOffset.FromUnixTimeMilliseconds(instant.MillisecondsSinceEpoch));
                break;
            case BsonObjectId id:
                writer.WriteStringValue(id.Value.ToString());
                break;
            case BsonBinaryData binary:
                writer.WriteBase64StringValue(binary.Bytes);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
