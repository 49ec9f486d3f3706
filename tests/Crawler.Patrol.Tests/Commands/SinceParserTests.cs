using Crawler.Patrol.Commands;

namespace Crawler.Patrol.Tests.Commands;

[TestFixture]
internal sealed class SinceParserTests
{
    [TestCase("7d", ExpectedResult = "2025-03-07T09:30:00Z")]
    [TestCase("24h", ExpectedResult = "2025-03-13T09:30:00Z")]
    [TestCase("30m", ExpectedResult = "2025-03-14T09:00:00Z")]
    [TestCase("2w", ExpectedResult = "2025-02-28T09:30:00Z")]
    [TestCase("2025-03-01", ExpectedResult = "2025-03-01T00:00:00Z")]
    [TestCase("2025-03-01T10:00", ExpectedResult = "2025-03-01T10:00:00Z")]
    [TestCase("2025-03-01T10:00:05+02:00", ExpectedResult = "2025-03-01T08:00:05Z")]
    [TestCase("d", ExpectedResult = "none")]
    [TestCase("-1d", ExpectedResult = "none")]
    [TestCase("1y", ExpectedResult = "none")]
    [TestCase("99999999d", ExpectedResult = "none")]
    [TestCase("03/04/2025", ExpectedResult = "none")]
    public string TryParse_Text_IsTheInstantOrNone(string text) =>
        SinceParser.TryParse(text, PatrolCall.Now, out var instant)
            ? instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)
            : "none";
}
