using Crawler.Contracts.Sweeps;
using Crawler.Fetching;
using Crawler.Fetching.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Crawler.Worker.Tests.Searching;

/// <summary>Each way to search and to page, from the lines of a site file to the last row of a real server.</summary>
[CancelAfter(60_000)]
internal sealed class SearchAbilityTests
{
    private const string Fields = "  rows: \"$.ads[*]\"\n  format: json\n  fields: {id: $.id, title: $.title, url: $.url, price: $.price}\n";
    private static readonly string[] ThreePages = ["a1 a2 a3", "a4 a5 a6", "a7"];
    private FetchingRig _rig = null!;
    private LoopbackSite _server = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        _rig = new FetchingRig();
        _server = await AdvertServer.StartAsync();
    }

    [TearDown]
    public async Task TearDownAsync()
    {
        await _rig.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task Search_PostedForm_CountsItsPages(CancellationToken cancellationToken)
    {
        var site = LoopbackDefinition.Of(_server, """
            search:
              url: /form
              post: {form: {q: "{query}", page: "{page}"}}
              pageSize: 3
              paging: number
              rows: li.ad
              fields: {id: "@data-id"}
            states: {empty: .none}
            """);

        Assert.That(await SearchWalk.IdsAsync(_rig, site, "ivory & horn", cancellationToken), Is.EqualTo(ThreePages));
        Assert.That(await SearchWalk.IdsAsync(_rig, site, "nothing", cancellationToken), Is.EqualTo(new[] { "Empty" }));
        Assert.That(
            _server.Seen.Where(r => r.Path == "/form").Select(r => (r.Method, r.Headers["Content-Type"])),
            Is.All.EqualTo(("POST", "application/x-www-form-urlencoded")));
    }

    [TestCase("cursor")]
    [TestCase("auto")]
    public async Task Search_JsonApiWithACursor_GoesOnUntilThereIsNone(string paging, CancellationToken cancellationToken)
    {
        var site = LoopbackDefinition.Of(_server, """
            search:
              url: /api/cursor
              post:
                json: {query: "{query}", page: {after: "{cursor}", size: 3}}
              cursor: $.paging.next

            """ + $"  paging: {paging}\n" + Fields);

        Assert.That(await SearchWalk.IdsAsync(_rig, site, "ivory & horn", cancellationToken), Is.EqualTo(ThreePages));
    }

    [Test]
    public async Task Search_LinkHeader_IsFollowed(CancellationToken cancellationToken)
    {
        var site = LoopbackDefinition.Of(_server, "search:\n  url: /api/link?q={query}\n  paging: linkHeader\n" + Fields);

        Assert.That(await SearchWalk.IdsAsync(_rig, site, "ivory & horn", cancellationToken), Is.EqualTo(ThreePages));
    }

    [TestCase("number")]
    [TestCase("auto")]
    public async Task Search_Offset_GoesOnWhilePagesAreFull(string paging, CancellationToken cancellationToken)
    {
        var site = LoopbackDefinition.Of(
            _server, $"search:\n  url: \"/api/offset?q={{query}}&from={{offset}}\"\n  pageSize: 3\n  paging: {paging}\n" + Fields);

        Assert.That(await SearchWalk.IdsAsync(_rig, site, "ivory & horn", cancellationToken), Is.EqualTo(ThreePages));
    }

    [Test]
    public async Task Search_PostToAPathThatRobotsForbid_IsNotMade(CancellationToken cancellationToken)
    {
        var site = LoopbackDefinition.Of(_server, "search:\n  url: /private/search\n  post: {form: {q: \"{query}\"}}\n");

        var outcome = await _rig.Get<IPageFetcher>().FetchAsync(site, SearchRequest.Of(site, new SearchTarget { Query = "x", Page = 1 }), cancellationToken);

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.RobotsDisallowed));
        Assert.That(_server.Paths, Is.Empty);
    }

    [Test]
    public async Task Search_Posts_KeepTheSitesPace(CancellationToken cancellationToken)
    {
        var delay = TimeSpan.FromMilliseconds(250);
        var site = LoopbackDefinition.Of(_server, "search:\n  url: /form\n  post: {form: {q: \"{query}\", page: \"{page}\"}}\n  pageSize: 3\n  paging: number\n  rows: li.ad\n  fields: {id: \"@data-id\"}\n");

        await SearchWalk.IdsAsync(_rig, site with { Pace = site.Pace with { Delay = delay } }, "ivory & horn", cancellationToken);

        Assert.That(_server.Seen, Has.Count.EqualTo(4));
        Assert.That(_server.ShortestGap(), Is.GreaterThanOrEqualTo(delay));
    }

    [TestCase(307, false)]
    [TestCase(308, false)]
    [TestCase(303, true)]
    public async Task Search_PostRedirectedToAnotherOrigin_DoesNotTakeTheBodyAlong(int status, bool followed, CancellationToken cancellationToken)
    {
        await using var other = await LoopbackSite.StartAsync(c => c.Response.WriteAsync("<p>other</p>"));
        await using var first = await LoopbackSite.StartAsync(c =>
        {
            c.Response.StatusCode = status;
            c.Response.Headers.Location = other.At("/there").AbsoluteUri;
            return Task.CompletedTask;
        });
        var site = LoopbackDefinition.Of(first, "search:\n  url: /s\n  post: {form: {q: \"{query}\"}}\n");

        var outcome = await _rig.Get<IPageFetcher>().FetchAsync(site, SearchRequest.Of(site, new SearchTarget { Query = "x", Page = 1 }), cancellationToken);

        Assert.That(outcome is FetchOutcome.Ok, Is.EqualTo(followed));
        Assert.That(other.Seen.Where(r => r.Path == "/there").Select(r => r.Method), Is.EqualTo(followed ? new[] { "GET" } : Array.Empty<string>()));
    }
}
