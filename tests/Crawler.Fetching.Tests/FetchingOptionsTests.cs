using Crawler.Fetching.Pace;

namespace Crawler.Fetching.Tests;

public sealed class FetchingOptionsTests
{
    [Test]
    public void Validate_Defaults_AreValid() => Assert.That(new FetchingOptionsValidator().Validate(null, new FetchingOptions()).Succeeded, Is.True);

    [Test]
    public void Validate_WrongSettings_AreNamedWithValueAndRange()
    {
        var options = new FetchingOptions { UserAgent = "Mozilla/5.0", BrowserPages = 0, RobotsLife = TimeSpan.Zero, BrowserExecutable = "/no/such/chromium" };

        var result = new FetchingOptionsValidator().Validate(null, options);

        Assert.That(result.FailureMessage, Does.Contain("Fetching:UserAgent is 'Mozilla/5.0'").And.Contain("Fetching:BrowserPages is 0; valid are 1 to 32").And.Contain("Fetching:RobotsLife").And.Contain("/no/such/chromium"));
    }

    [Test]
    public void EffectiveUserAgent_WithContact_NamesIt() =>
        Assert.That(
            new FetchingOptions { Contact = "patrol@example.org" }.EffectiveUserAgent,
            Is.EqualTo("CyberPatrol/0.1 (+passive monitoring; patrol@example.org)"));

    [TestCase("120", 120d)]
    [TestCase(" 0 ", 0d)]
    [TestCase("Sun, 01 Mar 2026 02:05:00 GMT", 300d)]
    [TestCase("Sun, 01 Mar 2026 01:00:00 GMT", 0d)]
    [TestCase("99999999999999999999", 21600d)]
    [TestCase("soon", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void Parse_RetryAfter_IsSecondsOrADateWithinTheCap(string? value, double? seconds) => Assert.That(
        RetryAfter.Parse(value, new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(6))?.TotalSeconds, Is.EqualTo(seconds));
}
