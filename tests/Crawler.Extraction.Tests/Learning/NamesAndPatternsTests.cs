using Crawler.Extraction.Learning;
using Crawler.Pages;

namespace Crawler.Extraction.Tests.Learning;

/// <summary>Which names are worth standing in a selector, and where an address holds its id.</summary>
public sealed class NamesAndPatternsTests
{
    [TestCase("price", false)]
    [TestCase("ad-listitem__title", false)]
    [TestCase("zoekertje", false)]
    [TestCase("hz-Listing--list-item", false)]
    [TestCase("css-1x2y3z", true)]
    [TestCase("sc-bdVaJa", true)]
    [TestCase("x9f31d78", true)]
    [TestCase("fkwzq", true)]
    public void IsMade_Name_IsToldFromOneThatAPersonChose(string name, bool made) => Assert.That(ClassQuality.IsMade(name), Is.EqualTo(made));

    [Test]
    public void Stem_NameWithAHash_IsItsReadablePart()
    {
        Assert.That(ClassQuality.Stem("Card_title__x7Yz2"), Is.EqualTo("Card_title__"));
        Assert.That(ClassQuality.Stem("css-1x2y3z"), Is.Null);
        Assert.That(ClassQuality.Stem("price"), Is.Null);
    }

    [TestCase("https://m.example/a/lamp/m204149213-oude-lamp", "m204149213", "https://m.example/a/fiets/m99-x-2020", "m99")]
    [TestCase("https://m.example/viewtopic?t=10526", "10526", "https://m.example/viewtopic?t=7&start=10", "7")]
    [TestCase("https://m.example/product/old-lamp/HV-31022?ref=promo", "HV-31022", "https://m.example/product/x/HV-1", "HV-1")]
    [TestCase("https://m.example/@ann/109220478000000074", "109220478000000074", "https://m.example/@bob5/109220478000000075", "109220478000000075")]
    public void OfAddresses_TwoOfASite_OnePatternReadsBoth(string first, string firstId, string second, string secondId)
    {
        string? pattern = IdPattern.OfAddresses([(first, firstId), (second, secondId)]);

        Assert.That(pattern, Is.Not.Null);
        Assert.That((RuleRegex.Value(pattern!, first), RuleRegex.Value(pattern!, second)), Is.EqualTo((firstId, secondId)));
    }

    [Test]
    public void OfAddresses_IdThatIsNotThere_IsNull() => Assert.That(IdPattern.OfAddresses([("https://m.example/x", "17")]), Is.Null);

    [Test]
    public void Marker_PageWithoutResults_IsToldByTheElementThatSaysSo()
    {
        var empty = Page("<div class=\"panel melding geen-resultaten\">Geen resultaten gevonden</div><footer class=\"voet\">x</footer>");
        var full = Page("<ul class=\"lijst\"><li>a</li></ul><div class=\"panel\">tip</div><footer class=\"voet\">x</footer>");

        Assert.That(MarkerLearner.Find([empty], [full]), Is.EqualTo(".geen-resultaten"));
        Assert.That(MarkerLearner.Find([full], [full]), Is.Null);
    }

    private static PageContent Page(string html) => new() { Url = new Uri("https://m.example/"), Text = $"<html><body>{html}</body></html>" };
}
