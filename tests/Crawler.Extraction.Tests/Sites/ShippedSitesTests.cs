using Crawler.Sites.Files;
using Crawler.Sites.Requests;
using Crawler.Sites.Yaml;
using CyberPatrol.Tests.Shared;
using NJsonSchema;
using YamlDotNet.RepresentationModel;

namespace Crawler.Extraction.Tests.Sites;

/// <summary>The definitions in <c>sites/</c>: sound, true to the schema, polite, and open about not having been run.</summary>
internal sealed class ShippedSitesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "sites");

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> RealFiles() => Files().Where(f => !f.StartsWith("training", StringComparison.Ordinal));

    /// <summary>Parsing compiles every selector, JSON path, regular expression and template of a file.</summary>
    [TestCaseSource(nameof(Files))]
    public void Parse_ShippedFile_IsSound(string file)
    {
        var reading = Read(file);

        Assert.That(reading.Errors, Is.Empty);
        Assert.That(reading.Definition!.Id, Is.EqualTo(Path.GetFileNameWithoutExtension(file)));
        Assert.That(SearchUrl.Render(reading.Definition, "Ivoor & bot", 1, cursor: "c").IsAbsoluteUri);
    }

    [TestCaseSource(nameof(Files))]
    public async Task Schema_ShippedFile_IsValid(string file)
    {
        var schema = await Schema.Value;

        Assert.That(schema.Validate(Json(File.ReadAllText(Path.Combine(Folder, file)))).Select(e => e.ToString()), Is.Empty);
    }

    [TestCase("id: x\nname: X\nhome: https://x.example/\nlanguages: [nl]\nsearch: {url: /s}\nserch: {}")]
    [TestCase("id: x\nname: X\nhome: https://x.example/\nlanguages: [nl]\nsearch: {url: /s, paging: sideways}")]
    [TestCase("id: X Y\nname: X\nhome: https://x.example/\nlanguages: [nl]\nsearch: {url: /s}")]
    [TestCase("id: x\nname: X\nhome: https://x.example/\nlanguages: [nl]\nsearch: {url: /s}\nlogin: {url: /l, fields: {pass: {env: HOME}}}")]
    [TestCase("id: x\nname: X\nhome: https://x.example/\nlanguages: [nl]\nsearch: {url: /s}\nverified: perhaps")]
    public async Task Schema_Mistake_IsSeen(string yaml)
    {
        var schema = await Schema.Value;

        Assert.That(schema.Validate(Json(yaml)), Is.Not.Empty);
    }

    [TestCaseSource(nameof(RealFiles))]
    public void RealSite_IsPoliteAndOpenAboutNotHavingBeenRun(string file)
    {
        var site = Read(file).Definition!;

        Assert.Multiple(() =>
        {
            Assert.That(site.Verified || site.VerifiedNote is { Length: > 30 }, "a site that nobody has run says why");
            Assert.That(site.Pace.Delay, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(3)));
            Assert.That(site.Pace.Concurrency, Is.EqualTo(1));
            Assert.That(site.Robots.Obey, Is.True);
            Assert.That(site.Home.Scheme, Is.EqualTo("https"));
            Assert.That(site.Login, Is.Null);
            Assert.That(site.Health.Fill, Is.Not.Empty);
        });
    }

    [Test]
    public void RealSites_CoverWhatMatters() => Assert.That(RealFiles().Select(Path.GetFileNameWithoutExtension), Is.SupersetOf(new[]
    {
        "ebay-de", "kleinanzeigen", "marktplaats", "2dehands", "2ememain", "leboncoin", "vinted", "willhaben", "subito", "olx-pl", "etsy", "aliexpress", "wallapop", "catawiki", "facebook-marketplace",
        "mastodon-social", "bluesky", "reddit", "telegram-channel", "phpbb-forum", "discourse-forum",
    }));

    [TestCase("ebay-de", "https://www.ebay.de/itm/256123456789?hash=item3b", "256123456789")]
    [TestCase("ebay-uk", "https://www.ebay.co.uk/itm/Old-fan/123456789012", "123456789012")]
    [TestCase("kleinanzeigen", "https://www.kleinanzeigen.de/s-anzeige/alter-faecher/2712345678-234-1234", "2712345678")]
    [TestCase("marktplaats", "https://www.marktplaats.nl/v/antiek-en-kunst/m2123456789-waaier", "m2123456789")]
    [TestCase("2ememain", "https://www.2ememain.be/v/antiquites/a1503344556-eventail", "a1503344556")]
    [TestCase("leboncoin", "https://www.leboncoin.fr/ad/collection/2712345678", "2712345678")]
    [TestCase("leboncoin", "https://www.leboncoin.fr/collection/1712345678.htm", "1712345678")]
    [TestCase("vinted", "https://www.vinted.fr/items/4512345678-eventail-ancien", "4512345678")]
    [TestCase("willhaben", "https://www.willhaben.at/iad/kaufen-und-verkaufen/d/faecher-712345678/", "712345678")]
    [TestCase("subito", "https://www.subito.it/collezionismo/ventaglio-roma-512345678.htm", "512345678")]
    [TestCase("olx-pl", "https://www.olx.pl/d/oferta/wachlarz-CID767-IDZk1mN.html", "Zk1mN")]
    [TestCase("olx-br", "https://sp.olx.com.br/sao-paulo-e-regiao/antiguidades/leque-antigo-1234567890", "1234567890")]
    [TestCase("etsy", "https://www.etsy.com/de/listing/1234567890/old-fan?ref=x", "1234567890")]
    [TestCase("aliexpress", "https://www.aliexpress.com/item/1005001234567890.html?spm=a", "1005001234567890")]
    [TestCase("wallapop", "https://es.wallapop.com/item/abanico-antiguo-1012345678", "1012345678")]
    [TestCase("catawiki", "https://www.catawiki.com/en/l/81234567-fan", "81234567")]
    [TestCase("facebook-marketplace", "https://www.facebook.com/marketplace/item/1234567890123456/?ref=search", "1234567890123456")]
    [TestCase("mastodon-social", "https://mastodon.social/@someone/112345678901234567", "112345678901234567")]
    [TestCase("reddit", "https://www.reddit.com/r/knives/comments/1abcde/old_fan/", "1abcde")]
    [TestCase("telegram-channel", "https://t.me/telegram/312", "telegram/312")]
    [TestCase("phpbb-forum", "https://www.phpbb.com/community/viewtopic.php?f=46&t=2651234&sid=1", "2651234")]
    [TestCase("discourse-forum", "https://meta.discourse.org/t/old-fan-2/12483/3", "12483")]
    [TestCase("discourse-forum", "https://meta.discourse.org/t/12483", "12483")]
    public void IdFromUrl_AdvertsAddress_GivesTheSitesId(string id, string url, string expected)
    {
        var site = Read(id + ".yaml").Definition!;

        Assert.That(ListingIdentity.IdFromUrl(site, new Uri(url)), Is.EqualTo(expected));
    }

    [TestCase("ebay-fr", 2, "https://www.ebay.fr/sch/i.html?_nkw=Old+fan+%26+comb&_sop=10&_ipg=60&_pgn=2")]
    [TestCase("kleinanzeigen", 1, "https://www.kleinanzeigen.de/s-old-fan-comb/k0")]
    [TestCase("2dehands", 3, "https://www.2dehands.be/q/Old+fan+%26+comb/p/3/")]
    [TestCase("olx-ro", 2, "https://www.olx.ro/oferte/q-old-fan-comb/?page=2")]
    [TestCase("mastodon-social", 1, "https://mastodon.social/api/v1/timelines/tag/Oldfancomb?limit=40")]
    [TestCase("bluesky", 1, "https://public.api.bsky.app/xrpc/app.bsky.feed.searchPosts?q=Old%20fan%20%26%20comb&sort=latest&limit=100")]
    [TestCase("phpbb-forum", 2, "https://www.phpbb.com/community/search.php?keywords=Old+fan+%26+comb&terms=all&sf=titleonly&sr=topics&sk=t&sd=d&start=25")]
    public void SearchUrl_Query_IsWrittenAsTheSiteDoes(string id, int page, string expected) =>
        Assert.That(SearchUrl.Render(Read(id + ".yaml").Definition!, "Old fan & comb", page).AbsoluteUri, Is.EqualTo(expected));

    private static Lazy<Task<JsonSchema>> Schema { get; } = new(() => JsonSchema.FromFileAsync(Path.Combine(Folder, "schema.json")));

    private static SiteFileReading Read(string file) => SiteDefinitionFile.Parse(File.ReadAllText(Path.Combine(Folder, file)), file);

    private static string Json(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return YamlJson.Of(stream.Documents[0].RootNode, (_, _) => { }, new YamlErrors("x"))!.ToJsonString();
    }
}
