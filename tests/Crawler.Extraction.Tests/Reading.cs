using Crawler.Contracts.Sites;
using Crawler.Extraction.Readers;
using Crawler.Pages;
using Crawler.Sites.Files;

namespace Crawler.Extraction.Tests;

/// <summary>Short forms for reading pages in tests.</summary>
internal static class Reading
{
    public static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public static ISiteReader Reader { get; } = new SiteReader(new StoppedClock(Now));

    public static SearchReading Search(string html, string? yaml = null, string url = "https://market.example/search?q=x", int status = 200) =>
        Reader.ReadSearch(Site(yaml), Page(html, url, status));

    public static DetailReading Detail(string html, string? yaml = null, string url = "https://market.example/ad/some-thing-1234567", int status = 200) =>
        Reader.ReadDetail(Site(yaml), Page(html, url, status));

    public static SiteDefinition? Site(string? yaml)
    {
        if (yaml is null)
        {
            return null;
        }

        var reading = SiteDefinitionFile.Parse("id: market\nname: Market\nhome: https://market.example/\nlanguages: [nl]\ncountry: NL\n" + yaml, "test.yaml");
        Assert.That(reading.Errors, Is.Empty);
        return reading.Definition;
    }

    private static PageContent Page(string text, string url, int status) => new()
    {
        Url = new Uri(url),
        Text = text,
        Status = status,
        MediaType = text.TrimStart() is ['{' or '[', ..] ? "application/json" : "text/html",
    };

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
