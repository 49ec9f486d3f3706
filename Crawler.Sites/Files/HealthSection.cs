using Crawler.Contracts.Sites;
using Crawler.Sites.Yaml;

namespace Crawler.Sites.Files;

/// <summary>The section <c>health</c> of a site file.</summary>
internal static class HealthSection
{
    public static HealthFloors Read(YamlSection section) => new()
    {
        Probe = section.Text("probe"),
        MinRows = section.Has("minRows") ? section.Number("minRows", 1, 1, 10_000) : null,
        Fill = Shares(section.Section("fill", SiteKeys.RowFields)),
        DetailFill = Shares(section.Section("detailFill", SiteKeys.DetailFields)),
    };

    private static Dictionary<string, double> Shares(YamlSection section) =>
        section.Entries.ToDictionary(e => e.Key, e => section.Parsed(e.Key, 0.0, Units.Share, Units.ShareForm), StringComparer.Ordinal);
}
