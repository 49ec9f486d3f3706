using System.Text;

namespace Crawler.Extraction.Tests;

/// <summary>Damages a page as networks, encodings, careless programs and hostile sites do.</summary>
internal static class Damage
{
    private static readonly string[] Shards =
    [
        "<", ">", "</div>", "<div>", "<table>", "</table><td>", "<!--", "-->", "\"", "'", "<script>", "</script>", "<style>", "&#x110000;", "&nbsp", "\0", "<a href=", "<b><i></b></i>", "<template>", "<svg><a>", "<select><option>",
        "<li", "]]>", "<![CDATA[", "<p/>", "<base href='//[::'>", "<base href='javascript:1'>", "\u202e", "€ 1.2.3.4,5,6", "<frameset>", "<plaintext", "<noscript>", "itemprop='price'", "<math><mi>", "<img srcset=', ,, 1x'>", "<html lang='--'>",
        "{\"a\":", "[[[[", "}]", ",,", "\\u", "\\ud800", "1e999", "{\"__ref\":\"x\"}", "__next_f.push([1,\"", "=(function(a,b){return {a:a,", "JSON.parse('", "<script type='application/ld+json'>", "{\"@type\":\"Product\"}", "99999999999999999999999999999,99 €",
        "<a rel=next href='http://[x'>", "<link rel=canonical href='::'>", "<time datetime='9999-99-99'>", "31.02.0000", "<meta charset=utf-7>", "<div style='background:url(", "<dl><dt>", "<tr><td colspan=99999999>",
    ];

    private static readonly string[] Openers = ["<div>", "<b>", "<a href=/x>", "<table><tr><td>", "<ul><li>", "<svg><g>", "<font size=1>", "{\"a\":[", "[", "(", "<details>", "<p><i>"];

    /// <summary>The bytes of a page that was <paramref name="text"/>, with pieces of <paramref name="other"/>.</summary>
    public static byte[] Of(string text, string other, Random random)
    {
        var page = new StringBuilder(text);
        for (int changes = 1 + random.Next(10); changes > 0 && page.Length > 20; changes--)
        {
            Change(page, other, random);
        }

        return Encode(page.ToString(), random);
    }

    private static void Change(StringBuilder page, string other, Random random)
    {
        int at = random.Next(page.Length);
        switch (random.Next(9))
        {
            case 0:
                page.Remove(at, Math.Min(random.Next(400), page.Length - at));
                break;
            case 1 or 2:
                page.Insert(at, Shards[random.Next(Shards.Length)]);
                break;
            case 3:
                page.Length = random.Next(3) == 0 ? Math.Max(20, at) : page.Length;
                break;
            case 4:
                page[at] = (char)random.Next(1, 0xffff);
                break;
            case 5:
                int from = random.Next(other.Length);
                page.Insert(at, other.AsSpan(from, Math.Min(random.Next(800), other.Length - from)));
                break;
            case 6:
                string piece = page.ToString(at, Math.Min(random.Next(300), page.Length - at));
                page.Insert(random.Next(page.Length), string.Concat(Enumerable.Repeat(piece, 1 + random.Next(6))));
                break;
            case 7 when random.Next(6) == 0:
                page.Insert(at, string.Concat(Enumerable.Repeat(Openers[random.Next(Openers.Length)], random.Next(10, 1500))));
                break;
            default:
                page.Replace(random.Next(2) == 0 ? "\"" : ">", random.Next(2) == 0 ? "'" : "", at, Math.Min(60, page.Length - at));
                break;
        }
    }

    private static byte[] Encode(string page, Random random)
    {
        byte[] bytes = random.Next(12) switch
        {
            0 => Encoding.Latin1.GetBytes(page),
            1 => Encoding.Unicode.GetBytes(page),
            2 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(page)],
            _ => Encoding.UTF8.GetBytes(page),
        };
        for (int flips = random.Next(4) == 0 ? random.Next(40) : 0; flips > 0 && bytes.Length > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }
}
