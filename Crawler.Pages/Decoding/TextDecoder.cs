using System.Text;
using System.Text.RegularExpressions;

namespace Crawler.Pages.Decoding;

/// <summary>
/// Turns bytes into text: byte order mark, then Content-Type, then the page's own meta, then what the bytes look like. A declaration that the bytes
/// disprove is not believed: text that is valid UTF-8 and more than ASCII is UTF-8 by all odds, and text that is full of faults as UTF-8 is not.
/// </summary>
public static partial class TextDecoder
{
    private const int MetaLook = 4096;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Latin-1 is read as its superset windows-1252, as browsers do (WHATWG Encoding, 4.2).
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Decode(ReadOnlySpan<byte> body, string? headerCharset)
    {
        if (body.StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8.GetString(body[3..]);
        }

        if (body.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode.GetString(body[2..]);
        }

        if (body.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode.GetString(body[2..]);
        }

        var declared = Find(headerCharset);
        if (declared is UnicodeEncoding)
        {
            return declared.GetString(body);
        }

        var meta = declared is null or UTF8Encoding ? Meta(body) : null;
        return Choose(body, declared, meta).GetString(body);
    }

    private static Encoding Choose(ReadOnlySpan<byte> body, Encoding? declared, Encoding? meta)
    {
        var first = declared ?? meta;
        var (multibyte, faults) = CountUtf8(body);
        if (first is UTF8Encoding or null)
        {
            if (faults == 0 || faults * 10 < multibyte)
            {
                return Encoding.UTF8;
            }

            return meta is not null and not UTF8Encoding ? meta : Western;
        }

        return first.IsSingleByte && faults == 0 && multibyte > 0 ? Encoding.UTF8 : first;
    }

    /// <summary>Well-formed sequences of two bytes or more, and ill-formed ones.</summary>
    private static (int Multibyte, int Faults) CountUtf8(ReadOnlySpan<byte> body)
    {
        int multibyte = 0;
        int faults = 0;
        while (!body.IsEmpty)
        {
            int ascii = body.IndexOfAnyExceptInRange((byte)0, (byte)0x7f);
            if (ascii < 0)
            {
                break;
            }

            body = body[ascii..];
            if (Rune.DecodeFromUtf8(body, out _, out int consumed) == System.Buffers.OperationStatus.Done)
            {
                multibyte++;
            }
            else
            {
                faults++;
            }

            body = body[consumed..];
        }

        return (multibyte, faults);
    }

    private static Encoding? Meta(ReadOnlySpan<byte> body)
    {
        string head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, MetaLook)]);
        var match = MetaCharset().Match(head);
        var found = match.Success ? Find(match.Groups["name"].Value) : null;

        // A page whose meta could be read as ASCII is not UTF-16, whatever the meta says (WHATWG HTML, prescan).
        return found is UnicodeEncoding ? StrictUtf8 : found;
    }

    private static Encoding? Find(string? name)
    {
        name = name?.Trim().ToLowerInvariant();
        switch (name)
        {
            case null or "":
                return null;
            case "utf-8" or "utf8" or "unicode-1-1-utf-8":
                return StrictUtf8;
            case "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "cp1252" or "windows-1252" or "x-cp1252":
                return Western;
            case "gb2312" or "gbk":
                return CodePagesEncodingProvider.Instance.GetEncoding("gb18030");
            default:
                try
                {
                    return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
                }
                catch (Exception e) when (e is ArgumentException or NotSupportedException)
                {
                    return null;
                }
        }
    }

    [GeneratedRegex("""<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.\-]{2,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex MetaCharset();
}
