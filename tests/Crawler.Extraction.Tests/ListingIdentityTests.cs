namespace Crawler.Extraction.Tests;

public sealed class ListingIdentityTests
{
    [TestCase("https://m.example/s-anzeige/damen-schuhe/3067466132-159-3409", "3067466132")]
    [TestCase("https://m.example/listing/550571276/autumn-mat", "550571276")]
    [TestCase("https://m.example/show/28903", "28903")]
    [TestCase("https://m.example/a-light-in-the-attic_1000/index.html", "1000")]
    [TestCase("https://m.example/v/antiek/m2135678901-lamp", "m2135678901")]
    [TestCase("https://m.example/viewtopic.php?f=4&t=883", "883")]
    [TestCase("https://m.example/item?id=77", "77")]
    [TestCase("https://m.example/shoes/nike-air-2023", null)]
    [TestCase("https://m.example/phones/iphone-12", null)]
    [TestCase("https://m.example/2024/05/some-post", null)]
    [TestCase("https://m.example/", null)]
    public void IdFromUrl_GenericRule_TakesOnlyWhatIdentifies(string url, string? id) => Assert.That(ListingIdentity.IdFromUrl(null, new Uri(url)), Is.EqualTo(id));

    [Test]
    public void IdFromUrl_SitesOwnRule_Wins() =>
        Assert.That(ListingIdentity.IdFromUrl(Reading.Site("search: {url: /s}\ndetail: {idFromUrl: 'x-([a-z]+)'}"), new Uri("https://m.example/x-abc/123456")), Is.EqualTo("abc"));

    [Test]
    public void For_SameAdvertWithTrackingAndFragment_IsOneListing()
    {
        var site = Reading.Site("search: {url: /s}")!;

        string plain = ListingIdentity.For(site, null, new Uri("https://m.example/some-lamp"));
        string tracked = ListingIdentity.For(site, null, new Uri("https://m.example/some-lamp?utm_source=x&gclid=1#photos"));
        string other = ListingIdentity.For(site, null, new Uri("https://m.example/some-lamp?colour=red"));

        Assert.That(tracked, Is.EqualTo(plain));
        Assert.That(other, Is.Not.EqualTo(plain));
    }
}
