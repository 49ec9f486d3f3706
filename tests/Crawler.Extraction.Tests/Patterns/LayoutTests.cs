using Crawler.Contracts.Sweeps;
using static Crawler.Extraction.Tests.Patterns.Layout;

namespace Crawler.Extraction.Tests.Patterns;

/// <summary>The generic tiers on many layouts: all rows, nothing else, and the fields that the layout prints.</summary>
public sealed class LayoutTests
{
    internal static readonly Dictionary<string, Func<IReadOnlyList<Advert>, string>> Layouts = new(StringComparer.Ordinal)
    {
        ["list with classes"] = ads => Page("<ul class=\"results\">" + Each(ads, a => $"<li class=\"result\"><a href=\"{a.Url}\"><img src=\"{a.Image}\"></a><h3><a href=\"{a.Url}\">{a.Title}</a></h3><span class=\"price\">€ {a.PriceText}</span><span class=\"place\">{a.Place}</span></li>") + "</ul>"),
        ["whole card is a link, hashed classes"] = ads => Page("<div class=\"css-1q2w3e\">" + Each(ads, a => $"<a class=\"css-9z8y7x\" href=\"{a.Url}?utm_source=list\"><div class=\"css-aa1\"><img loading=\"lazy\" src=\"data:image/gif;base64,R0lGODlhAQAB\" data-src=\"{a.Image}\"></div><div class=\"css-bb2\"><h6 class=\"css-cc3\">{a.Title}</h6><p class=\"css-dd4\">{a.PriceText} €</p><p class=\"css-ee5\">{a.Place} - {a.Posted}</p></div></a>") + "</div>"),
        ["utility classes"] = ads => Page("<div class=\"grid grid-cols-4 gap-4 p-2\">" + Each(ads, a => $"<div class=\"flex flex-col p-2 rounded bg-white\"><a class=\"flex p-2\" href=\"{a.Url}\"><img class=\"w-full rounded\" srcset=\"{a.Image}?w=100 100w, {a.Image} 600w\" src=\"{a.Image}?w=100\"></a><div class=\"flex p-2\"><a class=\"font-bold\" href=\"{a.Url}\">{a.Title}</a></div><div class=\"flex p-2\"><span class=\"font-bold\">€ {a.PriceText}</span></div></div>") + "</div>"),
        ["rows of four"] = ads => Page(string.Concat(ads.Chunk(4).Select(four => "<div class=\"row\">" + Each(four, a => $"<div class=\"col\"><div class=\"box\"><a href=\"{a.Url}\"><img src=\"{a.Image}\"></a><p class=\"name\"><a href=\"{a.Url}\">{a.Title}</a></p><p>€{a.PriceText}</p></div></div>") + "</div>"))),
        ["table without classes"] = ads => Page("<table><tr><th>Foto</th><th>Titel</th><th>Prijs</th><th>Datum</th></tr>" + Each(ads, a => $"<tr><td><a href=\"{a.Url}\"><img src=\"{a.Image}\" width=\"80\"></a></td><td><a href=\"{a.Url}\">{a.Title}</a></td><td>EUR {a.PriceText}</td><td>{a.Posted}</td></tr>") + "</table>"),
        ["grouped under days"] = ads => Page(string.Concat(ads.Chunk(6).Select((day, i) => $"<h4>{i + 1} maart</h4>" + Each(day, a => $"<p class=\"line\"><a href=\"{a.Url}\">{a.Title}</a> <span>€ {a.PriceText}</span> <small>({a.Place})</small></p>")))),
        ["title only in attribute, cut text"] = ads => Page("<ol>" + Each(ads, a => $"<li><article><a href=\"{a.Url}\"><img src=\"{a.Image}\" alt=\"{a.Title}\"></a><h3><a href=\"{a.Url}\" title=\"{a.Title}\">{a.Title[..8]}...</a></h3><p class=\"amount\">€ {a.PriceText}</p></article></li>") + "</ol>"),
        ["old price struck out, split price"] = ads => Page("<div>" + Each(ads, a => $"<div class=\"tile\"><a href=\"{a.Url}\"><img data-original=\"{a.Image}\" src=\"/img/blank.gif\"><span class=\"t\">{a.Title}</span></a><div class=\"cost\"><del>€ {a.Price + 50:0},00</del> <ins>€ {a.PriceText}</ins></div><div class=\"vat\">€ 2,95 verzendkosten</div></div>") + "</div>"),
        ["articles with test names"] = ads => Page("<section>" + Each(ads, a => $"<article data-testid=\"listing-ad\" data-id=\"{70001234 + a.Number * 13}\"><div><picture><source srcset=\"{a.Image}\"><img src=\"/img/placeholder.png\"></picture></div><div><a href=\"{a.Url}\"><span data-testid=\"title\">{a.Title}</span></a><span data-testid=\"price\">€ {a.PriceText}</span><a href=\"/u/{a.Seller}\">{a.Seller}</a></div></article>") + "</section>"),
        ["paid rows first, of another class"] = ads => Page("<div class=\"list\">" + Each([.. ads.Take(2)], a => $"<div class=\"item promo\"><span class=\"flag\">Topadvertentie</span><a href=\"{a.Url}\"><img src=\"{a.Image}\"><h2>{a.Title}</h2></a><em>€ {a.PriceText}</em></div>") + Each([.. ads.Skip(2)], a => $"<div class=\"item\"><a href=\"{a.Url}\"><img src=\"{a.Image}\"><h2>{a.Title}</h2></a><em>€ {a.PriceText}</em></div>") + "</div>"),
        ["banners between rows"] = ads => Page("<ul>" + string.Concat(ads.Chunk(5).Select(some => Each(some, a => $"<li><a href=\"{a.Url}\"><img src=\"{a.Image}\"></a><strong><a href=\"{a.Url}\">{a.Title}</a></strong><span>{a.PriceText} €</span></li>") + "<li><div id=\"banner\"></div></li>")) + "</ul>"),
        ["only in the page's data"] = ads => Page("<div id=\"app\"></div>", related: false, head: "<script id=\"__NEXT_DATA__\" type=\"application/json\">{\"props\":{\"pageProps\":{\"filters\":[{\"name\":\"merk\",\"id\":1}],\"listings\":[" + string.Join(',', ads.Select(a => $"{{\"itemId\":\"m{70001234 + a.Number * 13}\",\"title\":\"{a.Title}\",\"vipUrl\":\"{a.Url}\",\"priceInfo\":{{\"amount\":{a.Price.ToString(System.Globalization.CultureInfo.InvariantCulture)},\"currency\":\"EUR\"}},\"imageUrls\":[\"https://market.example{a.Image}\"],\"location\":{{\"cityName\":\"{a.Place}\"}}}}")) + "]}}}</script>"),
    };

