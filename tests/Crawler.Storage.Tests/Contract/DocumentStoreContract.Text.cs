using Crawler.Storage.Documents;

namespace Crawler.Storage.Tests.Contract;

public abstract partial class DocumentStoreContract
{
    private static readonly Note[] Texts =
    [
        new() { Id = "1", Body = "Écaille de tortue, peigne ancien" },
        new() { Id = "2", Body = "Elfenbein-Schnitzerei aus dem Erbe; große Brosche" },
        new() { Id = "3", Body = "ivoren beeldje, low-cost, 1:1 réplica" },
        new() { Id = "4", Body = "Œuvre en os, cœur sculpté Łódź" },
        new() { Id = "5", Body = "quality stuff ❄️💎 dm me" },
        new() { Id = "6", Body = "老象牙手镯 antique" },
        new() { Id = "7", Body = "iv\u200Bo\u00ADry on its own NEAR the AND gate" },
        new() { Id = "8", Body = "ＦＵＬＬ width, naïve cafe\u0301" },
        new() { Id = "9", Body = "слоновая кость, ΕΛΕΦΑΝΤΟΔΟΝΤΟ, عاج, שנהב, งาช้าง, हाथीदांत, 상아" },
    ];

    [TestCase("écaille", "1")]
    [TestCase("ecaille", "1")]
    [TestCase("ECAILLE", "1")]
    [TestCase("écai", "1")]
    [TestCase("tortue peigne", "1")]
    [TestCase("peig tort", "1")]
    [TestCase("tortue elfenbein", "")]
    [TestCase("\"de tortue\"", "1")]
    [TestCase("\"tortue de\"", "")]
    [TestCase("\"de tort\"", "", Description = "a phrase is whole words")]
    [TestCase("„de tortue“", "1")]
    [TestCase("\"de tortue", "1", Description = "an unclosed quote reaches to the end")]
    [TestCase("schnitz", "2")]
    [TestCase("Elfenbein-Schnitz", "2")]
    [TestCase("grosse", "2")]
    [TestCase("große", "2")]
    [TestCase("GROSSE", "2")]
    [TestCase("low-cost", "3")]
    [TestCase("1:1", "3")]
    [TestCase("replica", "3")]
    [TestCase("oeuvre", "4")]
    [TestCase("cœur", "4")]
    [TestCase("coeur", "4")]
    [TestCase("lodz", "4")]
    [TestCase("❄", "5")]
    [TestCase("❄️", "5")]
    [TestCase("💎 quality", "5")]
    [TestCase("🐘", "")]
    [TestCase("象牙", "6")]
    [TestCase("牙象", "")]
    [TestCase("手镯 antique", "6")]
    [TestCase("ivory", "7")]
    [TestCase("NEAR", "7")]
    [TestCase("AND gate", "7")]
    [TestCase("full cafe naive", "8")]
    [TestCase("café", "8")]
    [TestCase("СЛОНОВАЯ кость", "9")]
    [TestCase("ελεφαντ", "9")]
    [TestCase("عاج", "9")]
    [TestCase("שנהב", "9")]
    [TestCase("งาช้าง", "9")]
    [TestCase("हाथीदांत", "9")]
    [TestCase("상아", "9")]
    [TestCase("ivo", "37")]
    [TestCase("i", "37")]
    public async Task Query_Text(string text, string ids)
    {
        await AddAsync(Texts);

        Assert.That(string.Concat(await FindAsync(text)), Is.EqualTo(ids));
        Assert.That(await Store.CountAsync(Notes, new DocumentQuery { Text = text }, Cancel), Is.EqualTo(ids.Length));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("   ")]
    [TestCase("!?.,")]
    [TestCase("\"\"")]
    [TestCase("\"")]
    [TestCase("***")]
    public async Task Query_TextWithoutWords_NoCondition(string? text)
    {
        await AddAsync(Texts);

        Assert.That(await IdsAsync(new DocumentQuery { Text = text }), Has.Length.EqualTo(Texts.Length));
    }

    [TestCase("body:x")]
    [TestCase("NOT")]
    [TestCase("a OR")]
    [TestCase("(((")]
    [TestCase("^a + b - {c}")]
    [TestCase("NEAR(a b, 5)")]
    [TestCase("'; DROP TABLE notes; --")]
    [TestCase("\"a\"\"b\" \"")]
    [TestCase("x* *y")]
    [TestCase("\\")]
    [TestCase("\0nul")]
    [TestCase("\uD83D")]
    [TestCase("$where {\"$gt\":1} /regex/")]
    public async Task Query_TextLooksLikeCode_NoError(string text)
    {
        await AddAsync(Texts);

        Assert.That(await FindAsync(text), Is.Not.Null);
        Assert.That(await Store.CountAsync(Notes, new DocumentQuery(), Cancel), Is.EqualTo(Texts.Length));
    }

    [Test]
    public async Task Query_TextOfTenThousandWords_NoError()
    {
        await AddAsync(Texts);

        Assert.That(await FindAsync(string.Join(' ', Enumerable.Repeat("ivory", 10_000))), Is.EqualTo(["7"]));
        Assert.That(await FindAsync(new string('x', 100_000)), Is.Empty);
    }

    [Test]
    public async Task Query_DocumentHasHalfASurrogate_TheRestIsFound()
    {
        await AddAsync(new Note { Id = "cut", Body = "ivory \uD83D" });

        Assert.That(await FindAsync("ivory"), Is.EqualTo(["cut"]));
    }

    [Test]
    public async Task Query_TextOnCollectionWithoutText_ArgumentException()
    {
        var plain = Note.Named("plain_notes") with { SearchText = null };
        await Store.EnsureAsync(plain, Cancel);

        Assert.That(() => Store.QueryAsync(plain, new DocumentQuery { Text = "ivory" }, Cancel), Throws.ArgumentException);
    }
}
