using System.Text.RegularExpressions;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction.Readers;
using Crawler.Pages;

namespace Crawler.Extraction.Tests;

/// <summary>A pattern that ran out of time says nothing of the page when the machine stood still; a hostile page must end all the same.</summary>
internal sealed class OutOfTimeTests
{
    private const string Results = """<ul><li class=ad><a href="/ad/1234567">Bike</a> <b class=price>€ 10</b></li><li class=ad><a href="/ad/1234568">Boat</a> <b class=price>€ 20</b></li></ul>""";
    private const string Advert = """<html><head><title>Bike</title></head><body><h1>Bike</h1><p class=text>A blue bike, hardly used.</p></body></html>""";

    [Test]
    public void ReadSearch_OutOfTimeOnce_FindsTheRows()
    {
        var reading = Search(new FalteringClock(times: 1));

        Assert.That((reading.State, reading.Rows.Count, reading.OutOfTime), Is.EqualTo((OutcomeKind.Ok, 2, false)), reading.StateDetail);
    }

    [Test]
    public void ReadDetail_OutOfTimeOnce_FindsTheAdvert()
    {
        var reading = Detail(new FalteringClock(times: 1));

        Assert.That((reading.State, reading.Title, reading.OutOfTime), Is.EqualTo((OutcomeKind.Ok, "Bike", false)), reading.StateDetail);
    }

    [Test]
    public void Read_AlwaysOutOfTime_EndsAfterTwoLooksAndSaysSo()
    {
        var (first, second) = (new FalteringClock(times: int.MaxValue), new FalteringClock(times: int.MaxValue));
        var (search, detail) = (Search(first), Detail(second));

        Assert.That((search.State, search.OutOfTime, first.Asked), Is.EqualTo((OutcomeKind.Unreadable, true, 2)));
        Assert.That((detail.State, detail.OutOfTime, second.Asked), Is.EqualTo((OutcomeKind.Unreadable, true, 2)));
        Assert.That(search.StateDetail, Does.Contain("too long"));
    }

    [Test]
    public void Read_UnreadableForAnotherReason_IsNotOutOfTime()
    {
        Assert.That((Reading.Search("").State, Reading.Search("").OutOfTime), Is.EqualTo((OutcomeKind.Unreadable, false)));
        Assert.That((Reading.Detail("").State, Reading.Detail("").OutOfTime), Is.EqualTo((OutcomeKind.Unreadable, false)));
    }

    private static SearchReading Search(TimeProvider clock) =>
        new SiteReader(clock).ReadSearch(Reading.Site("search: {url: /s, rows: li.ad, fields: {url: 'a@href', title: a, price: .price}}"), Page("https://market.example/search?q=x", Results));

    private static DetailReading Detail(TimeProvider clock) =>
        new SiteReader(clock).ReadDetail(Reading.Site("search: {url: /s}\ndetail: {fields: {title: h1, description: .text}}"), Page("https://market.example/ad/1234567", Advert));

    private static PageContent Page(string url, string text) => new() { Url = new Uri(url), Text = text };

    /// <summary>Every reading asks the time first: here it stands still for so long that a pattern runs out of time, as often as told.</summary>
    private sealed class FalteringClock(int times) : TimeProvider
    {
        public int Asked { get; private set; }

        public override DateTimeOffset GetUtcNow() => ++Asked > times ? Reading.Now : throw new RegexMatchTimeoutException();
    }
}
