using Crawler.Analysis.WatchLists;
using Crawler.Contracts.WatchLists;

namespace Crawler.Analysis.Tests.WatchLists;

public sealed class WatchListValidatorTests
{
    private static readonly string[] Sites = ["tg-markt", "tg-forum"];

    private static readonly WatchList Good = new()
    {
        Id = "ivory-1",
        Name = "Ivory",
        Terms = [new() { Text = "ivoor", Language = "nl" }, new() { Text = "1:1" }],
        SiteIds = ["tg-markt"],
    };

    [Test]
    public void Validate_GoodList_HasNoProblem() => Assert.That(WatchListValidator.Validate(Good, Sites), Is.Empty);

    private static IEnumerable<TestCaseData> Bad()
    {
        yield return Case(
            Good with { Id = "Ivory 1" },
            "id: \"Ivory 1\" cannot be an id: lower-case letters, digits and dashes, at most 60, beginning with a letter or digit");
        yield return Case(
            Good with { Id = "ivory\n" },
            "id: \"ivory\n\" cannot be an id: lower-case letters, digits and dashes, at most 60, beginning with a letter or digit");
        yield return Case(Good with { Name = " " }, "name: is empty; give the list a name that colleagues recognise");
        yield return Case(Good with { Terms = [] }, "terms: names no term; nothing would be searched for");
        yield return Case(
            Good with { Terms = [new() { Text = "x y", Search = false }] },
            "terms: none of the terms is searched for (search: false on all); nothing would be found");
        yield return Case(Good with { SiteIds = [] }, "sites: names no site; nothing would be searched");
        yield return Case(Good with { SiteIds = ["tg-mark"] }, "sites: there is no site \"tg-mark\"; did you mean \"tg-markt\"?");
        yield return Case(Good with { SiteIds = ["tg-markt", "tg-markt"] }, "sites: names \"tg-markt\" more than once");
        yield return Case(
            Good with { Terms = [new() { Text = "écaille" }, new() { Text = "ECAILLE" }] },
            "terms: \"ecaille\" stands there more than once for the same language");
        yield return Case(Good with { Terms = [new() { Text = " - " }] }, "terms[0].text: \" - \" holds nothing to look for");
        yield return Case(
            Good with { Terms = [new() { Text = "iv*ory" }] },
            "terms[0].text: \"iv*ory\" has a star inside; a star may stand at the beginning or the end");
        yield return Case(
            Good with { Terms = [new() { Text = "ok", Variants = ["i*"] }] },
            "terms[0].variants: \"i*\" is too short for a star; it would match nearly everything");
        yield return Case(
            Good with { Terms = [new() { Text = "ivoor", Language = "Dutch" }] },
            "terms[0].language: \"Dutch\" is not an ISO 639-1 code such as nl, fr, de or en");
        yield return Case(
            Good with { Schedule = new() { TimeZone = "Mars/Olympus" } },
            "schedule.timeZone: \"Mars/Olympus\" is not an IANA time zone; valid are names such as UTC or Europe/Brussels");
        yield return Case(Good with { Schedule = new() { Cron = "" } }, "schedule.cron: is empty; nightly at two would be \"0 0 2 * * ?\"");
        yield return Case(Good with { MaxPagesPerSearch = 0 }, "maxPagesPerSearch: is 0; it must be from 1 to 1000");

        static TestCaseData Case(WatchList list, string problem) => new TestCaseData(list, problem).SetArgDisplayNames(problem);
    }

    [TestCaseSource(nameof(Bad))]
    public void Validate_Mistake_IsNamed(WatchList list, string problem) =>
        Assert.That(WatchListValidator.Validate(list, Sites).Select(p => p.ToString()), Is.EqualTo(new[] { problem }));
}
