using System.Text;
using System.Text.Json;
using Crawler.Storage.Mongo.Bson;
using MongoDB.Bson;

namespace Crawler.Storage.Tests.Mongo;

/// <summary>What goes into BSON comes out again, to the last digit and character.</summary>
[TestFixture]
public sealed class BsonJsonTests
{
    [TestCase("{}")]
    [TestCase("""{"a":null,"b":true,"c":false,"d":"","e":[],"f":{},"g":[[1,[2]],{"h":[null]}]}""")]
    [TestCase("""{"n":[0,-1,2147483647,2147483648,-2147483648,-2147483649,9223372036854775807,-9223372036854775808]}""")]
    [TestCase("""{"n":[0.1,-0.5,1.5E-07,1E+20,1.7976931348623157E+308,5E-324]}""")]
    [TestCase("""{"n":[12.50,0.00,-0.10,100.0,79228162514264337593543950335,0.0000000000000000000000000001,-1234567890123456789.0123456789]}""", Description = "decimals keep their zeros")]
    [TestCase("""{"é":"象牙 🐘","$where":"x","a.b":{"$gt":1},"100%":"%41","%24":1,"":"empty name","a$b":1}""", Description = "names that MongoDB gives a meaning")]
    [TestCase("""{"t":"a\u0000b\nc\"d\\e"}""")]
    [TestCase("""{"$oid":"5f5e1000ffffffffffffffff","d":{"$date":"2026-03-14T12:00:00Z"},"n":{"$numberLong":"7"}}""", Description = "looks like extended JSON, is none")]
    [TestCase("""{"at":"2026-03-14T12:00:00.1234567+02:00"}""", Description = "ticks and offset")]
    public void Write_WhatReadMade_TheSameJson(string json)
    {
        string again = Encoding.UTF8.GetString(BsonJson.Write(BsonJson.Read(Encoding.UTF8.GetBytes(json))));

        using var expected = JsonDocument.Parse(json);
        using var actual = JsonDocument.Parse(again);
        Assert.That(Tokens(actual.RootElement), Is.EqualTo(Tokens(expected.RootElement)));
    }

    [Test]
    public void Read_RandomNumbers_SameDigits()
    {
        var random = new Random(20260314);
        byte[] bits = new byte[8];
        for (int i = 0; i < 20_000; i++)
        {
            random.NextBytes(bits);
            double number = BitConverter.ToDouble(bits);
            var money = new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29));
            string json = JsonSerializer.Serialize(
                new { number = double.IsFinite(number) ? number : 0, money, whole = random.NextInt64(long.MinValue, long.MaxValue) });

            Assert.That(Encoding.UTF8.GetString(BsonJson.Write(BsonJson.Read(Encoding.UTF8.GetBytes(json)))), Is.EqualTo(json));
        }
    }

    [Test]
    public void Read_Numbers_SmallestExactType()
    {
        var document = BsonJson.Read("""{"i":7,"l":70000000000,"d":1.5,"m":1.50}"""u8);

        Assert.That(document.Values.Select(v => v.BsonType), Is.EqualTo([BsonType.Int32, BsonType.Int64, BsonType.Double, BsonType.Decimal128]));
    }

    [Test]
    public void Read_NumberOfFortyDigits_SaysWhich() =>
        Assert.That(() => BsonJson.Read("""{"n":1234567890123456789012345678901234567890}"""u8), Throws.TypeOf<FormatException>().With.Message.Contains("1234567890123456789012345678901234567890"));

    [Test]
    public void Write_MoneyAsDecimal128_TheBitsOfTheStandard()
    {
        // From the BSON corpus of MongoDB's specifications, decimal128-1.json, in little-endian hex.
        Assert.That(Bits("1.000"), Is.EqualTo("E8030000000000000000000000003A30"));
        Assert.That(Bits("0.10"), Is.EqualTo("0A000000000000000000000000003C30"));

        // Behind the document's length, the type and the name; before the end.
        static string Bits(string digits) => Convert.ToHexString(BsonJson.Read(Encoding.ASCII.GetBytes($"{{\"d\":{digits}}}")).ToBson().AsSpan(7, 16));
    }

    private static string Tokens(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', element.EnumerateObject().Select(m => $"{m.Name.Length}:{m.Name}={Tokens(m.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Tokens)) + "]",
        JsonValueKind.String => $"'{element.GetString()}'",
        _ => element.GetRawText(),
    };
}
