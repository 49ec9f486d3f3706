using Crawler.Review.Tests.Host;
using Microsoft.Playwright;

namespace Crawler.Review.Tests.Browser;

/// <summary>A desk and a browser; each test gets a page of its own, and fails if that page complained or asked anything of anybody but the desk.</summary>
[Category("Browser")]
internal abstract class BrowserFixture
{
    private const float PatienceMs = 20_000;

    private readonly List<string> _complaints = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private IBrowserContext _context = null!;

    protected ConsoleHost Desk { get; private set; } = null!;

    protected IPage Page { get; private set; } = null!;

    protected virtual int Listings => 40;

    [OneTimeSetUp]
    public async Task StartBrowser()
    {
        Desk = await ConsoleHost.StartAsync(seed => seed.FillAsync(Listings));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.First(File.Exists),
            Args = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [],
        });
    }

    [OneTimeTearDown]
    public async Task StopBrowser()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Desk.DisposeAsync();
    }

    [SetUp]
    public Task OpenPage() => OpenPageAsync(1440, 900, ColorScheme.Light);

    [TearDown]
    public async Task ClosePage()
    {
        await _context.DisposeAsync();
        Assert.That(_complaints, Is.Empty, "the page complained, or asked somebody else");
    }

    /// <summary>Starts over with a fresh browser profile.</summary>
    protected async Task OpenPageAsync(int width, int height, ColorScheme scheme)
    {
        if (_context is not null)
        {
            await _context.DisposeAsync();
        }

        _complaints.Clear();
        _context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Desk.Url.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
        });
        _context.SetDefaultTimeout(PatienceMs);
        Page = await _context.NewPageAsync();
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"{message.Type}: {message.Text}");
            }
        };
        Page.PageError += (_, error) => _complaints.Add($"error: {error}");
        Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Desk.Url.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                _complaints.Add($"asked {request.Url}");
            }
        };
    }

    /// <summary>Takes back complaints that a test provoked.</summary>
    protected void ForgiveComplaint(string about) => _complaints.RemoveAll(c => c.Contains(about, StringComparison.Ordinal));

    /// <summary>Opens a page of the desk and waits until it is live.</summary>
    protected async Task VisitAsync(string address)
    {
        await Page.GotoAsync(address);
        await Page.Locator("main h1").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    protected static IPageAssertions Expect(IPage page) => Assertions.Expect(page);
}
