using Crawler.Worker.Extraction.Values;

namespace Crawler.Worker.Tests.Extraction.Values;

public sealed class WeightReaderTests
{
    [TestCase("beeldje van 350 gram", 350)]
    [TestCase("Gewicht 1,2 kg", 1200)]
    [TestCase("1.500 g Silber", 1500)]
    [TestCase("about 2 lbs", 907.18474)]
    [TestCase("250mg tabletten", 0.25)]
    [TestCase("2 Pfund", 1000)]
    public void Grams_Weight_IsRead(string text, decimal grams) => Assert.That(WeightReader.Grams(text, "nl"), Is.EqualTo(grams));

    [TestCase("€ 12/kg")]
    [TestCase("maat L, 28 inch")]
    [TestCase("")]
    [TestCase(null)]
    public void Grams_NoWeight_IsNull(string? text) => Assert.That(WeightReader.Grams(text, "nl"), Is.Null);
}
