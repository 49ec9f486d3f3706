using Crawler.Contracts.Sites;
using Crawler.Sites.Files;

namespace Crawler.Fetching.Tests.Support;

/// <summary>Definitions of loopback sites.</summary>
internal static class LoopbackDefinition
{
    /// <summary>A definition of a loopback site from the lines of its file.</summary>
    public static SiteDefinition Of(LoopbackSite server, string lines)
    {
        var reading = SiteDefinitionFile.Parse(
            $"id: practice\nname: Practice\nhome: {server.Home}\nlanguages: [en]\npace: {{delay: 0s}}\n" + lines, "practice.yaml");
        Assert.That(reading.Errors, Is.Empty);
        return reading.Definition!;
    }
}
