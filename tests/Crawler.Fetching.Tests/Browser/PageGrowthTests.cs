using Crawler.Fetching.Tests.Support;

namespace Crawler.Fetching.Tests.Browser;

/// <summary>Pages that show more rows when they are scrolled or their button is pressed.</summary>
[Category("Browser")]
[CancelAfter(120_000)]
[NonParallelizable]
internal sealed class PageGrowthTests
{
    // Four pages of two rows; then the button goes.
    private const string Page = """
        <!doctype html><html lang="en"><body><h1>Results of the search, long enough to be read without any script at all</h1><ul id="list"></ul>BUTTON<script>
        let next = 1, busy = false;
        async function more() {
          if (busy || next > 4) return; busy = true;
          const rows = await (await fetch('/api/items?page=' + next++)).json();
          for (const row of rows) { const p = document.createElement('li'); p.className = 'row'; p.style.height = '700px'; p.textContent = row.title; document.getElementById('list').append(p); }
          if (next > 4) { document.querySelectorAll('.more').forEach(b => b.hidden = true); }
          busy = false;
        }
        more();
        SCROLL
        </script></body></html>
        """;

    private const string OnScroll = "addEventListener('scroll', () => { if (innerHeight + scrollY > document.body.scrollHeight - 50) more(); });";

    private FetchingRig _rig = null!;

    [OneTimeSetUp]
    public void StartAll() => _rig = new FetchingRig();

    [OneTimeTearDown]
    public async Task StopAllAsync() => await _rig.DisposeAsync();

    [TestCase("", 8, false)]
    [TestCase("fetch: {scrolls: 2}", 6, true)]
    [TestCase("fetch: {scrolls: 3}", 8, false)]
    public async Task FetchAsync_LoadMoreButton_IsPressedAsOftenAsAllowed(string fetch, int rows, bool growsOn)
    {
        await using var server = await PracticeMarket.StartAsync(
            new() { ["/search"] = Filled("<button class=\"more\" type=\"button\" onclick=\"more()\">More</button>") });

        var page = await SearchAsync(server, fetch, "more", ".more");

        Assert.That(Rows(page), Is.EqualTo(rows));
        Assert.That(page.GrowsOn, Is.EqualTo(growsOn));
    }

    [TestCase("<form method='post' action='/order'><button class='more' onclick='more()'>More</button></form>")]
    [TestCase("<form action='/order'><input class='more' type='submit' onclick='more()'></form>")]
    [TestCase("<a class='more' href='/order' onclick='more(); return false'>More</a>")]
    [TestCase("<button class='more' disabled onclick='more()'>More</button>")]
    [TestCase("<button class='more' style='display:none' onclick='more()'>More</button>")]
    public async Task FetchAsync_WhatIsNoLoadMoreButton_IsNotPressed(string button)
    {
        await using var server = await PracticeMarket.StartAsync(new() { ["/search"] = Filled(button) });

        var page = await SearchAsync(server, "", "more", ".more");

        Assert.That(Rows(page), Is.EqualTo(2));
        Assert.That(page.GrowsOn, Is.False);
        Assert.That(server.Paths, Does.Not.Contain("/order"));
    }

    [TestCase("", 8, false)]
    [TestCase("fetch: {scrolls: 1}", 4, true)]
    public async Task FetchAsync_PagingByScroll_RendersAndScrolls(string fetch, int rows, bool growsOn)
    {
        await using var server = await PracticeMarket.StartAsync(
            new() { ["/search"] = Page.Replace("BUTTON", "", StringComparison.Ordinal).Replace("SCROLL", OnScroll, StringComparison.Ordinal) });

        var page = await SearchAsync(server, fetch, "scroll", more: null);

        Assert.That(Rows(page), Is.EqualTo(rows));
        Assert.That(page.GrowsOn, Is.EqualTo(growsOn));
    }

    private static string Filled(string button) => Page.Replace("BUTTON", button, StringComparison.Ordinal).Replace("SCROLL", "", StringComparison.Ordinal);

    private static int Rows(FetchedPage page) => page.Text.Split("class=\"row\"").Length - 1;

    private async Task<FetchedPage> SearchAsync(LoopbackSite server, string fetch, string paging, string? more)
    {
        var site = LoopbackDefinition.Of(server, $"{fetch}\nsearch:\n  url: /search\n  paging: {paging}\n{(more is null ? "" : $"  more: {more}\n")}");
        var outcome = await _rig.FetchAsync(site, server.At("/search"));
        Assert.That(outcome, Is.TypeOf<FetchOutcome.Ok>(), outcome.ToString());
        return ((FetchOutcome.Ok)outcome).Page;
    }
}
