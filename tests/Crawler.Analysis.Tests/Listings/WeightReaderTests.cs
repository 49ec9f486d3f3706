using Crawler.Analysis.Listings;

namespace Crawler.Analysis.Tests.Listings;

public sealed class WeightReaderTests
{
    [TestCase("Gewicht 250 g", "250")]
    [TestCase("250gr", "250")]
    [TestCase("250 gram ivoor", "250")]
    [TestCase("1,2 kg", "1200")]
    [TestCase("1.2kg", "1200")]
    [TestCase("2 kilo", "2000")]
    [TestCase("1.234,5 g", "1234.5")]
    [TestCase("1 234 grammes", "1234")]
    [TestCase("1.234 g", "1234")]
    [TestCase("0,125 kg", "125")]
    [TestCase("2 oz", "56.699")]
    [TestCase("Länge 20 cm, 3 Kilogramm", "3000")]
    public void Grams_Weight_IsRead(string text, string grams) =>
        Assert.That(WeightReader.Grams(text), Is.EqualTo(decimal.Parse(grams, System.Globalization.CultureInfo.InvariantCulture)));

    [TestCase("50 mg tabletten")]
    [TestCase("20 cm")]
    [TestCase("gram")]
    [TestCase("5 GB geheugen")]
    [TestCase("0 g")]
    [TestCase("€ 5/g")]
    [TestCase(null)]
    public void Grams_NoWeight_IsNull(string? text) => Assert.That(WeightReader.Grams(text), Is.Null);
}
