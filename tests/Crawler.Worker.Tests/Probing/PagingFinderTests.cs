using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Pages;
using Crawler.Worker.Probing;
using Crawler.Worker.Tests.Jobs.Support;

namespace Crawler.Worker.Tests.Probing;

/// <summary>How a search goes on, over a played web.</summary>
internal sealed class PagingFinderTests
{
    private const string Root = "http://127.0.0.1:9";

    private PlayedWeb _web = null!;
    private PlayedReader _reader = null!;

    [SetUp]
    public void Open()
    {
        _web = new PlayedWeb();
        _reader = new PlayedReader();
    }

    [Test]
    public async Task FindAsync_LinkToOtherRows_GoesByTheLinkAndDropsThePageFromTheTemplate()
    {
        LayDown("/s?q=lamp&p=1", rows: 3, from: 0, next: "/s?q=lamp&p=2");
        LayDown("/s?q=lamp&p=2", rows: 3, from: 3, next: "/s?q=lamp&p=3");
        LayDown("/s?q=lamp&p=3", rows: 1, from: 6);
        var visit = Visit("/s?q={query}&p={page}");

        var more = await FindAsync(visit, "/s?q=lamp&p=1");

        Assert.That(more.Select(p => p.Reading.Rows.Count), Is.EqualTo(new[] { 3, 1 }));
        Assert.That((visit.Draft.Search.Paging, visit.Draft.Search.Url), Is.EqualTo((Paging.Link, "/s?q={query}")));
        Assert.That(visit.Steps[^1].Finding, Does.Contain("/s?q=lamp&p=2").And.Contain("3 rows"));
    }

