using Crawler.Contracts.WatchLists;

namespace Crawler.Contracts.Tests;

public sealed class WatchTermTests
{
    [TestCase("ivory", "ivory")]
    [TestCase("ivoor*", "ivoor")]
    [TestCase(" *horn ", "horn")]
    [TestCase("rhino horn", "rhino horn")]
    public void Query_Text_IsWithoutStars(string text, string query) => Assert.That(new WatchTerm { Text = text }.Query, Is.EqualTo(query));
}
