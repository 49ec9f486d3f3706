using Crawler.Pages.Addresses;

namespace Crawler.Fetching.Browser;

/// <summary>What a rendered page may ask for: what its text is made from, and nothing that writes, counts, plays or leads elsewhere.</summary>
internal static class ResourceRule
{
    /// <summary>A request that a page wants to make.</summary>
    /// <param name="Type">As Playwright names it: document, script, xhr, ...</param>
    /// <param name="Method">Upper case.</param>
    /// <param name="Url">Its address.</param>
    /// <param name="Page">The page's own address.</param>
    /// <param name="MainFrame">Whether it would replace the page itself.</param>
    /// <param name="Pictures">Whether a screenshot is wanted.</param>
    public sealed record Wish(string Type, string Method, Uri Url, Uri Page, bool MainFrame, bool Pictures);

    /// <summary>Why the request is not made, or null when it may be.</summary>
    public static string? Objection(Wish wish)
    {
        if (wish.Url.Scheme != Uri.UriSchemeHttp && wish.Url.Scheme != Uri.UriSchemeHttps)
        {
            return "not a web address";
        }

        if (Trackers.Contains(wish.Url) && !SameSite.Is(wish.Url, wish.Page))
        {
            return "a tracker";
        }

        bool sameSite = SameSite.Is(wish.Url, wish.Page);
        bool reads = wish.Method is "GET" or "HEAD";
        return wish.Type switch
        {
            "document" when !wish.MainFrame => "a frame",
            "document" => reads ? null : "a form",
            "script" => reads ? null : "not a reading request",
            "stylesheet" => reads ? null : "not a reading request",
            "xhr" or "fetch" when !sameSite => "another site's data",
            "xhr" or "fetch" when wish.Method == "POST" => SameOrigin(wish.Url, wish.Page) ? null : "posted to another origin",
            "xhr" or "fetch" => reads ? null : "not a reading request",
            "image" => wish.Pictures && reads ? null : "pictures are not wanted",
            _ => $"of the kind {wish.Type}",
        };
    }

    private static bool SameOrigin(Uri a, Uri b) =>
        a.Scheme == b.Scheme && a.Port == b.Port && string.Equals(a.IdnHost, b.IdnHost, StringComparison.OrdinalIgnoreCase);
}
