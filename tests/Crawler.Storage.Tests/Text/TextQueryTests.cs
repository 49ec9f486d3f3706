using Crawler.Storage.Text;

namespace Crawler.Storage.Tests.Text;

/// <summary>What a search as typed means.</summary>
[TestFixture]
public sealed class TextQueryTests
{
    [TestCase(null, "")]
    [TestCase("  ", "")]
    [TestCase("?!", "")]
    [TestCase("ivory", "ivory*")]
    [TestCase("ivory  Comb", "ivory* comb*")]
    [TestCase("rhino-horn", "rhino+horn*")]
    [TestCase("\"old comb\" ivory", "old+comb ivory*")]
    [TestCase("«old comb» “x y”", "old+comb x+y")]
    [TestCase("ivory \"old comb", "ivory* old+comb")]
    [TestCase("\"\" a", "a*")]
    [TestCase("a \"!\" b", "a* b*")]
    public void Parse_Text_TermsWithPrefixUnlessQuoted(string? text, string terms) =>
        Assert.That(string.Join(' ', TextQuery.Parse(text).Terms.Select(t => string.Join('+', t.Words) + (t.PrefixOfLast ? "*" : ""))), Is.EqualTo(terms));

    [Test]
    public void Parse_MoreThanAPersonTypes_CutOff()
    {
        var query = TextQuery.Parse(string.Join(' ', Enumerable.Range(0, 10_000)));

        Assert.That(query.Terms, Has.Count.EqualTo(TextQuery.MaxTerms));
    }
}
