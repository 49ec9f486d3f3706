using System.Text;
using Crawler.Pages.Decoding;

namespace Crawler.Pages.Tests.Decoding;

public sealed class TextDecoderTests
{
    private const string Text = "<p>Défense en ivoire, écaille – façon Grünspan, 250 €</p>";

    [TestCase("utf-8", "utf-8")]
    [TestCase("utf-8", null)]
    [TestCase("utf-8", "windows-1252", TestName = "Decode_CalledLatinButUtf8_IsUtf8")]
    [TestCase("utf-8", "ISO-8859-1", TestName = "Decode_CalledIsoButUtf8_IsUtf8")]
    [TestCase("utf-8", "no-such-charset")]
    [TestCase("utf-8", "utf-7", TestName = "Decode_CharsetThatIsRefused_IsIgnored")]
    [TestCase("windows-1252", "windows-1252")]
    [TestCase("windows-1252", "iso-8859-1")]
    [TestCase("windows-1252", "utf-8", TestName = "Decode_CalledUtf8ButLatin_IsLatin")]
    [TestCase("windows-1252", null, TestName = "Decode_NothingSaidAndNotUtf8_IsLatin")]
    [TestCase("iso-8859-15", "iso-8859-15")]
    [TestCase("utf-16", "utf-16le")]
    public void Decode_Bytes_YieldTheText(string real, string? declared)
    {
        byte[] body = CodePages(real).GetBytes(Text.Replace("–", real == "iso-8859-15" ? "-" : "–", StringComparison.Ordinal));

        Assert.That(TextDecoder.Decode(body, declared).Replace(" - ", " – ", StringComparison.Ordinal), Is.EqualTo(Text));
    }

    [TestCase("<meta charset='windows-1251'>", "windows-1251", "слоновая кость")]
    [TestCase("<META http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-2\">", "iso-8859-2", "kość słoniowa")]
    [TestCase("<?xml version='1.0' encoding='shift_jis'?>", "shift_jis", "象牙の彫刻")]
    [TestCase("<meta charset=gb2312>", "gb18030", "象牙雕刻")]
    [TestCase("<meta charset='utf-16'>", "utf-8", "écaille")]
    public void Decode_MetaCharset_IsBelieved(string meta, string real, string text) =>
        Assert.That(TextDecoder.Decode(CodePages(real).GetBytes(meta + text), null), Is.EqualTo(meta + text));

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    public void Decode_ByteOrderMark_BeatsEverything(string real)
    {
        byte[] body = [.. Encoding.GetEncoding(real).Preamble, .. Encoding.GetEncoding(real).GetBytes(Text)];

        Assert.That(TextDecoder.Decode(body, "windows-1252"), Is.EqualTo(Text));
    }

    [Test]
    public void Decode_Utf8WithASingleFault_StaysUtf8()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Text, 5))), 0xff];

        Assert.That(TextDecoder.Decode(body, "utf-8"), Does.Contain("Défense en ivoire"));
    }

    private static Encoding CodePages(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
}
