namespace Crawler.Fetching.Browser;

/// <summary>How Chromium is started: without a network of its own, and without anything that talks to its maker.</summary>
internal static class BrowserFlags
{
    /// <summary>
    /// Every request of a page is intercepted and answered by the worker's own HTTP client. Whatever is not intercepted (WebSockets, WebRTC, prefetching,
    /// Chromium's own services) finds no name, no proxy and no UDP: nothing leaves this process.
    /// </summary>
    /// <param name="marker">Names the process, so that its memory can be measured.</param>
    public static IReadOnlyList<string> For(string marker) =>
    [
        $"--cyberpatrol-instance={marker}",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--proxy-server=http://127.0.0.1:9",
        "--proxy-bypass-list=<-loopback>",
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--disable-quic",
        "--dns-prefetch-disable",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--disable-breakpad",
        "--disable-client-side-phishing-detection",
        "--disable-default-apps",
        "--disable-extensions",
        "--no-pings",
        "--no-first-run",
        "--mute-audio",
        "--disable-gpu",
        "--hide-scrollbars",
    ];
}
