using Crawler.Analysis.Lexicons;

namespace Crawler.Analysis.Tests.Lexicons;

public sealed class LexiconFileTests
{
    [Test]
    public void Parse_Terms_HaveTheLexiconsTopicUnlessTheySayAnother()
    {
        Lexicon lexicon = LexiconFile.Parse(
            "id: wild\nname: W\nterms:\n  - {text: a, source: dictionary}\n  - {text: b, topic: ivory, source: dictionary}", "w.yaml").Lexicon!;

        Assert.That(lexicon.Terms.Select(t => t.Topic), Is.EqualTo(new[] { "wild", "ivory" }));
    }

    [TestCase("id: w\nname: W\nterms:\n  - jelly", "w.yaml:4:5: \"jelly\" has no source; name the publication, or \"dictionary\"")]
    [TestCase("id: w\nname: W", "w.yaml:1:1: \"terms\" is missing")]
    [TestCase(
        "id: w\nname: W\nterms:\n  - {text: a, source: d}\n  - {text: a, source: d}",
        "w.yaml:5:5: \"a\" stands there more than once for the same language")]
    [TestCase("id: w\nname: W\nterms: []\nsource: x", "w.yaml:4:1: unknown key \"source\"; valid keys are id, name, description, terms")]
    public void Parse_Mistake_IsNamedWithItsPlace(string text, string problem) =>
        Assert.That(LexiconFile.Parse(text, "w.yaml").Problems.Select(p => p.ToString()), Is.EqualTo(new[] { problem }));
}
