using System.Collections.Frozen;

namespace Crawler.Fetching.Browser;

/// <summary>Hosts that count and follow visitors: never asked, a patrol leaves no trace there and pages read the same without them.</summary>
internal static class Trackers
{
    private static readonly FrozenSet<string> Domains = new[]
    {
        "google-analytics.com", "googletagmanager.com", "googlesyndication.com", "doubleclick.net", "googleadservices.com", "facebook.net", "hotjar.com", "clarity.ms",
        "criteo.com", "criteo.net", "adnxs.com", "taboola.com", "outbrain.com", "segment.io", "segment.com", "mixpanel.com", "amplitude.com", "newrelic.com", "nr-data.net",
        "sentry.io", "datadoghq.com", "datadoghq-browser-agent.com", "optimizely.com", "bing.com", "scorecardresearch.com", "quantserve.com", "chartbeat.com", "matomo.cloud",
        "adform.net", "rubiconproject.com", "pubmatic.com", "amazon-adsystem.com", "tiktok.com", "pinterest.com", "snapchat.com", "yandex.ru", "batch.com", "kameleoon.eu",
        "kameleoon.com", "abtasty.com", "contentsquare.net", "fullstory.com", "mouseflow.com", "adjust.com", "branch.io", "onesignal.com", "permutive.com",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(Uri url)
    {
        string host = url.IdnHost;
        while (true)
        {
            if (Domains.Contains(host))
            {
                return true;
            }

            int dot = host.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                return false;
            }

            host = host[(dot + 1)..];
        }
    }
}
