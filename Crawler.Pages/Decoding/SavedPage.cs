namespace Crawler.Pages.Decoding;

/// <summary>A page from a file: bytes as they were saved, read as the fetcher would have read them.</summary>
public static class SavedPage
{
    /// <summary>Decodes the bytes (byte order mark, the page's own meta, else what the bytes look like) and tells JSON from HTML.</summary>
    /// <param name="body">The file's bytes.</param>
    /// <param name="url">The address it was saved from.</param>
    public static PageContent Read(ReadOnlySpan<byte> body, Uri url)
    {
        string text = TextDecoder.Decode(body, headerCharset: null);
        return new PageContent { Url = url, Text = text, MediaType = IsJson(text) ? "application/json" : "text/html" };
    }

    private static bool IsJson(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.Length > 1 && start[0] is '{' or '[' && start[1..].TrimStart() is ['"' or '{' or '[' or '}' or ']' or (>= '0' and <= '9'), ..];
    }
}
