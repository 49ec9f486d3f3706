using Crawler.Contracts.Listings;
using Crawler.Extraction.Values;

namespace Crawler.Extraction.Tests.Values;

public sealed class PriceReaderTests
{
    [TestCase("1.234,56 €", 1234.56, "EUR")]
    [TestCase("€ 1.234,-", 1234, "EUR")]
    [TestCase("€ 1.234,50 -", 1234.50, "EUR")]
    [TestCase("EUR 12", 12, "EUR")]
    [TestCase("12,- Euro", 12, "EUR")]
    [TestCase("1\u00a0200 Kč", 1200, "CZK")]
    [TestCase("9 900,00 zł", 9900, "PLN")]
    [TestCase("CHF 2’710.-", 2710, "CHF")]
    [TestCase("19.50 CHF", 19.50, "CHF")]
    [TestCase("£1,250.00", 1250, "GBP")]
    [TestCase("R$ 1.025,90", 1025.90, "BRL")]
    [TestCase("US$ 36.97+", 36.97, "USD")]
    [TestCase("35€ 99", 35.99, "EUR")]
    [TestCase("$1,190.00 AUD", 1190, "AUD")]
    [TestCase("1.837, 32 €", 1837.32, "EUR")]
    [TestCase("Preis: 45 € inkl. MwSt.", 45, "EUR")]
    [TestCase("3x für 14,85 EUR", 14.85, "EUR")]
    [TestCase("-20% € 8,00", 8, "EUR")]
    [TestCase("₿ 0.0042", 0.0042, "XBT")]
    public void Read_EuropeanHabits_GiveAmountAndCurrency(string text, decimal amount, string currency)
    {
        var price = PriceReader.Read(text, PriceContext.None);

        Assert.That((price?.Amount, price?.Currency), Is.EqualTo(((decimal?)amount, currency)));
    }

    [TestCase("140 € VB", PriceKind.Negotiable, 140)]
    [TestCase("VB", PriceKind.Negotiable, null)]
    [TestCase("Prix à débattre", PriceKind.Negotiable, null)]
    [TestCase("Bieden", PriceKind.Bid, null)]
    [TestCase("Bieden vanaf € 25,00", PriceKind.Bid, 25)]
    [TestCase("N.O.T.K.", PriceKind.OnRequest, null)]
    [TestCase("Preis auf Anfrage", PriceKind.OnRequest, null)]
    [TestCase("Prix sur demande", PriceKind.OnRequest, null)]
    [TestCase("Zu verschenken", PriceKind.Free, 0)]
    [TestCase("Gratis", PriceKind.Free, 0)]
    [TestCase("Tausch", PriceKind.Exchange, null)]
    [TestCase("te ruil", PriceKind.Exchange, null)]
    [TestCase("ab 12,99 €", PriceKind.From, 12.99)]
    [TestCase("vanaf € 5", PriceKind.From, 5)]
    [TestCase("à partir de 30 €", PriceKind.From, 30)]
    [TestCase("10 - 25 €", PriceKind.Range, 10)]
    [TestCase("€ 10,00 tot € 25,00", PriceKind.Range, 10)]
    public void Read_Words_GiveTheKind(string text, PriceKind kind, decimal? amount)
    {
        var price = PriceReader.Read(text, PriceContext.None);

        Assert.That((price?.Kind, price?.Amount), Is.EqualTo(((PriceKind?)kind, amount)));
    }

    [TestCase("12 €/kg", "kg")]
    [TestCase("€ 4,50 per stuk", "piece")]
    [TestCase("2,50 € je Stück", "piece")]
    [TestCase("35 € le kg", "kg")]
    [TestCase("€ 850 per maand", "month")]
    [TestCase("12 €", null)]
    public void Read_Unit_IsKept(string text, string? per) => Assert.That(PriceReader.Read(text, PriceContext.None)?.Per, Is.EqualTo(per));

    [Test]
    public void Read_ThreeDigitsAfterOnePoint_AreNeverDecidedSilently()
    {
        var alone = PriceReader.Read("€ 3.350", new PriceContext { Language = "nl" })!;
        var amongPoints = PriceReader.Read("3.350 €", new PriceContext { Language = "en", Habit = AmountReader.HabitOf(["12.95 €", "7.50 €"]) })!;
        var amongCommas = PriceReader.Read("3.350 €", new PriceContext { Language = "en", Habit = AmountReader.HabitOf(["12,95 €", "7,50 €"]) })!;

        Assert.That((alone.Amount, alone.Ambiguous), Is.EqualTo(((decimal?)3350, true)));
        Assert.That((amongPoints.Amount, amongPoints.Ambiguous), Is.EqualTo(((decimal?)3.350m, true)));
        Assert.That((amongCommas.Amount, amongCommas.Ambiguous), Is.EqualTo(((decimal?)3350, true)));
        Assert.That(PriceReader.Read("€ 1.234,56", PriceContext.None)!.Ambiguous, Is.False);
    }

    [TestCase("$ 20", "CA", "CAD")]
    [TestCase("$ 20", null, "USD")]
    [TestCase("20 kr", "DK", "DKK")]
    [TestCase("20 kr", "SE", "SEK")]
    [TestCase("20 kr", null, null)]
    public void Read_SharedSign_IsDecidedByTheCountry(string text, string? country, string? currency) =>
        Assert.That(PriceReader.Read(text, new PriceContext { Country = country })?.Currency, Is.EqualTo(currency));

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("Verzenden")]
    [TestCase("-30 %")]
    [TestCase("Free shipping")]
    public void Read_NoPrice_IsNull(string text) => Assert.That(PriceReader.Read(text, PriceContext.None), Is.Null);

    [TestCase("1234.5", "EUR", 1234.5)]
    [TestCase("3.350", "EUR", 3.350)]
    [TestCase("1.234,50", "EUR", 1234.5)]
    public void FromData_BareAmount_HasADecimalPoint(string amount, string currency, decimal expected) =>
        Assert.That(PriceReader.FromData(amount, currency, PriceContext.None)?.Amount, Is.EqualTo(expected));
}
