using Crawler.Contracts.Sweeps;

namespace Crawler.Contracts.Tests.Sweeps;

internal sealed class OutcomeMeaningTests
{
    [Test]
    public void OfSite_TroubleAmongReadPages_NamesTheTrouble() =>
        Assert.That(
            OutcomeMeaning.OfSite([OutcomeKind.Timeout, OutcomeKind.Captcha], [OutcomeKind.Ok, OutcomeKind.Timeout, OutcomeKind.Captcha]),
            Is.EqualTo(OutcomeKind.Captcha));

    [Test]
    public void OfSite_OnlyOurOwnRestraint_IsOk() =>
        Assert.That(OutcomeMeaning.OfSite([OutcomeKind.RobotsDisallowed], [OutcomeKind.Ok, OutcomeKind.RobotsDisallowed]), Is.EqualTo(OutcomeKind.Ok));

    [Test]
    public void OfSite_PageLimitCutASearch_SaysSo() =>
        Assert.That(OutcomeMeaning.OfSite([OutcomeKind.RobotsDisallowed, OutcomeKind.LimitReached], [OutcomeKind.Ok]), Is.EqualTo(OutcomeKind.LimitReached));

    [Test]
    public void OfSite_NothingReadButRobots_NamesRobots() =>
        Assert.That(OutcomeMeaning.OfSite([OutcomeKind.RobotsDisallowed], [OutcomeKind.RobotsDisallowed]), Is.EqualTo(OutcomeKind.RobotsDisallowed));

    [Test]
    public void OfSite_NothingFound_IsEmpty() => Assert.That(OutcomeMeaning.OfSite([], [OutcomeKind.Empty]), Is.EqualTo(OutcomeKind.Empty));

    [Test]
    public void OfSite_NothingEnded_IsNull() => Assert.That(OutcomeMeaning.OfSite([], []), Is.Null);
}
