using System.Net;
using Microsoft.Playwright;
using BrowserCookie = Microsoft.Playwright.Cookie;
using WebCookie = System.Net.Cookie;

namespace Crawler.Fetching.Browser;

/// <summary>Carries a site's cookies between the HTTP client and a page.</summary>
internal static class BrowserCookies
{
    public static IEnumerable<BrowserCookie> For(Uri url, CookieContainer cookies) => cookies.GetCookies(url).Select(c => new BrowserCookie
    {
        Name = c.Name,
        Value = c.Value,
        Domain = c.Domain,
        Path = c.Path,
        Secure = c.Secure,
        HttpOnly = c.HttpOnly,
    });

    public static void Merge(IEnumerable<BrowserContextCookiesResult> from, CookieContainer into)
    {
        foreach (var cookie in from)
        {
            try
            {
                into.Add(new WebCookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain) { Secure = cookie.Secure, HttpOnly = cookie.HttpOnly });
            }
            catch (CookieException)
            {
                // Browsers accept names and values that the client's cookie jar does not; such a cookie is not carried over.
            }
        }
    }
}
