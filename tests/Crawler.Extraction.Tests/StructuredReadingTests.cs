using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;

namespace Crawler.Extraction.Tests;

/// <summary>JSON-LD, microdata, OpenGraph and state JSON, without a definition.</summary>
public sealed class StructuredReadingTests
{
    [Test]
    public void ReadDetail_JsonLdGraph_GivesTheAdvert()
    {
        const string html = """
            <html lang="de"><head><title>Porzellanhund | Markt</title>
            <script type="application/ld+json">
            <!--
            {"@context":"https://schema.org","@graph":[{"@type":"BreadcrumbList","itemListElement":[]},
             {"@type":["Product"],"@id":"#p","name":"Porzellanhund &amp; Korb","description":"Alter Hund
            aus Porzellan.","image":["/i/1.jpg",{"@type":"ImageObject","contentUrl":"https://cdn.example/2.jpg"}],"sku":"A-17","itemCondition":"https://schema.org/UsedCondition",
              "offers":{"@type":"Offer","price":"1250.50","priceCurrency":"EUR","availability":"https://schema.org/InStock","seller":{"@id":"#s"},
              "availableAtOrFrom":{"@type":"Place","address":{"@type":"PostalAddress","postalCode":"10115","addressLocality":"Berlin"}}},},
             {"@type":"Person","@id":"#s","name":"Ann K.","url":"/u/ann"}]}
            -->
            </script></head><body><h1>Porzellanhund &amp; Korb</h1><p>€ 1.250,50</p></body></html>
            """;

        var reading = Reading.Detail(html);

        Assert.Multiple(() =>
        {
            Assert.That(reading.State, Is.EqualTo(OutcomeKind.Ok));
            Assert.That(reading.Title, Is.EqualTo("Porzellanhund & Korb"));
            Assert.That(reading.Price?.Amount, Is.EqualTo(1250.50m));
            Assert.That(reading.Price?.Currency, Is.EqualTo("EUR"));
            Assert.That(reading.Description, Does.StartWith("Alter Hund"));
            Assert.That(reading.Images, Is.EqualTo(new[] { "https://market.example/i/1.jpg", "https://cdn.example/2.jpg" }));
            Assert.That(reading.Seller?.Handle, Is.EqualTo("Ann K."));
            Assert.That(reading.Seller?.ProfileUrl, Is.EqualTo("https://market.example/u/ann"));
            Assert.That(reading.Location, Is.EqualTo("10115 Berlin"));
            Assert.That(reading.Id, Is.EqualTo("A-17"));
            Assert.That(reading.Condition, Is.EqualTo("Used"));
            Assert.That(reading.Availability, Is.EqualTo(Availability.Available));
            Assert.That(reading.PageLanguage, Is.EqualTo("de"));
            Assert.That(reading.Tiers["price"], Is.EqualTo("jsonld"));
        });
    }

    [Test]
    public void ReadDetail_Microdata_GivesTheAdvert()
    {
        var reading = Reading.Detail("""
            <body><div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Lamp</h1><img itemprop="image" src="/l.jpg"><div itemprop="description">Een koperen lamp,<br>werkt nog.</div>
            <div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price" content="45.00">€ 45,-</span><meta itemprop="priceCurrency" content="EUR"></div></div></body>
            """);

        Assert.That((reading.Title, reading.Price?.Amount, reading.Price?.Currency, reading.Description), Is.EqualTo(("Lamp", (decimal?)45, "EUR", "Een koperen lamp,\nwerkt nog.")));
        Assert.That(reading.Tiers["price"], Is.EqualTo("microdata"));
    }

