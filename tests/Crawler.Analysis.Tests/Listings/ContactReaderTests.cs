using Crawler.Analysis.Listings;
using Crawler.Contracts.Sellers;

namespace Crawler.Analysis.Tests.Listings;

public sealed class ContactReaderTests
{
    [TestCase("Bel +32 470 12 34 56", null, "+32470123456")]
    [TestCase("Bel 0032 470/12.34.56", null, "+32470123456")]
    [TestCase("Bel +32 (0)470 12 34 56", null, "+32470123456")]
    [TestCase("gsm 0470/12.34.56", "BE", "+32470123456")]
    [TestCase("tel: 06-12345678", "NL", "+31612345678")]
    [TestCase("06 39 98 12 34", "FR", "+33639981234")]
    [TestCase("Tel. 030 23125 123", "DE", "+493023125123")]
    [TestCase("07700 900123", "GB", "+447700900123")]
    [TestCase("06-12345678", null, "0612345678")]
    [TestCase("(030) 23125123", "DE", "+493023125123")]
    [TestCase("nul zes een twee drie vier vijf zes zeven acht", "NL", "+31612345678")]
    [TestCase("nul, zes, een, twee, drie, 4 5 6 7 8", "NL", "+31612345678")]
    [TestCase("zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre", "FR", "+33639981234")]
    [TestCase("zéro six soixante-douze quatre-vingt-un vingt et un zéro cinq", "FR", "+33672812105")]
    [TestCase("null drei null zwei drei eins zwei fünf eins zwei drei", "DE", "+493023125123")]
    [TestCase("plus four four seven seven double zero nine double zero one two three", null, "+447700900123")]
    [TestCase("vier vier zeven zeven nul nul negen nul nul een twee drie", "NL", "+447700900123")]
    public void Read_Phone_IsCompleted(string text, string? country, string phone) =>
        Assert.That(ContactReader.Read(text, country).Phones, Is.EqualTo(new[] { phone }));

    [TestCase("Prijs 1.250,00 euro, maat 104-164")]
    [TestCase("Geplaatst 01-02-2024, 12:30")]
    [TestCase("2024-01-02 10:11:12")]
    [TestCase("ISBN 9789020412345")]
    [TestCase("artikel 000000000000")]
    [TestCase("een of twee stuks, drie voor vier euro")]
    [TestCase("https://example.org/item/0612345678")]
    [TestCase("ref. m0612345678x")]
    [TestCase("0,123456789")]
    public void Read_NumbersThatAreNoPhones_AreLeft(string text) => Assert.That(ContactReader.Read(text, "NL").Phones, Is.Empty);

    [TestCase("mail jan.peeters+x@example.org!", "jan.peeters+x@example.org")]
    [TestCase("JAN@Example.ORG", "jan@example.org")]
    [TestCase("jan at example dot org", "jan@example.org")]
    [TestCase("jan.peeters at mail dot example dot org", "jan.peeters@mail.example.org")]
    [TestCase("jan apenstaartje example punt org", "jan@example.org")]
    [TestCase("jan arobase example point org", "jan@example.org")]
    [TestCase("jan klammeraffe example punkt org", "jan@example.org")]
    [TestCase("jan(at)example.org", "jan@example.org")]
    [TestCase("jan [at] example [dot] org", "jan@example.org")]
    [TestCase("jan @ example.org", "jan@example.org")]
    public void Read_Email_IsRead(string text, string email) => Assert.That(ContactReader.Read(text).Emails, Is.EqualTo(new[] { email }));

    [TestCase("meet me at the station. Thanks")]
    [TestCase("look at this.My offer stands")]
    [TestCase("the chance is nil at this point unless you hurry")]
    [TestCase("point de vente, arrive point final")]
    [TestCase("@handle on the site")]
    public void Read_NoEmail_IsNone(string text) => Assert.That(ContactReader.Read(text).Emails, Is.Empty);