    [Test]
    public async Task FindAsync_LinkThatComesBackToItself_IsFollowedOnce()
    {
        LayDown("/s?q=lamp", rows: 3, from: 0, next: "/s?q=lamp&p=2");
        LayDown("/s?q=lamp&p=2", rows: 3, from: 3, next: "/s?q=lamp&p=2");
        var visit = Visit("/s?q={query}");

        var more = await FindAsync(visit, "/s?q=lamp");

        Assert.That(more, Has.Count.EqualTo(1));
        Assert.That(_web.Asked, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task FindAsync_LinkToTheSameRows_ReadsOnePage()
    {
        LayDown("/s?q=lamp", rows: 3, from: 0, next: "/s?q=lamp&p=2");
        LayDown("/s?q=lamp&p=2", rows: 3, from: 2);
        var visit = Visit("/s?q={query}");

        var more = await FindAsync(visit, "/s?q=lamp");

        Assert.That(more, Is.Empty);
        Assert.That(visit.Draft.Search.Paging, Is.EqualTo(Paging.None));
        Assert.That(visit.Steps[^1].Result, Is.EqualTo(StepResult.NotFound));
    }

    [TestCase("/s?q={query}&p={page}", "/s?q=lamp&p=1", "/s?q=lamp&p=2")]
    [TestCase("/s?q={query}&from={offset}", "/s?q=lamp&from=0", "/s?q=lamp&from=10")]
    public async Task FindAsync_TemplateThatCounts_IsCountedOn(string template, string address, string second)
    {
        LayDown(address, rows: 10, from: 0);
        LayDown(second, rows: 4, from: 10);
        var visit = Visit(template);

        var more = await FindAsync(visit, address);

        Assert.That(more.Single().Page.Url, Is.EqualTo(new Uri(Root + second)));
        Assert.That((visit.Draft.Search.Paging, visit.Draft.Search.PageSize), Is.EqualTo((Paging.Number, 10)));
    }

    [Test]
    public async Task FindAsync_SecondPageSaysThereIsNoMore_CountsAllTheSame()
    {
        LayDown("/s?q=lamp&p=1", rows: 10, from: 0);
        _web.AnswerPage(Root + "/s?q=lamp&p=2", "nothing");
        _reader.Searches["nothing"] = new SearchReading { State = OutcomeKind.Empty };
        var visit = Visit("/s?q={query}&p={page}");

        var more = await FindAsync(visit, "/s?q=lamp&p=1");

        Assert.That(more, Is.Empty);
        Assert.That(visit.Draft.Search.Paging, Is.EqualTo(Paging.Number));
        Assert.That(visit.Steps[^1].Finding, Does.Contain("that there is no more"));
    }

    [Test]
    public async Task FindAsync_SecondPageShowsTheFirstAgain_DoesNotCount()
    {
        LayDown("/s?q=lamp&p=1", rows: 10, from: 0);
        LayDown("/s?q=lamp&p=2", rows: 10, from: 0);
        var visit = Visit("/s?q={query}&p={page}");

        var more = await FindAsync(visit, "/s?q=lamp&p=1");

        Assert.That(more, Is.Empty);
        Assert.That(visit.Draft.Search.Paging, Is.Not.EqualTo(Paging.Number));
        Assert.That(visit.Steps[^1].Finding, Does.Contain("shows nothing new"));
    }

    [Test]
    public async Task FindAsync_FewRowsAndNoLink_AsksForNothingMore()
    {
        LayDown("/s?q=lamp", rows: 9, from: 0);
        var visit = Visit("/s?q={query}");

        var more = await FindAsync(visit, "/s?q=lamp");

        Assert.That(more, Is.Empty);
        Assert.That(_web.Asked, Has.Count.EqualTo(1));
        Assert.That(visit.Steps[^1].Result, Is.EqualTo(StepResult.NotFound));
    }

    [TestCase("/s?q={query}", "/s?q=lamp", "/s?q=lamp&page=2", "/s?q={query}&page={page}")]
    [TestCase("/s/{query}", "/s/lamp", "/s/lamp?page=2", "/s/{query}?page={page}")]
    public async Task FindAsync_FullPageWithoutCounting_TriesAPageNumber(string template, string address, string second, string found)
    {
        LayDown(address, rows: 10, from: 0);
        LayDown(second, rows: 10, from: 10);
        var visit = Visit(template);

        var more = await FindAsync(visit, address);

        Assert.That(more, Has.Count.EqualTo(1));
        Assert.That((visit.Draft.Search.Url, visit.Draft.Search.Paging), Is.EqualTo((found, Paging.Number)));
    }

    [Test]
    public async Task FindAsync_JsonWithoutCounting_TriesAnOffsetFirst()
    {
        LayDown("/api?q=lamp", rows: 10, from: 0, mediaType: "application/json");
        LayDown("/api?q=lamp&offset=10", rows: 10, from: 0, mediaType: "application/json");
        LayDown("/api?q=lamp&page=2", rows: 10, from: 10, mediaType: "application/json");
        var visit = Visit("/api?q={query}");

        var more = await FindAsync(visit, "/api?q=lamp");

        Assert.That(more, Has.Count.EqualTo(1));
        Assert.That(_web.Asked.Skip(1), Is.EqualTo(new[] { Root + "/api?q=lamp&offset=10", Root + "/api?q=lamp&page=2" }));
        Assert.That(visit.Draft.Search.Url, Is.EqualTo("/api?q={query}&page={page}"));
    }

    [Test]
    public async Task FindAsync_NothingWorks_LeavesTheTemplateAsItWas()
    {
        LayDown("/s?q=lamp", rows: 10, from: 0);
        var visit = Visit("/s?q={query}");
        var before = visit.Draft;

        var more = await FindAsync(visit, "/s?q=lamp");

        Assert.That(more, Is.Empty);
        Assert.That(visit.Draft, Is.SameAs(before));
        Assert.That(visit.Steps[^1].Finding, Does.Contain("read as one page"));
    }

    [Test]
    public async Task FindAsync_PostedSearchWithoutCounting_IsNotGuessedAt()
    {
        LayDown("/s", rows: 10, from: 0);
        var visit = Visit("/s");
        visit.Draft = visit.Draft with { Search = visit.Draft.Search with { Post = new SearchPost { Form = new Dictionary<string, string> { ["q"] = "{query}" } } } };

        var more = await FindAsync(visit, "/s");

        Assert.That(more, Is.Empty);
        Assert.That(_web.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task FindAsync_BrowserPageThatGrows_IsScrolled()
    {
        LayDown("/s?q=lamp", rows: 5, from: 0, tier: FetchTier.Browser);
        var visit = Visit("/s?q={query}");
        var first = await FirstAsync(visit, "/s?q=lamp");
        LayDown("/s?q=lamp", rows: 15, from: 0, tier: FetchTier.Browser);

        var more = await PagingFinder.FindAsync(visit, first, "lamp", CancellationToken.None);

        Assert.That(more.Single().Reading.Rows, Has.Count.EqualTo(15));
        Assert.That((visit.Draft.Search.Paging, visit.Draft.Fetch.Scrolls), Is.EqualTo((Paging.Scroll, 20)));
    }

    [Test]
    public async Task FindAsync_BrowserPageThatDoesNotGrow_IsNotScrolledLater()
    {
        LayDown("/s?q=lamp", rows: 5, from: 0, tier: FetchTier.Browser);
        var visit = Visit("/s?q={query}");
        var before = visit.Draft;

        var more = await FindAsync(visit, "/s?q=lamp");

        Assert.That(more, Is.Empty);
        Assert.That(visit.Draft, Is.SameAs(before));
        Assert.That(_web.Asked, Has.Count.EqualTo(2));
    }

    private Visit Visit(string template) => new(_web, _reader, JobBench.Site with { Search = new SearchDefinition { Url = template } }, progress: null);

    private void LayDown(string address, int rows, int from, string? next = null, string mediaType = "text/html", FetchTier tier = FetchTier.Http)
    {
        string text = $"{address} {rows} {from}";
        _web.Answer(Root + address, new FetchOutcome.Ok(PlayedWeb.Page(Root + address, text, mediaType) with { Tier = tier }));
        _reader.Searches[text] = new SearchReading
        {
            State = OutcomeKind.Ok,
            Rows = [.. Enumerable.Range(from, rows).Select(i => JobBench.Row($"{i}", $"Lamp {i}"))],
            NextPage = next is null ? null : new Uri(Root + next),
        };
    }

    private static Task<SearchVisit> FirstAsync(Visit visit, string address) =>
        visit.SearchAsync(new FetchRequest { Url = new Uri(Root + address), Kind = PageKind.Search }, CancellationToken.None);

    private static async Task<IReadOnlyList<SearchVisit>> FindAsync(Visit visit, string address) =>
        await PagingFinder.FindAsync(visit, await FirstAsync(visit, address), "lamp", CancellationToken.None);
}
