using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Extraction.Readers;
using Crawler.Fetching;
using Crawler.Fetching.Login;
using Crawler.Fetching.Tests.Support;
using Crawler.Ledger.Jobs;
using Crawler.Pages;
using Crawler.Worker.Jobs;
using Crawler.Worker.Tests.Jobs.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Crawler.Worker.Tests.Login;

/// <summary>How often a page of a site with a log-in is read: once, by the check and the handler together.</summary>
[CancelAfter(60_000)]
internal sealed class PageReadingsTests
{
    private readonly ManualTime _time = new();
    private string _secrets = "";
    private CountingReader _reader = null!;
    private MembersSite _members = null!;
    private FetchingRig _rig = null!;
    private JobBench _bench = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        _secrets = Directory.CreateTempSubdirectory("patrol-secrets-").FullName;
        await File.WriteAllTextAsync(Path.Combine(_secrets, "password"), MembersSite.Password);
        _reader = new CountingReader(new SiteReader(_time));
        _members = await MembersSite.StartAsync();
        _rig = new FetchingRig(
            time: _time,
            configure: o => o.SecretsFolder = _secrets,
            services: s => s.AddSingleton<ISiteReader>(_reader).AddSingleton<PageReadings>().AddSingleton<ILoginPageCheck, LoginPageCheck>().AddLogin());
        _bench = await JobBench.OpenAsync(_rig.Get<IPageFetcher>(), _rig.Get<PageReadings>());
    }

    [TearDown]
    public async Task TearDownAsync()
    {
        await _bench.DisposeAsync();
        await _rig.DisposeAsync();
        await _members.DisposeAsync();
        Directory.Delete(_secrets, recursive: true);
    }

    [TestCase("")]
    [TestCase("  signedIn: \"a[href='/logout']\"\n")]
    public async Task Search_SignedIn_ReadsThePageOnce(string signs)
    {
        var verdict = await SearchAsync(Site(signs));

        Assert.That(verdict, Is.TypeOf<JobVerdict.Done>(), verdict.Outcome.Detail);
        Assert.That(verdict.Outcome.Rows, Is.EqualTo(1));
        Assert.That(_reader.Read, Is.EqualTo(new[] { "/search" }));
    }

    [Test]
    public async Task Capture_SignedIn_ReadsThePageOnce()
    {
        var sweep = JobBench.Sweep();
        var target = new CaptureTarget { ListingId = "practice:m1", Url = _members.Server.At("/home").AbsoluteUri, Reason = CaptureReason.New };
        var item = await _bench.ClaimedAsync(JobBench.CaptureJob(target), sweep);

        await _bench.Capture.HandleAsync(item with { Site = Site("") }, CancellationToken.None);

        Assert.That(_reader.Read, Is.EqualTo(new[] { "/home" }));
    }

    [Test]
    public async Task Search_SessionEnded_ReadsThePageOnceAfterSigningInAgain()
    {
        var site = Site("");
        await _rig.FetchAsync(site, _members.Server.At("/home"), PageKind.Image);
        _members.EndAllSessions();
        _time.Advance(TimeSpan.FromHours(1));

        var verdict = await SearchAsync(site);

        Assert.That(verdict, Is.TypeOf<JobVerdict.Done>(), verdict.Outcome.Detail);
        Assert.That(_members.Logins, Is.EqualTo(2));
        Assert.That(_reader.Read, Is.EqualTo(new[] { "/search" }));
    }

    [Test]
    public void Read_OtherSiteOrOtherKind_ReadsAgain()
    {
        var readings = new PageReadings(_reader);
        var page = PlayedWeb.Page("http://127.0.0.1:9/s", "<html><body><h1>Fan</h1></body></html>");

        readings.ReadSearch(JobBench.Site, page);
        var asAdvert = readings.ReadDetail(JobBench.Site, page);
        readings.ReadDetail(JobBench.Site with { Country = "BE" }, page);

        Assert.That(_reader.Read, Has.Count.EqualTo(3));
        Assert.That(readings.ReadDetail(JobBench.Site, PlayedWeb.Page("http://127.0.0.1:9/s", page.Text)), Is.Not.SameAs(asAdvert), "the same text fetched again is another page");
    }

    private async Task<JobVerdict> SearchAsync(SiteDefinition site)
    {
        var item = await _bench.ClaimedAsync(JobBench.SearchJob(), JobBench.Sweep());
        return await _bench.Search.HandleAsync(item with { Site = site }, CancellationToken.None);
    }

    private SiteDefinition Site(string signs) => LoopbackDefinition.Of(_members.Server, $$"""
        login:
          url: /login
          fields:
            user: {value: "{{MembersSite.User}}"}
            pass: {file: password}
            remember: {value: "on"}

        """ + signs + "search: {url: \"/search?q={query}\"}\nfetch: {mode: http}\n");
}
