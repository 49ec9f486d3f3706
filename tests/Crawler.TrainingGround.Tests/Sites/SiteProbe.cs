using System.Text.Json;
using System.Text.RegularExpressions;

namespace Crawler.TrainingGround.Tests.Sites;

/// <summary>Walks a site's search as a visitor would and returns the ids of the rows that are not paid for.</summary>
internal static class SiteProbe
{
    public static async Task<List<string>> SearchAsync(PracticeServer server, string siteId, string query)
    {
        var ids = new List<string>();
        var next = First(siteId, Uri.EscapeDataString(query));
        while (next is not null)
        {
            var body = await server.TextAsync(siteId, next);
            var found = Rows(siteId, body);
            ids.AddRange(found);
            next = found.Count == 0 ? null : Next(siteId, body, ids.Count, query);
        }

        return ids;
    }

    public static string First(string siteId, string query) => siteId switch
    {
        "tg-markt" => "/zoeken?q=" + query,
        "tg-kiste" => "/api/anzeigen?suche=" + query,
        "tg-shop" => "/search?q=" + query,
        "tg-forum" => "/search?keywords=" + query,
        "tg-social" => $"/api/v2/search?q={query}&type=statuses&limit=20&offset=0",
        _ => "/listings?search=" + query,
    };

    public static List<string> Rows(string siteId, string body) => siteId switch
    {
        "tg-markt" => All(body, "<li class=\"zoekertje\" data-id=\"(?<v>[^\"]+)\""),
        "tg-kiste" => [.. JsonDocument.Parse(body).RootElement.GetProperty("anzeigen").EnumerateArray().Where(a => !a.GetProperty("gesponsert").GetBoolean()).Select(a => a.GetProperty("anzeigeId").GetString()!)],
        "tg-shop" => All(body, "<div class=\"product-tile\" data-sku=\"(?<v>[^\"]+)\""),
        "tg-forum" => All(body, "<dl class=\"topic\" id=\"topic-(?<v>[0-9]+)\""),
        "tg-social" => [.. JsonDocument.Parse(body).RootElement.GetProperty("statuses").EnumerateArray().Select(s => s.GetProperty("id").GetString()!)],
        _ => All(body, "<tr class=\"it\"><td width=\"110\"><a href=\"[^\"]*[?]id=(?<v>o[0-9]+)\""),
    };

    private static string? Next(string siteId, string body, int seen, string query)
    {
        if (siteId is "tg-kiste")
            return JsonDocument.Parse(body).RootElement.GetProperty("naechsteSeite").GetString();
        if (siteId is "tg-social")
            return First(siteId, Uri.EscapeDataString(query)).Replace("offset=0", FormattableString.Invariant($"offset={seen}"), StringComparison.Ordinal);
        var pattern = siteId switch
        {
            "tg-markt" => "class=\"volgende\" href=\"(?<v>[^\"]+)\"",
            "tg-shop" => "class=\"next\" rel=\"next\" href=\"(?<v>[^\"]+)\"",
            "tg-forum" => "<li class=\"arrow next\"><a href=\"(?<v>[^\"]+)\"",
            _ => "href=\"(?<v>[^\"]+)\" class=\"nx\"",
        };
        return All(body, pattern).FirstOrDefault()?.Replace("&amp;", "&", StringComparison.Ordinal);
    }

    private static List<string> All(string body, string pattern) =>
        [.. Regex.Matches(body, pattern, RegexOptions.ExplicitCapture).Select(m => m.Groups["v"].Value)];
}
