using System.Net.Sockets;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching.Tests.Support;
using Crawler.Fetching.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Crawler.Fetching.Tests.Http;

/// <summary>Sites behind a proxy: everything goes through it, names are resolved there, and nothing goes directly instead.</summary>
[CancelAfter(60_000)]
internal sealed class ProxyTests
{
    private const string Onion = "http://lanternmarketabcdefghijklmnopqrstuvwxyz234567abcdefghijk.onion/";
    private LoopbackSite _server = null!;

    [SetUp]
    public async Task SetUpAsync() => _server = await LoopbackSite.StartAsync(c => c.Response.WriteAsync($"<p>you asked {c.Request.Host}</p>"));

    [TearDown]
    public async Task TearDownAsync() => await _server.DisposeAsync();

    [Test]
    public async Task FetchAsync_ThroughTor_LetsTheProxyResolveTheName()
    {
        await using var tor = SocksProxy.Start(_server);
        await using var rig = Rig("tor", tor.Address);

        var outcome = await rig.FetchAsync(Site(Onion, AccessVia.Tor), new Uri(Onion + "listings"));

        Assert.That((outcome as FetchOutcome.Ok)?.Page.Text, Does.Contain(".onion"));
        Assert.That(tor.Asked, Is.Not.Empty);
        Assert.That(tor.Asked.Select(a => (a.Host, a.Port, a.ByName, a.User)), Is.All.EqualTo((new Uri(Onion).Host, 80, true, "practice")));
        Assert.That(_server.Seen.Select(s => s.Path), Is.EqualTo(new[] { "/robots.txt", "/listings" }));
    }

    [Test]
    public async Task FetchAsync_ThroughANamedProxy_SendsItsUserName()
    {
        await using var proxy = SocksProxy.Start(_server);
        await using var rig = Rig("office", proxy.Address.Replace("//", "//desk:secret@", StringComparison.Ordinal));

        var outcome = await rig.FetchAsync(Site("http://market.example/", AccessVia.Proxy, "office"), new Uri("http://market.example/s"));

        Assert.That(outcome, Is.TypeOf<FetchOutcome.Ok>());
        Assert.That(proxy.Asked.Select(a => (a.Host, a.User)), Is.All.EqualTo(("market.example", "desk")));
    }

    [Test]
    public async Task FetchAsync_ThroughAnHttpProxy_KeepsThePaceOfEachHost()
    {
        // A server that is asked for other hosts' addresses is a proxy.
        await using var rig = Rig("office", _server.Home.AbsoluteUri);
        var delay = TimeSpan.FromMilliseconds(300);
        var site = Site("http://market.example/", AccessVia.Proxy, "office") with { Pace = new PacePolicy { Delay = delay } };

        foreach (string url in new[] { "http://market.example/1", "http://images.example/1", "http://market.example/2", "http://images.example/2" })
        {
            Assert.That(await rig.FetchAsync(site, new Uri(url)), Is.TypeOf<FetchOutcome.Ok>());
        }

        foreach (string host in new[] { "market.example", "images.example" })
        {
            var times = _server.Seen.Where(s => s.Headers["Host"] == host).Select(s => s.Timestamp).ToList();
            Assert.That(times, Has.Count.EqualTo(3), "robots.txt and two pages");
            Assert.That(times.Zip(times.Skip(1), TimeProvider.System.GetElapsedTime), Is.All.GreaterThanOrEqualTo(delay));
        }
    }

    [Test]
    public async Task FetchAsync_ProxyNotInTheSettings_AsksNobody()
    {
        await using var rig = new FetchingRig();

        var outcome = (FetchOutcome.Failed)await rig.FetchAsync(Site(_server.Home.AbsoluteUri, AccessVia.Proxy, "office"), _server.At("/"));

        Assert.That((outcome.Kind, outcome.Transient), Is.EqualTo((OutcomeKind.NetworkError, false)));
        Assert.That(outcome.Detail, Does.Contain("Fetching:Proxies:office").And.Contain("practice"));
        Assert.That(_server.Seen, Is.Empty);
    }

