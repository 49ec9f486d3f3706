using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;

namespace Crawler.Contracts.Tests.Sites;

internal sealed class SiteConditionsTests
{
    [TestCase(OutcomeKind.Ok, SiteCondition.Healthy)]
    [TestCase(OutcomeKind.Empty, SiteCondition.Empty)]
    [TestCase(OutcomeKind.Drifted, SiteCondition.Drifted)]
    [TestCase(OutcomeKind.Blocked, SiteCondition.Blocked)]
    [TestCase(OutcomeKind.Captcha, SiteCondition.Captcha)]
    [TestCase(OutcomeKind.ConsentWall, SiteCondition.Consent)]
    [TestCase(OutcomeKind.LoginRequired, SiteCondition.Login)]
    [TestCase(OutcomeKind.SoftNotFound, SiteCondition.Gone)]
    [TestCase(OutcomeKind.RobotsDisallowed, SiteCondition.NotAsked)]
    [TestCase(OutcomeKind.Throttled, SiteCondition.Unreachable)]
    [TestCase(OutcomeKind.NetworkError, SiteCondition.Unreachable)]
    public void Of_OutcomeOfASearchPage_IsTheSitesCondition(OutcomeKind outcome, SiteCondition condition) =>
        Assert.That(SiteConditions.Of(outcome), Is.EqualTo(condition));
}
