namespace Crawler.Contracts.Tests.Golden;

public sealed class LineDifferenceTests
{
    [Test]
    public void Of_ChangedLine_ShowsBothForms() => Assert.That(LineDifference.Of("a\nb\nc", "a\nx\nc"), Is.EqualTo("  line 2: - b\n  line 2: + x"));

    [Test]
    public void Of_AddedLine_ShowsOnlyThat() => Assert.That(LineDifference.Of("a\nc", "a\nb\nc"), Is.EqualTo("  line 2: + b"));
}