    private static IEnumerable<string> Names => Layouts.Keys;

    [TestCaseSource(nameof(Names))]
    public void ReadSearch_Layout_FindsExactlyItsRows(string name)
    {
        var ads = Adverts(24);

        var reading = Reading.Search(Layouts[name](ads));

        Assert.That(reading.State, Is.EqualTo(OutcomeKind.Ok), reading.StateDetail);
        Assert.Multiple(() =>
        {
            Assert.That(reading.Rows.Select(r => r.Url), Is.EqualTo(ads.Select(a => "https://market.example" + a.Url)));
            Assert.That(reading.Rows.Select(r => r.Title), Is.EqualTo(ads.Select(a => a.Title)));
            Assert.That(reading.Rows.Select(r => r.Price?.Amount), Is.EqualTo(ads.Select(a => (decimal?)a.Price)));
            Assert.That(reading.Rows.Select(r => r.Price?.Currency), Is.All.EqualTo("EUR"));
            Assert.That(reading.NextPage?.PathAndQuery, Is.EqualTo("/search?q=x&page=2"));
        });
        if (name != "grouped under days")
        {
            Assert.That(reading.Rows.Select(r => r.Image), Is.EqualTo(ads.Select(a => "https://market.example" + a.Image)));
        }
    }

    [TestCaseSource(nameof(Names))]
    public void ReadSearch_FewRows_AreFoundToo(string name)
    {
        var ads = Adverts(3);

        var reading = Reading.Search(Layouts[name](ads));

        Assert.That(reading.Rows.Select(r => r.Title), Is.EqualTo(ads.Select(a => a.Title)), reading.StateDetail);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void ReadSearch_OneResult_IsFound(bool related)
    {
        string row = Each(Adverts(1), a => $"<p>1 resultaat</p><div class=\"list\"><div class=\"card\"><a href=\"{a.Url}\"><img src=\"{a.Image}\"></a><h3><a href=\"{a.Url}\">{a.Title}</a></h3><span>€ {a.PriceText}</span></div></div>");

        var reading = Reading.Search(Page(row, related).Replace("<ul class=\"paging\">", "<ul hidden>", StringComparison.Ordinal));

        Assert.That(reading.Rows.Select(r => (r.Title, r.Price?.Amount)), Is.EqualTo(new[] { ("Oude viool met strijkstok", (decimal?)10.5m) }), reading.StateDetail);
    }

    [Test]
    public void ReadSearch_PaidRows_AreMarkedNotLost()
    {
        var reading = Reading.Search(Layouts["paid rows first, of another class"](Adverts(24)));

        Assert.That(reading.Rows.Select(r => r.Sponsored), Is.EqualTo(Enumerable.Range(0, 24).Select(i => i < 2)));
    }

    [Test]
    public void ReadSearch_ForumList_RowsAreTopics()
    {
        string rows = "<div class=\"topiclist\">" + Each(Adverts(20), a => $"<dl class=\"topic\"><dt><a class=\"topictitle\" href=\"./viewtopic.php?f=4&amp;t={880 + a.Number}&amp;sid=0123456789abcdef0123456789abcdef\">{a.Title}</a><br>door <a href=\"./memberlist.php?mode=viewprofile&amp;u={a.Number}\" class=\"username\">{a.Seller}</a> » {a.Posted}</dt><dd class=\"posts\">{a.Number}</dd><dd class=\"views\">{a.Number * 31}</dd></dl>") + "</div>";

        var reading = Reading.Search(Page(rows, related: false), url: "https://forum.example/search.php?keywords=x");

        Assert.Multiple(() =>
        {
            Assert.That(reading.Rows.Select(r => r.Title), Is.EqualTo(Adverts(20).Select(a => a.Title)));
            Assert.That(reading.Rows[3].Url, Is.EqualTo("https://forum.example/viewtopic.php?f=4&t=883"));
            Assert.That(reading.Rows[3].Id, Is.EqualTo("883"));
            Assert.That(reading.Rows[3].Seller, Is.EqualTo("verkoper3"));
            Assert.That(reading.Rows[3].PostedAt, Is.Not.Null);
        });
    }
}