    [Test]
    public void ReadDetail_StructureOnly_ReadsLabelsInFourLanguages()
    {
        var reading = Reading.Detail("""
            <html lang="fr"><head><title>Tabatière ancienne - Annonces</title></head><body><nav><a href="/">Accueil</a></nav><main><h1>Tabatière ancienne</h1><div class="price">120 € à débattre</div>
            <div class="description"><p>Belle tabatière du XIXe siècle, en corne.</p><p>Envoi possible.</p></div>
            <table><tr><th>Lieu</th><td>1000 Bruxelles</td></tr><tr><th>Publiée le</th><td>5 mars 2026</td></tr><tr><th>Vendeur</th><td><a href="/profil/zoe">zoe_b</a></td></tr><tr><th>État</th><td>Bon état</td></tr></table>
            <section><h2>Annonces similaires</h2><div><a href="/x">Autre tabatière</a> <span class="price">15 €</span></div></section></main></body></html>
            """);

        Assert.Multiple(() =>
        {
            Assert.That(reading.Title, Is.EqualTo("Tabatière ancienne"));
            Assert.That((reading.Price?.Amount, reading.Price?.Kind), Is.EqualTo(((decimal?)120, (PriceKind?)PriceKind.Negotiable)));
            Assert.That(reading.Description, Is.EqualTo("Belle tabatière du XIXe siècle, en corne.\nEnvoi possible."));
            Assert.That(reading.Location, Is.EqualTo("1000 Bruxelles"));
            Assert.That(reading.PostedAt, Is.EqualTo(new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero)));
            Assert.That(reading.Seller?.Handle, Is.EqualTo("zoe_b"));
            Assert.That(reading.Seller?.ProfileUrl, Is.EqualTo("https://market.example/profil/zoe"));
            Assert.That(reading.Condition, Is.EqualTo("Bon état"));
            Assert.That(reading.Id, Is.EqualTo("1234567"));
        });
    }

    [Test]
    public void ReadDetail_ForumTopic_TextIsThePostsAndSellerTheirAuthor()
    {
        string posts = string.Concat(Enumerable.Range(0, 4).Select(i => $"<div class=\"post\" id=\"p{i}\"><p class=\"author\">door <a class=\"username\" href=\"/member/{i}\">lid{i}</a> » {i + 1} maart 2026, 10:00</p><div class=\"content\">Dit is bericht nummer {i}, met wat meer woorden erbij.</div></div>"));

        var reading = Reading.Detail($"<html><head><title>Ivoor te koop? - Forum</title></head><body><h2><a href=\"/t/1\">Ivoor te koop?</a></h2>{posts}</body></html>");

        Assert.Multiple(() =>
        {
            Assert.That(reading.Title, Is.EqualTo("Ivoor te koop?"));
            Assert.That(reading.Seller?.Handle, Is.EqualTo("lid0"));
            Assert.That(reading.Description, Does.StartWith("Dit is bericht nummer 0").And.Contain("bericht nummer 3"));
        });
    }

    [Test]
    public void ReadSearch_ItemListWithoutVisibleRows_IsUsed()
    {
        string items = string.Join(',', Enumerable.Range(1, 5).Select(i => $$$"""{"@type":"ListItem","position":{{{i}}},"item":{"@type":"Product","name":"Thing {{{i}}}","url":"/p/{{{i}}}0001","image":"/i/{{{i}}}.jpg","offers":{"@type":"AggregateOffer","lowPrice":{{{i}}},"highPrice":{{{i + 5}}},"priceCurrency":"GBP"} } }"""));

        var reading = Reading.Search($$"""<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{{items}}]}</script><div id="app"></div>""");

        Assert.Multiple(() =>
        {
            Assert.That(reading.Rows, Has.Count.EqualTo(5));
            Assert.That(reading.Rows[1].Url, Is.EqualTo("https://market.example/p/20001"));
            Assert.That((reading.Rows[1].Price?.Amount, reading.Rows[1].Price?.AmountMax, reading.Rows[1].Price?.Currency), Is.EqualTo(((decimal?)2, (decimal?)7, "GBP")));
            Assert.That(reading.Rows[1].Tiers["title"], Is.EqualTo("jsonld"));
        });
    }
}
