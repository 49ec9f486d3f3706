using System.Text;
using System.Text.RegularExpressions;

namespace Crawler.TrainingGround.Serving;

/// <summary>What a page suffers on its way out: new class names, broken markup, the wrong character set.</summary>
internal static partial class PageDamage
{
    /// <summary>Every class, id and data attribute gets another name, in markup and in style sheet alike.</summary>
    public static Page RenameClasses(Page page)
    {
        if (page.Text is null || page.IsJson)
            return page;
        if (page.ContentType.StartsWith("text/css", StringComparison.Ordinal))
            return page with { Text = CssName().Replace(page.Text, m => m.Groups["mark"].Value + Renamed(m.Groups["name"].Value)) };
        if (page.ContentType.StartsWith("text/javascript", StringComparison.Ordinal))
            return page with { Text = ScriptNames(page.Text) };
        var text = ClassOrId()
            .Replace(
                page.Text,
                m => $"{m.Groups["kind"].Value}=\"{string.Join(' ', m.Groups["names"].Value.Split(' ').Select(n => n is "app" ? n : Renamed(n)))}\"");
        return page with { Text = DataAttribute().Replace(text, m => m.Value is " data-ansicht=" ? m.Value : $" data-{Renamed(m.Groups["name"].Value)}=") };
    }

    /// <summary>Drops every third end tag of the common containers, leaves stray brackets, cuts the tail. JSON is cut in the middle.</summary>
    public static Page Break(Page page)
    {
        if (page.Text is null)
            return page;
        if (page.IsJson)
            return page with { Text = page.Text[..(page.Text.Length / 2)] };
        if (!page.IsHtml)
            return page;
        var n = 0;
        var text = EndTag().Replace(page.Text, m => ++n % 3 == 0 ? (n % 9 == 0 ? " < " : "") : m.Value);
        return page with { Text = text[..(text.Length * 97 / 100)] };
    }

    /// <summary>The body in one character set under the name of another.</summary>
    public static Page Misdeclare(Page page, string? variant)
    {
        if (page.Text is null)
            return page;
        if (variant is "latin1-as-utf8")
            return page with { Bytes = Windows1252(page.Text) };
        var text = page.Text.Replace("charset=\"utf-8\"", "charset=\"iso-8859-1\"", StringComparison.Ordinal)
            .Replace("charset=utf-8", "charset=iso-8859-1", StringComparison.Ordinal);
        return page with
        {
            Bytes = Encoding.UTF8.GetBytes(text),
            ContentType = page.ContentType.Replace("utf-8", "iso-8859-1", StringComparison.Ordinal),
        };
    }

    private static byte[] Windows1252(string text) => [.. text.Select(c => c switch
    {
        '€' => (byte)0x80,
        '…' => (byte)0x85,
        '‘' => (byte)0x91,
        '’' => (byte)0x92,
        '“' => (byte)0x93,
        '”' => (byte)0x94,
        '„' => (byte)0x84,
        '–' => (byte)0x96,
        < (char)256 => (byte)c,
        _ => (byte)'?',
    })];

    private static string Renamed(string name) =>
        name.Length == 0 ? name : "x" + SeededRandom.Hash(0x5EED, name).ToString("x8", System.Globalization.CultureInfo.InvariantCulture)[..7];

    private static string ScriptNames(string script) => ScriptClass().Replace(script, m =>
        m.Groups["before"].Value + string.Join(' ', m.Groups["names"].Value.Split(' ').Select(Renamed)) + "'")
        .Replace("dataset.anzeige ", "dataset." + Renamed("anzeige") + " ", StringComparison.Ordinal);

    [GeneratedRegex("\\b(?<kind>class|id)=\"(?<names>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ClassOrId();

    [GeneratedRegex(" data-(?<name>[a-z-]+)=", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex DataAttribute();

    [GeneratedRegex(@"(?<mark>[.#])(?<name>[a-zA-Z][\w-]*)(?=[^}]*\{)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex CssName();

    [GeneratedRegex("(?<before>el\\('\\w+', (a\\.gesponsert \\? )?'|: '|tail\\.className = ')(?<names>[a-z][a-z -]*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ScriptClass();

    [GeneratedRegex("</(?:div|span|td|tr|p|li|b|h2|h3|dd|article)>", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex EndTag();
}
