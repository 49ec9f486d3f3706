using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Crawler.Storage.Mongo.Bson;

/// <summary>
/// A contract's JSON as BSON and back, exactly: whole numbers as int32 or int64, others as double where that gives the same digits again, else as decimal128. Names that MongoDB reads as
/// operators or paths are written with <c>%XX</c> for <c>$</c> (in front), <c>.</c>, <c>%</c> and NUL.
/// </summary>
internal static class BsonJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly SearchValues<char> Reserved = SearchValues.Create("$.%\0");

    /// <exception cref="FormatException">A number has more digits than BSON can hold.</exception>
    public static BsonView Read(ReadOnlySpan<byte> json)
    {
        var writer = new BsonWriter();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        writer.Begin();
        ReadMembers(ref reader, writer);
        return writer.ToView();
    }

    public static ReadOnlySpan<byte> Write(BsonView document)
    {
        var output = new ArrayBufferWriter<byte>(Math.Max(256, document.Bytes.Length));
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

    /// <summary>Up to the end of the object or array the reader is in.</summary>
    private static void ReadMembers(ref Utf8JsonReader reader, BsonWriter writer)
    {
        bool isArray = reader.TokenType == JsonTokenType.StartArray;
        for (int index = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); index++)
        {
            string name = isArray ? index.ToString(CultureInfo.InvariantCulture) : Escape(reader.GetString()!);
            if (!isArray)
            {
                reader.Read();
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    writer.BeginDocument(name);
                    ReadMembers(ref reader, writer);
                    break;
                case JsonTokenType.StartArray:
                    writer.BeginArray(name);
                    ReadMembers(ref reader, writer);
                    break;
                case JsonTokenType.Number:
                    writer.Member(name, ReadNumber(ref reader));
                    break;
                case JsonTokenType.String:
                    writer.Member(name, reader.GetString());
                    break;
                case JsonTokenType.True or JsonTokenType.False:
                    writer.Member(name, reader.GetBoolean());
                    break;
                default:
                    writer.Member(name, null);
                    break;
            }
        }

        writer.End();
    }

    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        var digits = reader.ValueSpan;
        Span<byte> again = stackalloc byte[40];
        if (reader.TryGetInt64(out long whole) && whole.TryFormat(again, out int length, default, CultureInfo.InvariantCulture) && again[..length].SequenceEqual(digits))
        {
            return whole is >= int.MinValue and <= int.MaxValue ? (object)(int)whole : whole;
        }

        if (reader.TryGetDouble(out double number) && double.IsFinite(number)
            && number.TryFormat(again, out length, "R", CultureInfo.InvariantCulture) && again[..length].SequenceEqual(digits))
        {
            return number;
        }

        return Decimal128.TryParse(digits, out var exact)
            ? exact
            : double.IsFinite(number) && digits.ContainsAny("eE"u8) ? number : throw new FormatException($"the number {Encoding.UTF8.GetString(digits)} has more digits than can be stored");
    }

    private static void WriteObject(Utf8JsonWriter writer, BsonView document)
    {
        writer.WriteStartObject();
        foreach (var element in document.Elements)
        {
            writer.WritePropertyName(Unescape(element.Name));
            WriteValue(writer, element);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, BsonElement element)
    {
        switch (element.Type)
        {
            case BsonType.Document:
                WriteObject(writer, element.Document);
                break;
            case BsonType.Array:
                writer.WriteStartArray();
                foreach (var item in element.Document.Elements)
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            case BsonType.Text:
                writer.WriteStringValue(element.TextUtf8);
                break;
            case BsonType.Boolean:
                writer.WriteBooleanValue(element.Truth);
                break;
            case BsonType.Int32 or BsonType.Int64:
                writer.WriteNumberValue(element.Int64);
                break;
            case BsonType.Double when double.IsFinite(element.Double):
                writer.WriteNumberValue(element.Double);
                break;
            case BsonType.Double:
                writer.WriteStringValue(element.Double.ToString(CultureInfo.InvariantCulture));
                break;
            case BsonType.Decimal when element.Decimal.ToJson() is { } digits:
                writer.WriteRawValue(digits, skipInputValidation: true);
                break;
            case BsonType.Instant:
                writer.WriteStringValue(element.Instant);
                break;
            case BsonType.ObjectId:
                writer.WriteStringValue(Convert.ToHexStringLower(element.Value.Span));
                break;
            case BsonType.Binary:
                writer.WriteBase64StringValue(element.Binary.Span);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
