using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Fetching.Login;
using Crawler.Fetching.Tests.Support;
using Crawler.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Crawler.Worker.Tests.Login;

/// <summary>Signing in, from a site file to a page that only members see.</summary>
[CancelAfter(60_000)]
internal sealed class LoginTests
{
    private const string Variable = "PATROL_SECRET_LOGIN_TESTS";
    private readonly ManualTime _time = new();
    private MembersSite _members = null!;
    private FetchingRig _rig = null!;
    private string _secrets = "";

    [SetUp]
    public async Task SetUpAsync()
    {
        _secrets = Directory.CreateTempSubdirectory("patrol-secrets-").FullName;
        await File.WriteAllTextAsync(Path.Combine(_secrets, "members-password"), MembersSite.Password + "\n");
        Environment.SetEnvironmentVariable(Variable, MembersSite.User);
        _members = await MembersSite.StartAsync();
        _rig = new FetchingRig(
            time: _time,
            configure: o => o.SecretsFolder = _secrets,
            services: s => s.AddExtraction().AddSingleton<PageReadings>().AddSingleton<ILoginPageCheck, LoginPageCheck>().AddLogin());
    }

    [TearDown]
    public async Task TearDownAsync()
    {
        await _rig.DisposeAsync();
        await _members.DisposeAsync();
        Environment.SetEnvironmentVariable(Variable, null);
        Directory.Delete(_secrets, recursive: true);
    }

