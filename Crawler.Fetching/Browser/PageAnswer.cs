using System.Text;
using Crawler.Fetching.Transport;
using Crawler.Pages.Decoding;
using Microsoft.Playwright;

namespace Crawler.Fetching.Browser;

/// <summary>
/// Hands to a page what the worker's HTTP client has brought: unpacked, and text as UTF-8, so that a wrongly declared charset does no harm here either.
/// </summary>
internal static class PageAnswer
{
    public static Task GiveAsync(IRoute route, FetchedPage main)
    {
        var headers = main.RawHeaders.Split('\n').Skip(1).Select(Field).OfType<KeyValuePair<string, string>>();
        return GiveAsync(route, main.Status, headers, Encoding.UTF8.GetBytes(main.Text), main.IsHtml ? "text/html" : main.MediaType);
    }

    public static Task GiveAsync(IRoute route, HttpAnswer answer) => answer.MediaType is { } type && MediaSniffer.IsText(type)
        ? GiveAsync(route, answer.Status, answer.Headers, Encoding.UTF8.GetBytes(TextDecoder.Decode(answer.Body.Span, answer.Charset)), type)
        : GiveAsync(route, answer.Status, answer.Headers, answer.Body.ToArray(), textType: null);

    private static Task GiveAsync(IRoute route, int status, IEnumerable<KeyValuePair<string, string>> headers, byte[] body, string? textType)
    {
        var folded = Fold(headers);
        return route.FulfillAsync(new RouteFulfillOptions
        {
            Status = status,
            Headers = textType is null
                ? folded
                : folded.Where(h => !string.Equals(h.Key, "Content-Type", StringComparison.OrdinalIgnoreCase))
                .Append(KeyValuePair.Create("Content-Type", textType + "; charset=utf-8")),
            BodyBytes = body,
        });
    }

    // One value per name: Chromium's interception takes cookies line by line, everything else as a list.
    private static IEnumerable<KeyValuePair<string, string>> Fold(IEnumerable<KeyValuePair<string, string>> headers) => headers
        .Where(h => h.Key.ToLowerInvariant() is not ("content-encoding" or "content-length" or "transfer-encoding" or "connection" or "keep-alive"))
        .GroupBy(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase)
        .Select(g => KeyValuePair.Create(g.Key, string.Join(string.Equals(g.Key, "Set-Cookie", StringComparison.OrdinalIgnoreCase) ? "\n" : ", ", g)));

    private static KeyValuePair<string, string>? Field(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? null : KeyValuePair.Create(line[..colon], line[(colon + 1)..].Trim());
    }
}
