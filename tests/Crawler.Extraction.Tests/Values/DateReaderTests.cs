using Crawler.Extraction.Values;

namespace Crawler.Extraction.Tests.Values;

public sealed class DateReaderTests
{
    // A Tuesday, at noon in Amsterdam.
    private static readonly DateContext Context = new() { Now = new DateTimeOffset(2026, 3, 10, 11, 0, 0, TimeSpan.Zero), Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam") };

    [TestCase("Heute, 15:21", "2026-03-10 15:21")]
    [TestCase("gisteren", "2026-03-09 00:00")]
    [TestCase("Gestern, 17:09", "2026-03-09 17:09")]
    [TestCase("hier à 14h05", "2026-03-09 14:05")]
    [TestCase("Aujourd’hui", "2026-03-10 00:00")]
    [TestCase("eergisteren", "2026-03-08 00:00")]
    [TestCase("il y a 3 jours", "2026-03-07 12:00")]
    [TestCase("Posted 5 days ago", "2026-03-05 12:00")]
    [TestCase("vor 2 Stunden", "2026-03-10 10:00")]
    [TestCase("3 dagen geleden", "2026-03-07 12:00")]
    [TestCase("hace 2 semanas", "2026-02-24 12:00")]
    [TestCase("2 giorni fa", "2026-03-08 12:00")]
    [TestCase("3 dni temu", "2026-03-07 12:00")]
    [TestCase("26.07.2025", "2025-07-26 00:00")]
    [TestCase("5-3-25", "2025-03-05 00:00")]
    [TestCase("03/04/2025", "2025-04-03 00:00")]
    [TestCase("12 août 2025 à 14:05", "2025-08-12 14:05")]
    [TestCase("12. März", "2025-03-12 00:00")]
    [TestCase("1 mrt", "2026-03-01 00:00")]
    [TestCase("Nov 14, 2015 at 4:23 PM", "2015-11-14 16:23")]
    [TestCase("Ven 7 Oct 2011 08:23", "2011-10-07 08:23")]
    [TestCase("6 de jul, 18:15", "2025-07-06 18:15")]
    [TestCase("zaterdag", "2026-03-07 00:00")]
    [TestCase("2025-12-31", "2025-12-31 00:00")]
    [TestCase("2025-12-31T10:00:00Z", "2025-12-31 11:00")]
    [TestCase("1773140400", "2026-03-10 12:00")]
    [TestCase("1773140400000", "2026-03-10 12:00")]
    public void Read_PrintedDate_IsThatLocalTime(string text, string local)
    {
        var read = DateReader.Read(text, Context);

        Assert.That(read, Is.Not.Null);
        Assert.That(TimeZoneInfo.ConvertTime(read!.Value, Context.Zone).ToString("yyyy-MM-dd HH:mm"), Is.EqualTo(local));
        Assert.That(read.Value.Offset, Is.EqualTo(TimeSpan.Zero));
    }

    [TestCase("03/04/2025", "2025-03-04")]
    [TestCase("13/04/2025", "2025-04-13")]
    public void Read_MonthFirst_IsAmerican(string text, string day) =>
        Assert.That(DateReader.Read(text, Context with { MonthFirst = true, Zone = TimeZoneInfo.Utc })?.ToString("yyyy-MM-dd"), Is.EqualTo(day));

    [TestCase("")]
    [TestCase("Fiets te koop")]
    [TestCase("31.02.2025")]
    [TestCase("maat 42")]
    [TestCase("9000 Gent")]
    public void Read_NoDate_IsNull(string text) => Assert.That(DateReader.Read(text, Context), Is.Null);
}