    [Test]
    public async Task FetchAsync_ProxyDown_SaysSoAndNeverGoesDirectly()
    {
        await using var rig = Rig("tor", $"socks5://127.0.0.1:{ClosedPort()}");

        var outcome = (FetchOutcome.Failed)await rig.FetchAsync(Site(_server.Home.AbsoluteUri, AccessVia.Tor), _server.At("/"));

        Assert.That((outcome.Kind, outcome.Transient), Is.EqualTo((OutcomeKind.NetworkError, true)));
        Assert.That(outcome.Detail, Does.Contain("the proxy 'tor' does not answer"));
        Assert.That(_server.Seen, Is.Empty);
    }

    [Test]
    public async Task FetchAsync_ProxyRefuses_NamesTheSite()
    {
        await using var tor = SocksProxy.Start(_server, refuses: true);
        await using var rig = Rig("tor", tor.Address);

        var outcome = (FetchOutcome.Failed)await rig.FetchAsync(Site(Onion, AccessVia.Tor), new Uri(Onion));

        Assert.That(outcome.Detail, Does.Contain("the proxy gives no connection to " + new Uri(Onion).Authority));
    }

    [TestCase("http://127.0.0.1/")]
    [TestCase("http://[::1]/")]
    [TestCase("http://192.168.1.1/admin")]
    [TestCase("http://169.254.169.254/latest/meta-data")]
    [TestCase("http://router/")]
    [TestCase("http://db.localhost/")]
    public async Task FetchAsync_InnerAddressBehindTheProxy_IsNotAsked(string url)
    {
        await using var proxy = SocksProxy.Start(_server);
        await using var rig = Rig("office", proxy.Address);

        var outcome = await rig.FetchAsync(Site("http://market.example/", AccessVia.Proxy, "office"), new Uri(url));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.NetworkError));
        Assert.That(outcome.Detail, Does.StartWith("not asked").And.Contain("not on the public internet"));
        Assert.That(proxy.Asked, Is.Empty);
    }

    [Test]
    public async Task FetchAsync_OnionAddressWithoutTor_IsGivenToNoResolver()
    {
        var resolver = new CountingResolver();
        await using var rig = new FetchingRig(services: s => s.AddSingleton<IHostResolver>(resolver));

        var outcome = await rig.FetchAsync(_server.Define(), new Uri(Onion));

        Assert.That(outcome.Detail, Does.Contain("onion service").And.Contain("access: {via: tor}"));
        Assert.That(resolver.Asked, Is.Zero);
    }

    [TestCase("tor", "ftp://127.0.0.1:21")]
    [TestCase("tor", "127.0.0.1:9050")]
    [TestCase("office", "http://user:hunter2@proxy:8080/path")]
    public void Validate_ProxyAddress_IsRefusedWithoutRepeatingIt(string name, string address)
    {
        var options = new FetchingOptions { Proxies = { [name] = address } };

        string? failure = new FetchingOptionsValidator().Validate(null, options).FailureMessage;

        Assert.That(failure, Does.Contain($"Fetching:Proxies:{name}").And.Not.Contain("hunter2"));
    }

    private static FetchingRig Rig(string name, string address) => new(configure: o => o.Proxies[name] = address);

    private static SiteDefinition Site(string home, AccessVia via, string? proxy = null) => new()
    {
        Id = "practice",
        Name = "Practice",
        Home = new Uri(home),
        Languages = ["en"],
        Pace = new PacePolicy { Delay = TimeSpan.Zero },
        Access = new AccessPolicy { Via = via, Proxy = proxy },
        Fetch = new FetchPolicy { Mode = FetchMode.Http },
        Search = new SearchDefinition { Url = "/s?q={query}" },
    };

    private static int ClosedPort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        int port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }

    private sealed class CountingResolver : IHostResolver
    {
        public int Asked { get; private set; }

        public Task<System.Net.IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            Asked++;
            throw new SocketException((int)SocketError.HostNotFound);
        }
    }
}
