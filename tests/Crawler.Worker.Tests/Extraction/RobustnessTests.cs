using System.Text;
using Crawler.Contracts.Sweeps;
using Crawler.Worker.Tests.Extraction.Patterns;

namespace Crawler.Worker.Tests.Extraction;

/// <summary>Whatever a page holds, reading it ends and answers.</summary>
public sealed class RobustnessTests
{
    private static readonly string[] Shards =
    [
        "<", ">", "</div>", "<div>", "<table>", "</table><td>", "<!--", "-->", "\"", "'", "<script>", "</script>", "<style>", "&#x110000;", "&nbsp", "\0", "\ud800", "<a href=", "<b><i></b></i>", "<template>", "<svg><a>", "<select><option>",
        "<li", "]]>", "<![CDATA[", "<p/>", "<base href='//[::'>", "\u202e", "€ 1.2.3.4,5,6", "<frameset>", "<plaintext", "<noscript>", "itemprop='price'",
    ];

    [Test]
    public void Read_MutatedPages_NeverThrowsAndAlwaysAnswers([Range(1, 4)] int seed)
    {
        var random = new Random(seed);
        string page = Layout.Page("<ul>" + Layout.Each(Layout.Adverts(8), a => $"<li class=\"r\"><a href=\"{a.Url}\"><img src=\"{a.Image}\">{a.Title}</a><span itemprop=\"price\">€ {a.PriceText}</span><time>{a.Posted}</time></li>") + "</ul>")
            .Replace("</head>", "<script type=\"application/ld+json\">{\"@type\":\"Product\",\"name\":\"x\",\"offers\":{\"price\":\"1.5\",\"priceCurrency\":\"EUR\"}}</script></head>", StringComparison.Ordinal);
        for (int i = 0; i < 40; i++)
        {
            string mutated = Mutate(page, random);

            Assert.That(Reading.Search(mutated).State, Is.AnyOf(OutcomeKind.Ok, OutcomeKind.Drifted, OutcomeKind.Empty, OutcomeKind.Unreadable, OutcomeKind.SoftNotFound, OutcomeKind.ConsentWall, OutcomeKind.LoginRequired));
            Assert.That(Reading.Detail(mutated).State, Is.Not.EqualTo(OutcomeKind.InternalError));
        }
    }

    [Test]
    public void Read_MutatedJson_NeverThrows([Range(1, 3)] int seed)
    {
        var random = new Random(seed);
        const string json = """{"items":[{"id":1,"title":"a","url":"/a/1","price":{"amount":3,"currency":"EUR"},"images":[{"url":"/i.jpg"}]},{"id":2,"title":"b","url":"/b/2"}],"next":"/p2"}""";
        for (int i = 0; i < 200; i++)
        {
            string mutated = Mutate(json, random);

            Assert.That(() => Reading.Search(mutated), Throws.Nothing);
            Assert.That(() => Reading.Detail(mutated), Throws.Nothing);
        }
    }

    [TestCase("<div>")]
    [TestCase("<b>")]
    [TestCase("<a href=x>")]
    [TestCase("<table><tr><td>")]
    [TestCase("<ul><li>")]
    [TestCase("<svg><g>")]
    [TestCase("<font size=1>")]
    public void Read_DeepNesting_DoesNotOverflow(string tag)
    {
        string page = "<html><body>" + string.Concat(Enumerable.Repeat(tag, 20_000)) + "x";

        Assert.That(() => Reading.Search(page), Throws.Nothing);
        Assert.That(() => Reading.Detail(page), Throws.Nothing);
    }

    [Test]
    public void Read_DeepJson_DoesNotOverflow()
    {
        string page = "<script type=\"application/ld+json\">" + string.Concat(Enumerable.Repeat("{\"a\":[", 30_000)) + "</script><script>x = " + new string('[', 50_000) + "</script>";

        Assert.That(() => Reading.Search(page), Throws.Nothing);
        Assert.That(() => Reading.Search(new string('[', 100_000)), Throws.Nothing);
    }

    [Test]
    public void Read_ManyNodes_Ends()
    {
        var page = new StringBuilder("<html><body>");
        for (int i = 0; i < 20_000; i++)
        {
            page.Append("<div class=c").Append(i % 50).Append("><a href=/ad/").Append(i).Append(">Thing ").Append(i).Append("</a> € ").Append(i).Append("</div>");
        }

        Assert.That(Reading.Search(page.ToString()).State, Is.EqualTo(OutcomeKind.Ok).Or.EqualTo(OutcomeKind.Drifted));
    }

    [Test]
    public void Read_HostilePattern_IsStopped()
    {
        var reading = Reading.Search($"<ul><li class=ad><a href=/1>{new string('a', 40)}!</a></ul>", "search: {url: /s, rows: li.ad, fields: {url: 'a@href', title: {select: a, match: '^(a+)+$'}}}");

        Assert.That(reading.State, Is.EqualTo(OutcomeKind.Ok));
    }

    private static string Mutate(string page, Random random)
    {
        var text = new StringBuilder(page);
        int changes = 1 + random.Next(12);
        for (int i = 0; i < changes && text.Length > 20; i++)
        {
            int at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(200), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Shards[random.Next(Shards.Length)]);
                    break;
                case 2:
                    text.Length = Math.Max(20, at);
                    break;
                case 3:
                    text[at] = (char)random.Next(1, 0xffff);
                    break;
                default:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(300), text.Length - at)));
                    break;
            }
        }

        return text.ToString();
    }
}
