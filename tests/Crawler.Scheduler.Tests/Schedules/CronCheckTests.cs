using Crawler.Contracts.WatchLists;
using Crawler.Scheduler.Schedules;

namespace Crawler.Scheduler.Tests.Schedules;

internal sealed class CronCheckTests
{
    [TestCase("0 0 2 * * ?")]
    [TestCase("0 30 1 ? * MON-FRI")]
    [TestCase("0 0 6,18 * * ?")]
    [TestCase("0 15 10 L * ?")]
    [TestCase("0 15 10 ? * 6#3")]
    [TestCase("0 0 2 15W * ?")]
    [TestCase("0 0 2 * * ? 2026-2030")]
    [TestCase("30 0/20 * * * ?")]
    public void Validate_SoundExpression_IsNull(string cron) => Assert.That(CronCheck.Validate(cron), Is.Null);

    [TestCase("0 0 25 * * ?", "The hours \"25\"")]
    [TestCase("0 61 2 * * ?", "The minutes \"61\"")]
    [TestCase("99 0 2 * * ?", "The seconds \"99\"")]
    [TestCase("* 0 2 * * ?", "The seconds \"*\"")]
    [TestCase("0/5 0 2 * * ?", "The seconds \"0/5\"")]
    [TestCase("0 0 2 40 * ?", "The day of month \"40\"")]
    [TestCase("0 0 2 * 13 ?", "The month \"13\"")]
    [TestCase("0 0 2 ? * XYZ", "The day of week \"XYZ\"")]
    [TestCase("0 0 2 ? * 9", "The day of week \"9\"")]
    [TestCase("0 0 2 * * ? soon", "The year \"soon\"")]
    [TestCase("0 2 * * *", "\"0 2 * * *\" has 5 fields")]
    [TestCase("every night", "\"every night\" has 2 fields")]
    [TestCase("", "\"\" has 0 fields")]
    [TestCase(null, "\"\" has 0 fields")]
    public void Validate_UnsoundExpression_NamesTheField(string? cron, string beginning) => Assert.That(CronCheck.Validate(cron), Does.StartWith(beginning));

    [Test]
    public void Validate_UnknownTimeZone_NamesIt() => Assert.That(
        CronCheck.Validate(new WatchSchedule { TimeZone = "Europe/Atlantis" }, DateTimeOffset.UnixEpoch), Does.StartWith("The time zone \"Europe/Atlantis\" is unknown"));

    [Test]
    public void Validate_NeverAgain_SaysSo() => Assert.That(
        CronCheck.Validate(new WatchSchedule { Cron = "0 0 2 30 2 ?" }, DateTimeOffset.UnixEpoch), Is.EqualTo("\"0 0 2 30 2 ?\" names no time to come."));

    [Test]
    public void NextRuns_NightlyOverTheSpringNight_AreInstantsInUtc() => Assert.That(
        CronCheck.NextRuns(new WatchSchedule { TimeZone = "Europe/Brussels" }, new DateTimeOffset(2026, 3, 27, 12, 0, 0, TimeSpan.Zero), 3),
        Is.EqualTo(
        [
            new DateTimeOffset(2026, 3, 28, 1, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 3, 30, 0, 0, 0, TimeSpan.Zero),
        ]));
}
