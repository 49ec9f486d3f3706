using System.Globalization;
using Crawler.Contracts.WatchLists;
using Crawler.Scheduler.Schedules;

namespace Crawler.Scheduler.Tests.Schedules;

/// <summary>Daylight saving: every time of day runs once a day, whatever the clocks do.</summary>
internal sealed class FireTimesTests
{
    // The night that skips an hour.
    [TestCase("Europe/Brussels", "0 0 2 * * ?", "2026-03-28T12:00", "2026-03-29T01:00Z", "2026-03-30T00:00Z")]
    [TestCase("Europe/Brussels", "0 30 2 * * ?", "2026-03-28T12:00", "2026-03-29T01:00Z", "2026-03-30T00:30Z")]
    [TestCase("Europe/Brussels", "0 0 3 * * ?", "2026-03-28T12:00", "2026-03-29T01:00Z", "2026-03-30T01:00Z")]
    [TestCase("Europe/London", "0 0 1 * * ?", "2026-03-28T12:00", "2026-03-29T01:00Z", "2026-03-30T00:00Z")]
    [TestCase("Europe/London", "0 0 2 * * ?", "2026-03-28T12:00", "2026-03-29T01:00Z", "2026-03-30T01:00Z")]
    [TestCase("America/Santiago", "0 0 0 * * ?", "2026-09-05T12:00", "2026-09-06T04:00Z", "2026-09-07T03:00Z")]
    [TestCase("America/Santiago", "0 0 2 * * ?", "2026-09-05T12:00", "2026-09-06T05:00Z", "2026-09-07T05:00Z")]
    [TestCase("UTC", "0 0 2 * * ?", "2026-03-28T12:00", "2026-03-29T02:00Z", "2026-03-30T02:00Z")]

    // The night that has an hour twice.
    [TestCase("Europe/Brussels", "0 0 2 * * ?", "2026-10-24T12:00", "2026-10-25T00:00Z", "2026-10-26T01:00Z")]
    [TestCase("Europe/Brussels", "0 30 2 * * ?", "2026-10-24T12:00", "2026-10-25T00:30Z", "2026-10-26T01:30Z")]
    [TestCase("Europe/Brussels", "0 59 2 * * ?", "2026-10-24T12:00", "2026-10-25T00:59Z", "2026-10-26T01:59Z")]
    [TestCase("Europe/London", "0 30 1 * * ?", "2026-10-24T12:00", "2026-10-25T00:30Z", "2026-10-26T01:30Z")]
    [TestCase("America/Santiago", "0 30 23 * * ?", "2026-04-04T12:00", "2026-04-05T02:30Z", "2026-04-06T03:30Z")]
    [TestCase("UTC", "0 0 2 * * ?", "2026-10-24T12:00", "2026-10-25T02:00Z", "2026-10-26T02:00Z")]
    public void NextAfter_DaylightSavingNight_RunsOnce(string zone, string cron, string from, string first, string second)
    {
        var times = new FireTimes(new WatchSchedule { Cron = cron, TimeZone = zone });

        var one = times.NextAfter(At(from));
        var two = times.NextAfter(one!.Value);

        Assert.That((one, two), Is.EqualTo(((DateTimeOffset?)At(first), (DateTimeOffset?)At(second))));
    }

    [Test]
    public void NextAfter_AnyTimeOfNightForTwoYears_RunsOnceADay(
        [Values("Europe/Brussels", "Europe/London", "America/Santiago", "Australia/Lord_Howe", "UTC")] string zone, [Values(0, 1, 2, 3, 23)] int hour, [Values(0, 15, 30)] int minute)
    {
        var local = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var times = new FireTimes(new WatchSchedule { Cron = $"0 {minute} {hour} * * ?", TimeZone = zone });
        var days = new List<DateOnly>();
        var end = At("2028-01-02T12:00");
        for (var next = times.NextAfter(At("2026-01-01T12:00")); next <= end; next = times.NextAfter(next.Value))
        {
            days.Add(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(next.Value, local).DateTime));
        }

        Assert.That(days, Is.Unique.And.Ordered);
        Assert.That(days[^1].DayNumber - days[0].DayNumber, Is.EqualTo(days.Count - 1), "A night was left out.");
        Assert.That(days, Has.Count.InRange(730, 732));
    }

    [Test]
    public void LastWithin_ManyFireTimes_AgreesWithNextAfter(
        [Values("Europe/Brussels", "Europe/London", "America/Santiago")] string zone, [Values("0 30 2 * * ?", "0 0/20 * * * ?", "0 0 2 ? * MON", "0 30 1,23 1 * ?")] string cron)
    {
        var times = new FireTimes(new WatchSchedule { Cron = cron, TimeZone = zone });
        var begin = At("2026-03-01T00:00");
        var fire = times.NextAfter(begin)!.Value;
        while (times.NextAfter(fire) is { } next && next < At("2026-11-10T00:00"))
        {
            Assert.That(times.LastWithin(begin, fire), Is.EqualTo(fire), "at the fire time itself");
            Assert.That(times.LastWithin(begin, next.AddMilliseconds(-1)), Is.EqualTo(fire), "just before the next");
            Assert.That(times.LastWithin(fire, next.AddMilliseconds(-1)), Is.Null, "between two");
            fire = next;
        }
    }

    [TestCase("2026-03-28T23:00", 23)]
    [TestCase("2026-10-24T22:00", 25)]
    public void NextAfter_EveryHour_FollowsTheClockThroughTheNight(string midnight, int hours)
    {
        var runs = CronCheck.NextRuns(new WatchSchedule { Cron = "0 0 * * * ?", TimeZone = "Europe/Brussels" }, At(midnight).AddSeconds(-1), 30);

        Assert.That(runs.Zip(runs.Skip(1), (a, b) => b - a), Has.All.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(runs.Count(r => r < At(midnight).AddHours(hours)), Is.EqualTo(hours));
    }

    [Test]
    public void LastWithin_NothingYet_IsNull() =>
        Assert.That(new FireTimes(new WatchSchedule { Cron = "0 0 2 * * ? 2030" }).LastWithin(At("2026-01-01T00:00"), At("2026-02-01T00:00")), Is.Null);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