    [TestCase("telegram: @Ivory_King", "telegram:ivory_king")]
    [TestCase("tg @ivoryking", "telegram:ivoryking")]
    [TestCase("https://t.me/ivoryking", "telegram:ivoryking")]
    [TestCase("wickr me: king99", "wickr:king99")]
    [TestCase("Insta: shells.example", "instagram:shells.example")]
    [TestCase("wa.me/447700900123", "whatsapp:447700900123")]
    [TestCase(
        "session 05aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "session:05aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Read_Messenger_IsServiceAndHandle(string text, string handle) =>
        Assert.That(ContactReader.Read(text).Messengers, Is.EqualTo(new[] { handle }));

    [TestCase("https://example.org/d/x-TGcCKlYFxQ1kT_4c/edit")]
    [TestCase("signal is weak in the cellar")]
    [TestCase("stuur een whatsapp berichtje")]
    [TestCase("session rooms and telegram posts")]
    public void Read_WordsThatNameNoAccount_AreLeft(string text) => Assert.That(ContactReader.Read(text).Messengers, Is.Empty);

    // The first is the address of Bitcoin's first block, the third and fourth stand in BIP 173 and BIP 350; the others were computed outside this code base.
    [TestCase("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "btc:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    [TestCase("35qHobVejtroxX2SRp7xvTjubUmuitsaz2", "btc:35qHobVejtroxX2SRp7xvTjubUmuitsaz2")]
    [TestCase("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "btc:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")]
    [TestCase("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", "btc:bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0")]
    [TestCase("LPNE9GK3GenV8A2AUrSfmrSjfArUJ5N345", "ltc:LPNE9GK3GenV8A2AUrSfmrSjfArUJ5N345")]
    [TestCase("MC3S7Uuch1iEm2JLXh7Jk6zJvBNMgvc1ii", "ltc:MC3S7Uuch1iEm2JLXh7Jk6zJvBNMgvc1ii")]
    [TestCase("ltc1q94c3vs4hy6cygqtz0j5lhtpj7hy9xra35jqzmw", "ltc:ltc1q94c3vs4hy6cygqtz0j5lhtpj7hy9xra35jqzmw")]
    [TestCase("0xDe0B295669a9FD93d5F28D9Ec85E40f4cb697BAe", "eth:0xde0b295669a9fd93d5f28d9ec85e40f4cb697bae")]
    [TestCase(
        "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
        "xmr:44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A")]
    public void Read_Wallet_IsCurrencyAndAddress(string address, string wallet) =>
        Assert.That(ContactReader.Read($"Pay to {address}.").Wallets, Is.EqualTo(new[] { wallet }));

    [TestCase("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb")]
    [TestCase("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5")]
    [TestCase("ltc1q94c3vs4hy6cygqtz0j5lhtpj7hy9xra35jqzmq")]
    [TestCase("LPNE9GK3GenV8A2AUrSfmrSjfArUJ5N346")]
    public void Read_WrongChecksum_IsNoWallet(string address) => Assert.That(ContactReader.Read($"Pay to {address}.").Wallets, Is.Empty);

    [Test]
    public void Read_PgpFingerprint_IsFortyDigits() =>
        Assert.That(
            ContactReader.Read("PGP: 0123 4567 89AB CDEF 0123  4567 89ab CDEF 0123 4567").PgpKeys,
            Is.EqualTo(new[] { "0123456789ABCDEF0123456789ABCDEF01234567" }));

    [Test]
    public void Read_PgpBlock_IsHashedWithoutItsWhiteSpace() =>
        Assert.That(
            ContactReader.Read("-----BEGIN PGP PUBLIC KEY BLOCK-----\r\n\r\nmQENBFabc0123456789+/=\n zz==abcd\n-----END PGP PUBLIC KEY BLOCK-----").PgpKeys,
            Is.EqualTo(new[] { "sha256:7310f6729b3624a61c488bbeb8061263f492977928ac2bba2800cb008d674dc2" }));

    [Test]
    public void Read_TheSameTwice_IsOnce_AndSorted()
    {
        ContactDetails contacts = ContactReader.Read("b@example.org a@example.org B@example.org");

        Assert.That(contacts.Emails, Is.EqualTo(new[] { "a@example.org", "b@example.org" }));
    }

    [TestCase(" 0 1")]
    [TestCase("a at ")]
    [TestCase("zes ")]
    [TestCase("1A")]
    [TestCase("AB12 ")]
    [TestCase("tg : ")]
    public void Read_HostileLength_Ends(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 300_000));

        Assert.That(() => ContactReader.Read(text, "NL"), Throws.Nothing);
    }
}
