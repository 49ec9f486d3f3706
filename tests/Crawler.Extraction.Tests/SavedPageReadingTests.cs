using System.Text;
using System.Text.Json;
using Crawler.Extraction.Readers;
using Crawler.Extraction.Tests.Patterns;
using Crawler.Pages;

namespace Crawler.Extraction.Tests;

public sealed class SavedPageReadingTests
{
    private static readonly Uri SearchAddress = new("https://market.example/search?q=x");
    private static readonly Uri AdvertAddress = new("https://market.example/ad/lamp-1234567");

    [Test]
    public void ToJson_SearchPage_HasEveryFieldAndExplicitNulls()
    {
        string html = Layout.Page("<ul>" + Layout.Each(Layout.Adverts(9), a => $"<li><a href=\"{a.Url}\">{a.Title}</a><b>€ {a.PriceText}</b></li>") + "</ul>");

        using var json = JsonDocument.Parse(Read(html, SearchAddress, kind: null).ToJson());

        var root = json.RootElement;
        var row = root.GetProperty("rows")[0];
        Assert.Multiple(() =>
        {
            Assert.That(root.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "kind", "rows", "nextPage", "tiers" }));
            Assert.That(root.GetProperty("kind").GetString(), Is.EqualTo("search"));
            Assert.That(row.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "id", "url", "title", "price", "currency", "image", "location", "sponsored", "tiers" }));
            Assert.That(row.GetProperty("image").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(row.GetProperty("price").GetDecimal(), Is.EqualTo(10.5m));
            Assert.That(row.GetProperty("tiers").GetProperty("price").GetString(), Is.EqualTo("pattern"));
        });
    }

    [Test]
    public void ToJson_AdvertPage_HasEveryFieldAndExplicitNulls()
    {
        using var json = JsonDocument.Parse(Read("<h1>Lamp</h1><p class=price>€ 45</p><div class=description>Een koperen lamp die nog werkt.</div>", AdvertAddress, kind: null).ToJson());

        var root = json.RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(root.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "kind", "id", "title", "price", "currency", "description", "images", "seller", "location", "postedAt", "tiers" }));
            Assert.That(root.GetProperty("kind").GetString(), Is.EqualTo("detail"));
            Assert.That(root.GetProperty("id").GetString(), Is.EqualTo("1234567"));
            Assert.That(root.GetProperty("seller").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(root.GetProperty("images").GetArrayLength(), Is.Zero);
        });
    }

    [Test]
    public void Read_Latin1Page_IsDecodedByItsMeta()
    {
        byte[] body = Encoding.Latin1.GetBytes("<meta charset=iso-8859-1><h1>Écaille de tortue</h1><p class=description>Très belle pièce ancienne.</p>");

        var reading = SavedPageReading.Read(Reading.Reader, null, body, AdvertAddress, PageKind.Detail);

        Assert.That(reading.Detail?.Title, Is.EqualTo("Écaille de tortue"));
    }

    [Test]
    public void Read_Json_IsRecognised()
    {
        var reading = Read("""[{"id":1,"title":"Een","url":"/ad/1","price":3},{"id":2,"title":"Twee","url":"/ad/2","price":4}]""", SearchAddress, PageKind.Search);

        Assert.That(reading.Search?.Rows.Select(r => r.Title), Is.EqualTo(new[] { "Een", "Twee" }));
    }

    private static SavedPageReading Read(string html, Uri url, PageKind? kind) => SavedPageReading.Read(Reading.Reader, null, Encoding.UTF8.GetBytes(html), url, kind);
}
