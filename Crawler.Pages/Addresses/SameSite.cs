using System.Collections.Frozen;
using System.Net;

namespace Crawler.Pages.Addresses;

/// <summary>Whether two addresses belong to one site: the same registrable domain, told without a public suffix list.</summary>
public static class SameSite
{
    // Second-level labels under which names are registered in two-letter domains: example.co.uk.
    private static readonly FrozenSet<string> SecondLevel =
        new[] { "co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "gob", "gouv", "asso" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Is(Uri a, Uri b) => string.Equals(Domain(a.IdnHost), Domain(b.IdnHost), StringComparison.OrdinalIgnoreCase);

    private static string Domain(string host)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out _))
        {
            return host;
        }

        string[] labels = host.TrimEnd('.').Split('.');
        int keep = labels.Length > 2 && labels[^1].Length == 2 && SecondLevel.Contains(labels[^2]) ? 3 : 2;
        return string.Join('.', labels[^Math.Min(keep, labels.Length)..]);
    }
}
