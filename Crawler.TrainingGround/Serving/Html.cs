using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Crawler.TrainingGround.Serving;

/// <summary>Finished HTML. Made from an interpolated string whose values are escaped unless they are HTML themselves.</summary>
internal readonly record struct Html(string Text)
{
    public static Html Empty { get; } = new("");

    public static Html Of(HtmlWriter html) => new(html.ToString());

    /// <summary>Takes markup as it is; never for words of an advert.</summary>
    public static Html Raw(string markup) => new(markup);

    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> render) => new(string.Concat(items.Select(i => render(i).Text)));

    public static Html If(bool condition, Func<Html> render) => condition ? render() : Empty;

    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Plain text as paragraphs: an empty line begins a new one, a line end becomes a break.</summary>
    public static Html Paragraphs(string text) =>
        Each(text.Split("\n\n"), paragraph => new Html("<p>" + Escape(paragraph).Replace("\n", "<br>\n", StringComparison.Ordinal) + "</p>"));

    public override string ToString() => Text;
}

/// <summary>Collects an interpolated string and escapes what is put into it.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlWriter
{
    private readonly StringBuilder _text;

    public HtmlWriter(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 24));

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(Html html) => _text.Append(html.Text);

    public void AppendFormatted(string? text) => _text.Append(Html.Escape(text ?? ""));

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Uri address) => _text.Append(Html.Escape(address.AbsoluteUri));

    public override string ToString() => _text.ToString();
}
