using Crawler.Analysis.Listings;

namespace Crawler.Analysis.Tests.Listings;

public sealed class PhoneReaderTests
{
    [TestCase("BE", "02 512 34 56", "+3225123456")]
    [TestCase("BE", "tel 02/512.34.56", "+3225123456")]
    [TestCase("BE", "(014) 41 23 45", "+3214412345")]
    [TestCase("BE", "gsm: 0470 12 34 56", "+32470123456")]
    [TestCase("BE", "0470.123.456", "+32470123456")]
    [TestCase("BE", "+32 (0) 470/12 34 56", "+32470123456")]
    [TestCase("NL", "020-6241111", "+31206241111")]
    [TestCase("NL", "(020) 624 11 11", "+31206241111")]
    [TestCase("NL", "06 - 12 34 56 78", "+31612345678")]
    [TestCase("NL", "0031 6 12345678", "+31612345678")]
    [TestCase("FR", "01.42.68.53.00", "+33142685300")]
    [TestCase("FR", "06-12-34-56-78", "+33612345678")]
    [TestCase("FR", "+33(0)6 12 34 56 78", "+33612345678")]
    [TestCase("DE", "030/901820", "+4930901820")]
    [TestCase("DE", "0171 - 3920012", "+491713920012")]
    [TestCase("DE", "Handy 0171 – 39 20 012", "+491713920012")]
    [TestCase("DE", "(0 89) 23 30 00", "+4989233000")]
    [TestCase("GB", "020 7946 0018", "+442079460018")]
    [TestCase("GB", "(0161) 496 0123", "+441614960123")]
    [TestCase("GB", "[07911] 123456", "+447911123456")]
    [TestCase("LU", "+352 621 123 456", "+352621123456")]
    [TestCase("AT", "0664 123 45 67", "+436641234567")]
    [TestCase("CH", "044 668 18 00", "+41446681800")]
    public void In_NationalFormat_IsE164(string country, string text, string phone) => Assert.That(Read(text, country), Is.EqualTo(new[] { phone }));

    // Ranges that Ofcom, ARCEP and the Bundesnetzagentur keep for films and books: libphonenumber calls them invalid.
    [TestCase("GB", "07700 900123", "+447700900123")]
    [TestCase("NL", "+44 7700 900 999", "+447700900999")]
    [TestCase("FR", "06 39 98 12 34", "+33639981234")]
    [TestCase("FR", "01 99 00 12 34", "+33199001234")]
    [TestCase("DE", "030 23125 123", "+493023125123")]
    [TestCase("DE", "069 90009 123", "+496990009123")]
    [TestCase("DE", "040 66969 12", "+49406696912")]
    [TestCase("DE", "0221 4710 123", "+492214710123")]
    [TestCase("DE", "089 99998 123", "+498999998123")]
    public void In_RangeForFiction_IsAcceptedToo(string country, string text, string phone) => Assert.That(Read(text, country), Is.EqualTo(new[] { phone }));

    [TestCase("ES", "tel. 612 34 56 78", "+34612345678")]
    [TestCase("ES", "612.345.678", "+34612345678")]
    [TestCase("PL", "tel. 512 345 678", "+48512345678")]
    [TestCase("IT", "333/1234567", "+393331234567")]
    [TestCase("IT", "02 1234 5678", "+390212345678")]
    [TestCase("US", "(202) 555-0123", "+12025550123")]
    [TestCase("US", "1-202-555-0123", "+12025550123")]
    [TestCase("ES", "+33 6 39 98 12 34", "+33639981234")]
    public void In_CountryWithoutTrunkZero_IsRead(string country, string text, string phone) => Assert.That(Read(text, country), Is.EqualTo(new[] { phone }));

    [TestCase("GB", "07700 900123/07700 900124", "+447700900123,+447700900124")]
    [TestCase("FR", "06 39 98 12 34-06 39 98 12 35", "+33639981234,+33639981235")]
    [TestCase("GB", "07700 900123 / 124", "+447700900123")]
    [TestCase("FR", "06 12 34 56 78 75011 Paris", "+33612345678")]
    [TestCase("BE", "0470 12 34 56 9000 Gent", "+32470123456")]
    [TestCase("GB", "07911 123456 2 pieces", "+447911123456")]
    [TestCase("BE", "0470 12 34 56 - 0470 12 34 57", "+32470123456,+32470123457")]
    [TestCase("BE", "0470/05 12 34", "+32470051234")]
    [TestCase("NL", "(31) 6 12345678", "+31612345678")]
    [TestCase("DE", "030 23125123, 10115 Berlin", "+493023125123")]
    public void In_MoreThanOneNumber_IsTakenApart(string country, string text, string phones) =>
        Assert.That(Read(text, country), Is.EqualTo(phones.Split(',')));

