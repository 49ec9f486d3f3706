using Crawler.Contracts.Spelling;

namespace Crawler.Contracts.Tests.Spelling;

public sealed class NearestWordTests
{
    private static readonly string[] Words = ["search", "detail", "delay", "id", "timeZone", "concurrency"];

    [TestCase("serch", "search")]
    [TestCase("searching", null)]
    [TestCase("dealy", "delay")]
    [TestCase("DETAILS", "detail")]
    [TestCase("timezone", "timeZone")]
    [TestCase("concurency", "concurrency")]
    [TestCase("konkurrenzy", "concurrency")]
    [TestCase("x", null)]
    [TestCase("", null)]
    [TestCase("colour", null)]
    public void To_MistypedWord_IsTheOneMeantOrNone(string word, string? meant) => Assert.That(NearestWord.To(word, Words), Is.EqualTo(meant));

    [Test]
    public void To_TwoEquallyNear_IsTheFirstByName() => Assert.That(NearestWord.To("cat", ["hat", "bat"]), Is.EqualTo("bat"));

    [Test]
    public void To_NoWords_IsNone() => Assert.That(NearestWord.To("search", []), Is.Null);
}
