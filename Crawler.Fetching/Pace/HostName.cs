namespace Crawler.Fetching.Pace;

/// <summary>What a pace belongs to.</summary>
internal static class HostName
{
    /// <summary>Host and port, lower case, the port always written: <c>example.org:443</c>.</summary>
    public static string Of(Uri url) => $"{url.IdnHost.ToLowerInvariant()}:{url.Port}";
}
