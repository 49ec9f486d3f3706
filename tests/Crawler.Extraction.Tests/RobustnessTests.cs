using System.Text;
using Crawler.Contracts.Sweeps;

namespace Crawler.Extraction.Tests;

/// <summary>Whatever a page holds, reading it ends and answers.</summary>
public sealed class RobustnessTests
{
    [TestCase("<div>")]
    [TestCase("<b>")]
    [TestCase("<a href=x>")]
    [TestCase("<table><tr><td>")]
    [TestCase("<ul><li>")]
    [TestCase("<svg><g>")]
    [TestCase("<font size=1>")]
    public void Read_DeepNesting_DoesNotOverflow(string tag)
    {
        string page = "<html><body>" + string.Concat(Enumerable.Repeat(tag, 20_000)) + "x";

        Assert.That(() => Reading.Search(page), Throws.Nothing);
        Assert.That(() => Reading.Detail(page), Throws.Nothing);
    }

    [Test]
    public void Read_DeepJson_DoesNotOverflow()
    {
        string page = "<script type=\"application/ld+json\">" + string.Concat(Enumerable.Repeat("{\"a\":[", 30_000)) + "</script><script>x = " + new string('[', 50_000) + "</script>";

        Assert.That(() => Reading.Search(page), Throws.Nothing);
        Assert.That(() => Reading.Search(new string('[', 100_000)), Throws.Nothing);
    }

    [Test]
    public void Read_ManyNodes_Ends()
    {
        var page = new StringBuilder("<html><body>");
        for (int i = 0; i < 20_000; i++)
        {
            page.Append("<div class=c").Append(i % 50).Append("><a href=/ad/").Append(i).Append(">Thing ").Append(i).Append("</a> € ").Append(i).Append("</div>");
        }

        Assert.That(Reading.Search(page.ToString()).State, Is.EqualTo(OutcomeKind.Ok).Or.EqualTo(OutcomeKind.Drifted));
    }

    [Test]
    public void Read_HostilePattern_IsStopped()
    {
        var reading = Reading.Search($"<ul><li class=ad><a href=/1>{new string('a', 40)}!</a></ul>", "search: {url: /s, rows: li.ad, fields: {url: 'a@href', title: {select: a, match: '^(a+)+$'}}}");

        Assert.That(reading.State, Is.EqualTo(OutcomeKind.Ok));
    }
}
