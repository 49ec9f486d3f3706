using System.Text;
using System.Text.Json;

namespace Crawler.Pages.Json;

/// <summary>Reads JSON that is not quite JSON, as pages carry it: line breaks in strings, comments, CDATA marks, several values in a row, a cut end.</summary>
public static class JsonRepair
{
    /// <summary>All values in the text; none when nothing can be made of it.</summary>
    public static IReadOnlyList<JsonElement> ParseAll(string text)
    {
        string trimmed = Unwrap(text);
        if (JsonText.Parse(trimmed) is { } whole)
        {
            return [whole];
        }

        string mended = Mend(trimmed);
        if (JsonText.Parse(mended) is { } repaired)
        {
            return [repaired];
        }

        if (JsonText.Parse("[" + mended + "]") is { } several)
        {
            return [.. several.EnumerateArray()];
        }

        string decoded = System.Net.WebUtility.HtmlDecode(trimmed);
        return decoded != trimmed && JsonText.Parse(Mend(decoded)) is { } unescaped ? [unescaped] : [];
    }

    private static string Unwrap(string text)
    {
        string trimmed = text.Trim();
        foreach (string mark in (ReadOnlySpan<string>)["<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["])
        {
            if (trimmed.StartsWith(mark, StringComparison.Ordinal))
            {
                trimmed = trimmed[mark.Length..].TrimStart();
            }
        }

        foreach (string mark in (ReadOnlySpan<string>)["-->", "//]]>", "/*]]>*/", "]]>", ";"])
        {
            if (trimmed.EndsWith(mark, StringComparison.Ordinal))
            {
                trimmed = trimmed[..^mark.Length].TrimEnd();
            }
        }

        return trimmed;
    }

    /// <summary>Escapes what must be escaped within strings, puts commas between values in a row, closes what is open at the end.</summary>
    private static string Mend(string text)
    {
        var mended = new StringBuilder(text.Length + 64);
        var open = new Stack<char>();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted)
            {
                if (c == '\\' && i + 1 < text.Length)
                {
                    char next = text[++i];
                    mended.Append(next is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u' ? $"\\{next}" : next is '\'' ? "'" : $"\\\\{next}");
                    continue;
                }

                quoted = c != '"' || !EndsString(text, i);
                mended.Append(c < ' ' ? c is '\n' or '\r' ? "\\n" : " " : c == '"' && quoted ? "\\\"" : c.ToString());
                continue;
            }

            switch (c)
            {
                case '"':
                    quoted = true;
                    break;
                case '{' or '[':
                    if (open.Count == 0 && mended.Length > 0 && mended.ToString().AsSpan().TrimEnd() is [.., '}' or ']'])
                    {
                        mended.Append(',');
                    }

                    open.Push(c == '{' ? '}' : ']');
                    break;
                case '}' or ']':
                    if (open.Count == 0 || open.Pop() != c)
                    {
                        return mended.ToString();
                    }

                    break;
                default:
                    break;
            }

            mended.Append(c);
        }

        mended.Append(quoted ? "\"" : "");
        string end = mended.ToString().TrimEnd();
        if (open.Count > 0 && end.EndsWith(':'))
        {
            end += "null";
        }

        return end + string.Concat(open);
    }

    /// <summary>A quotation mark ends a string only where JSON can go on after it.</summary>
    private static bool EndsString(string text, int at)
    {
        int next = at + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next >= text.Length || text[next] is ',' or '}' or ']' or ':';
    }
}