    [TestCase("  signedIn: \"a[href='/logout']\"\n")]
    [TestCase("  signedIn: \"text: Log out\"\n  failed: .error\n")]
    [TestCase("")]
    public async Task FetchAsync_Form_SignsInOnceForAllPages(string signs)
    {
        var site = Site(signs);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SearchAsync(site)));

        Assert.That(outcomes, Is.All.TypeOf<FetchOutcome.Ok>());
        Assert.That(((FetchOutcome.Ok)outcomes[0]).Page.Text, Does.Contain("Ivory fan"));
        Assert.That(_members.Logins, Is.EqualTo(1));
        Assert.That(_members.Server.Paths.Take(3), Is.EqualTo(new[] { "/login", "/session", "/home" }));
    }

    [TestCase("  signedIn: \"a[href='/logout']\"\n")]
    [TestCase("")]
    public async Task FetchAsync_SessionEnded_SignsInOnceAgain(string signs)
    {
        var site = Site(signs);
        await SearchAsync(site);
        _members.EndAllSessions();
        _time.Advance(TimeSpan.FromHours(1));

        var outcomes = await Task.WhenAll(SearchAsync(site), SearchAsync(site));

        Assert.That(outcomes, Is.All.TypeOf<FetchOutcome.Ok>());
        Assert.That(_members.Logins, Is.EqualTo(2));
    }

    [Test]
    public async Task FetchAsync_WrongPassword_SaysSoAndIsNotTriedAgainUntilItChanges()
    {
        await File.WriteAllTextAsync(Path.Combine(_secrets, "members-password"), "hunter2");
        var site = Site("  failed: .error\n");

        var first = (FetchOutcome.Failed)await SearchAsync(site);
        var second = (FetchOutcome.Failed)await SearchAsync(site);

        Assert.That((first.Kind, first.Transient), Is.EqualTo((OutcomeKind.LoginRequired, false)));
        Assert.That(first.Detail, Does.Contain("did not accept the log-in").And.Contain(".error"));
        Assert.That(second.Detail, Does.Contain("not tried again with the same secrets"));
        Assert.That(_members.Logins, Is.EqualTo(1));
        Assert.That(_members.Server.Paths, Does.Not.Contain("/search?q=ivory"));

        await File.WriteAllTextAsync(Path.Combine(_secrets, "members-password"), MembersSite.Password);
        Assert.That(await SearchAsync(site), Is.TypeOf<FetchOutcome.Ok>());
    }

    [Test]
    public async Task FetchAsync_WrongPasswordHoursLater_IsTriedAgain()
    {
        await File.WriteAllTextAsync(Path.Combine(_secrets, "members-password"), "hunter2");
        await SearchAsync(Site(""));

        _time.Advance(TimeSpan.FromHours(7));
        await SearchAsync(Site(""));

        Assert.That(_members.Logins, Is.EqualTo(2));
    }

    [Test]
    public async Task FetchAsync_SecretMissing_NamesItAndAsksNobody()
    {
        Environment.SetEnvironmentVariable(Variable, null);

        var outcome = await SearchAsync(Site(""));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.LoginRequired));
        Assert.That(outcome.Detail, Does.Contain($"the environment variable {Variable} is not set"));
        Assert.That(_members.Server.Seen, Is.Empty);
    }

    [Test]
    public async Task FetchAsync_PageThatThisAccountMayNotSee_DoesNotSignInForEver()
    {
        _members.ClosedToMembers = true;

        var outcomes = new[] { await SearchAsync(Site("")), await SearchAsync(Site("")) };

        Assert.That(outcomes.Select(o => o.Kind), Is.All.EqualTo(OutcomeKind.LoginRequired));
        Assert.That(outcomes[0].Detail, Does.Contain("this account may not see it"));
        Assert.That(_members.Logins, Is.EqualTo(1));
    }

    [Test]
    public async Task FetchAsync_LogInForbiddenByRobots_IsNotAsked()
    {
        _members.Robots = "User-agent: *\nDisallow: /login\n";

        var outcome = await SearchAsync(Site(""));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.RobotsDisallowed));
        Assert.That(outcome.Detail, Does.StartWith("the log-in page: robots.txt"));
        Assert.That(_members.Server.Paths, Is.Empty);
    }

    [TestCase("method=\"get\" action=\"/session\"", "method GET")]
    [TestCase("method=\"post\" action=\"http://elsewhere.example/session\"", "to another host")]
    public async Task FetchAsync_FormThatWouldGiveThePasswordAway_IsNotSent(string attributes, string expected)
    {
        _members.FormAttributes = attributes;

        var outcome = await SearchAsync(Site(""));

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.LoginRequired));
        Assert.That(outcome.Detail, Does.Contain(expected));
        Assert.That(_members.Logins, Is.Zero);
    }

    [Test]
    public async Task FetchAsync_FieldThatTheFormDoesNotHave_NamesThoseItHas()
    {
        var outcome = await SearchAsync(Site("", user: "login_name"));

        Assert.That(outcome.Detail, Does.Contain("has no field 'login_name'; it has: csrf, user, pass, remember, lang"));
    }

    [Test]
    public async Task FetchAsync_Cookies_OpenTheSessionUntilItEnds()
    {
        Environment.SetEnvironmentVariable(Variable, _members.OpenSession());
        var site = LoopbackDefinition.Of(_members.Server, $"login:\n  cookies: {{sid: {{env: {Variable}}}}}\nsearch: {{url: \"/search?q={{query}}\"}}\n");

        var inside = await SearchAsync(site);
        _members.EndAllSessions();
        _time.Advance(TimeSpan.FromHours(1));
        var outside = await SearchAsync(site);

        Assert.That(inside, Is.TypeOf<FetchOutcome.Ok>());
        Assert.That(outside.Kind, Is.EqualTo(OutcomeKind.LoginRequired));
        Assert.That(outside.Detail, Does.Contain("the session of the cookies has ended"));
    }

    [Test]
    public async Task FetchAsync_SwitchedOffSite_IsNotSignedInTo()
    {
        var outcome = await SearchAsync(Site("") with { Enabled = false });

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.SiteDisabled));
        Assert.That(_members.Server.Seen, Is.Empty);
    }

    [Test]
    public async Task FetchAsync_Logs_HoldNoSecret()
    {
        await SearchAsync(Site("  failed: .error\n"));
        await File.WriteAllTextAsync(Path.Combine(_secrets, "members-password"), "hunter2");
        _members.EndAllSessions();
        _time.Advance(TimeSpan.FromHours(1));
        await SearchAsync(Site("  failed: .error\n"));

        string log = string.Join('\n', _rig.Logs.Entries.Select(e => e.Text));
        Assert.That(log, Does.Contain("Signed in to site practice").And.Contain("Not signed in to site practice"));
        Assert.That(log, Does.Not.Contain("hunter2").And.Not.Contain(MembersSite.Password).And.Not.Contain(MembersSite.User));
    }

    private Task<FetchOutcome> SearchAsync(SiteDefinition site) => _rig.FetchAsync(site, _members.Server.At("/search?q=ivory"));

    private SiteDefinition Site(string signs, string user = "user") => LoopbackDefinition.Of(_members.Server, $$"""
        login:
          url: /login
          fields:
            {{user}}: {env: {{Variable}}}
            pass: {file: members-password}
            remember: {value: "on"}

        """ + signs + "search: {url: \"/search?q={query}\"}\nfetch: {mode: http}\n");
}
