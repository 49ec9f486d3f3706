namespace Crawler.Pages.Addresses;

/// <summary>Addresses as a page writes them, made absolute and canonical.</summary>
public sealed class PageAddress(Uri baseUrl)
{
    private static readonly string[] TrackingPrefixes = ["utm_", "pk_", "mtm_", "hsa_", "_hs", "mc_", "at_", "oly_", "vero_", "wt_", "ga_", "matomo_"];

    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "fbclid", "msclkid", "yclid", "igshid", "twclid", "ttclid", "li_fat_id", "epik", "srsltid", "ref_src",
        "ref_url", "_ga", "_gl",
        "sessionid", "session_id", "phpsessid", "jsessionid", "zanpid", "cmpid", "s_kwcid", "ef_id", "mkevt", "mkcid", "mkrid", "campid", "toolid",
        "trackingid", "tracking_id", "trk", "trkid",
        "clickid", "click_id", "irclickid", "spm", "scm", "pvid", "algo_pvid", "algo_exp_id", "pdp_npi", "_trkparms", "_trksid", "ga_order", "ga_search_type",
        "ga_view_type", "ga_search_query", "frs", "sts", "organic_search_click",
        "position", "rank", "list_id_origin", "correlationid", "searchid", "search_id", "lid_source", "originating_page", "from_search",
        "content_source", "logging_key",
    };

    public Uri Base => baseUrl;

    /// <summary>Absolute, as written; null: not a web address.</summary>
    public Uri? Resolve(string? href)
    {
        if (string.IsNullOrWhiteSpace(href) || href.Length > 4000)
        {
            return null;
        }

        string trimmed = href.Trim();
        if (trimmed[0] == '#' || trimmed.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
            || trimmed.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            || trimmed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return Uri.TryCreate(baseUrl, trimmed, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0 ? address : null;
    }

    /// <summary>Absolute, without fragment and tracking parameters: the same advert always has the same address.</summary>
    public string? Canonical(string? href) => Resolve(href) is { } address ? Canonical(address) : null;

    public static string Canonical(Uri address)
    {
        string text = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        string query = address.Query;
        if (query.Length > 1)
        {
            string kept = string.Join('&', query[1..].Split('&').Where(p => p.Length > 0 && !IsTracking(p)));
            return kept.Length == 0 ? text : $"{text}?{kept}";
        }

        return text;
    }

    /// <summary>Whether both are of the same site: equal hosts, or one a sub-domain of the other's registrable part.</summary>
    public static bool SameSite(Uri a, Uri b) => Registrable(a.Host).Equals(Registrable(b.Host), StringComparison.OrdinalIgnoreCase);

    private static string Registrable(string host)
    {
        string[] labels = host.Split('.');
        if (labels.Length <= 2 || (labels.Length == 4 && labels.All(l => l.All(char.IsAsciiDigit))))
        {
            return host;
        }

        // "co.uk", "com.br": a short label before the last one belongs to the suffix.
        int take = labels[^2].Length <= 3 && labels[^1].Length == 2 ? 3 : 2;
        return string.Join('.', labels[^Math.Min(take, labels.Length)..]);
    }

    private static bool IsTracking(string parameter)
    {
        int equals = parameter.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? parameter : parameter[..equals];
        bool session = name.Equals("sid", StringComparison.OrdinalIgnoreCase) && parameter.Length > 20;
        return session || Tracking.Contains(name) || Array.Exists(TrackingPrefixes, p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
    }
}