    [TestCase("０７７００ ９００１２３")]
    [TestCase("⓪⑦⑦⓪⓪ ⑨⓪⓪①②③")]
    [TestCase("𝟎𝟕𝟕𝟎𝟎 𝟗𝟎𝟎𝟏𝟐𝟑")]
    [TestCase("07700\u00AD900\u200B123")]
    [TestCase("+44–7700–900123")]
    [TestCase("＋44 7700 900123")]
    [TestCase("07700    900    123")]
    public void In_DigitsInDisguise_AreRead(string text) => Assert.That(Read(text, "GB"), Is.EqualTo(new[] { "+447700900123" }));

    [TestCase("NL", "07700 900123", "07700900123")]
    [TestCase("FR", "0171 39 20 012", "01713920012")]
    [TestCase("XX", "06-12345678", "0612345678")]
    public void In_NumberOfAnotherCountry_StaysAsPrinted(string country, string text, string digits) =>
        Assert.That(Read(text, country), Is.EqualTo(new[] { digits }));

    // Prices and measures.
    [TestCase("NL", "Prijs 01.250.000,00 euro")]
    [TestCase("DE", "0,50 - 1,20 - 2,30 €")]
    [TestCase("GB", "£0.123456789")]
    [TestCase("PL", "500 000 000 zł")]
    [TestCase("ES", "612345678 €")]
    [TestCase("NL", "maten 36 37 38 39 40 41 42")]
    [TestCase("NL", "104-110-116-122-128-134")]

    // Dates and times.
    [TestCase("DE", "01.02.2024 12:30")]
    [TestCase("DE", "01 02 2024")]
    [TestCase("FR", "du 01/02/2024 au 03/04/2025")]
    [TestCase("ES", "2024-01-02 10:11:12")]

    // Bank accounts.
    [TestCase("NL", "NL91 ABNA 0417 1643 00")]
    [TestCase("NL", "IBAN NL91ABNA0417164300")]
    [TestCase("BE", "rekening BE68 5390 0754 7034")]
    [TestCase("FR", "FR76 3000 6000 0112 3456 7890 189")]
    [TestCase("DE", "DE89 3704 0044 0532 0130 00")]
    [TestCase("GB", "GB29 NWBK 6016 1331 9268 19")]

    // Companies and value added tax.
    [TestCase("BE", "BTW BE 0417.497.106")]
    [TestCase("BE", "BE0417497106")]
    [TestCase("BE", "BE 0417 497 106")]
    [TestCase("BE", "btw-nummer 0417.497.106")]
    [TestCase("BE", "KBO 0417.497.106")]
    [TestCase("NL", "KvK: 01234567")]
    [TestCase("NL", "BTW NL004495445B01")]
    [TestCase("FR", "SIRET 012 345 678 00012")]
    [TestCase("FR", "TVA: FR 40 303 265 045")]
    [TestCase("DE", "USt-IdNr. DE 012 345 678")]
    [TestCase("GB", "VAT no. 012 3456 78")]

    // Articles, books, parcels, and what fills a field.
    [TestCase("GB", "Lot 0123456789")]
    [TestCase("GB", "ISBN 0-19-852663-6")]
    [TestCase("GB", "ISBN-10: 0 19 852663 6")]
    [TestCase("NL", "artikelnummer 0612345678")]
    [TestCase("NL", "ref: 0612345678")]
    [TestCase("NL", "3SABC0612345678")]
    [TestCase("GB", "0 1 2 3 4 5 6 7 8 9")]
    [TestCase("NL", "000000000000")]
    [TestCase("NL", "+999 123 456 789")]
    [TestCase("ES", "EAN 8412345678905")]
    public void In_OtherNumber_IsNoTelephone(string country, string text) => Assert.That(Read(text, country), Is.Empty);

    [TestCase("NL", "bestellen op 06-12345678", "+31612345678")]
    [TestCase("GB", "to order call 07911 123456", "+447911123456")]
    [TestCase("BE", "50 euro excl. btw 0470 12 34 56", "+32470123456")]
    [TestCase("GB", "price includes VAT. 07911 123456", "+447911123456")]
    public void In_TelephoneBesideSuchWords_IsStillOne(string country, string text, string phone) =>
        Assert.That(Read(text, country), Is.EqualTo(new[] { phone }));

    private static IEnumerable<string> Read(string text, string country) => ContactReader.Read(text, country).Phones;
}
