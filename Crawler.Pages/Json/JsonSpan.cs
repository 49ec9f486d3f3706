namespace Crawler.Pages.Json;

/// <summary>Where a literal in a script ends.</summary>
public static class JsonSpan
{
    /// <summary>Index after the bracket that closes the one at <paramref name="start"/>; <paramref name="start"/> when it is never closed.</summary>
    public static int End(string text, int start)
    {
        int depth = 0;
        for (int i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' or '\'' or '`':
                    int end = StringEnd(text, i);
                    if (end <= i)
                    {
                        return start;
                    }

                    i = end - 1;
                    break;
                case '{' or '[' or '(':
                    depth++;
                    break;
                case '}' or ']' or ')':
                    if (--depth == 0)
                    {
                        return i + 1;
                    }

                    break;
                default:
                    break;
            }
        }

        return start;
    }

    /// <summary>Index after the quotation mark that ends the string at <paramref name="start"/>; <paramref name="start"/> when it never ends.</summary>
    public static int StringEnd(string text, int start)
    {
        char quote = text[start];
        for (int i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                return i + 1;
            }
        }

        return start;
    }
}
