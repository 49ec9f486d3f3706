using Crawler.TrainingGround.Terms;

namespace Crawler.TrainingGround.Tests.Terms;

public sealed class TermMatcherTests
{
    private static readonly TermMatcher Matcher = new(PlainTerms.Demo);

    [TestCase("Beeldje van IVOOR, oud", "ivoor")]
    [TestCase("une boîte en ECAILLE  de tortue", "écaille de tortue")]
    [TestCase("bracelet d'ivoire", "ivoire")]
    [TestCase("ivory coloured dress and an ivory comb", "ivory")]
    [TestCase("Figur (Elfenbein)", "Elfenbein")]
    public void Hits_PlainTerm_IsFound(string text, string term) =>
        Assert.That(Matcher.Hits(text).Select(t => t.Text), Is.EqualTo([term]));

    [TestCase("ivory-coloured dress")]
    [TestCase("Carte de Côte d’Ivoire")]
    [TestCase("i v o r y")]
    [TestCase("ivorylike")]
    [TestCase("medicijnen nooit zonder recept")]
    [TestCase("without any prescription")]
    public void Hits_ExcludedHiddenOrPartOfAWord_IsNot(string text) => Assert.That(Matcher.Hits(text), Is.Empty);

    [Test]
    public void Demo_TermSheet_EqualsTheShippedFile()
    {
        using var stream = typeof(PlainTerms).Assembly.GetManifestResourceStream("Crawler.TrainingGround.Assets.demo-terms.yaml")!;
        using var reader = new StreamReader(stream);
        Assert.That(reader.ReadToEnd(), Is.EqualTo(TermSheet.Write(PlainTerms.Demo)));
    }
}
