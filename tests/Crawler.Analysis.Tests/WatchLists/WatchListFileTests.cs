using Crawler.Analysis.Lexicons;
using Crawler.Analysis.WatchLists;
using Crawler.Contracts;
using Crawler.Contracts.WatchLists;

namespace Crawler.Analysis.Tests.WatchLists;

public sealed class WatchListFileTests
{
    private const string Whole = """
        id: ivory-benelux
        name: Ivory, Benelux
        description: Raw and worked ivory
        legalBasis: Regulation (EC) 338/97
        sites: [site-a, site-b]
        schedule:
          cron: 0 30 3 * * ?
          timeZone: Europe/Brussels
          paused: true
        maxPagesPerSearch: 5
        terms:
          - ivoor
          - text: ivoire
            language: fr
            topic: ivory
            variants: [ivoires, "ivoire*"]
            exclude: Côte d'Ivoire
            source: dictionary
            search: false
        """;

    [Test]
    public void Parse_WholeFile_GivesTheList()
    {
        WatchListReading reading = WatchListFile.Parse(Whole, "list.yaml");

        Assert.That(reading.Problems, Is.Empty);
        WatchList list = reading.List!;
        Assert.Multiple(() =>
        {
            Assert.That(list.Id, Is.EqualTo("ivory-benelux"));
            Assert.That(list.Name, Is.EqualTo("Ivory, Benelux"));
            Assert.That(list.LegalBasis, Is.EqualTo("Regulation (EC) 338/97"));
            Assert.That(list.SiteIds, Is.EqualTo(new[] { "site-a", "site-b" }));
            Assert.That(list.Schedule, Is.EqualTo(new WatchSchedule { Cron = "0 30 3 * * ?", TimeZone = "Europe/Brussels", Paused = true }));
            Assert.That(list.MaxPagesPerSearch, Is.EqualTo(5));
            Assert.That(list.Terms.Select(t => t.Text), Is.EqualTo(new[] { "ivoor", "ivoire" }));
            Assert.That(list.Terms[1].Variants, Is.EqualTo(new[] { "ivoires", "ivoire*" }));
            Assert.That(list.Terms[1].Exclude, Is.EqualTo(new[] { "Côte d'Ivoire" }));
            Assert.That(list.Terms[1].Search, Is.False);
            Assert.That(list.Terms[0].Search, Is.True);
        });
    }

    [Test]
    public void Parse_Least_HasTheNightlySchedule()
    {
        WatchList list = WatchListFile.Parse("id: a\nname: A\nsites: s\nterms: [ivory]", "list.yaml").List!;

        Assert.Multiple(() =>
        {
            Assert.That(list.Schedule, Is.EqualTo(new WatchSchedule { Cron = "0 0 2 * * ?", TimeZone = "UTC", Paused = false }));
            Assert.That(list.MaxPagesPerSearch, Is.EqualTo(10));
        });
    }

    [TestCase("id: a\nname: A\nterm: [x]", "list.yaml:3:1: unknown key \"term\"; did you mean \"terms\"?")]
    [TestCase("id: a\nname: A\nschedule:\n  timezone: UTC\nterms: [x]", "list.yaml:4:3: unknown key \"timezone\"; did you mean \"timeZone\"?")]
    [TestCase("id: a\nname: A\nterms:\n  - text: x\n    varients: [y]", "list.yaml:5:5: unknown key \"varients\"; did you mean \"variants\"?")]
    [TestCase("id: a\nname: A\nterms:\n  - language: nl", "list.yaml:4:5: \"text\" is missing")]
    [TestCase(
        "id: a\nname: A\nmaxPagesPerSearch: many\nterms: [x]",
        "list.yaml:3:20: \"maxPagesPerSearch\" is \"many\"; it must be a whole number from 1 to 1000")]
    [TestCase("id: a\nname: A\nschedule: nightly\nterms: [x]", "list.yaml:3:11: \"schedule\" must have keys of its own: cron, timeZone, paused")]
    [TestCase("id: a\nname: A\nschedule: {paused: maybe}\nterms: [x]", "list.yaml:3:20: \"paused\" is \"maybe\"; it must be true or false")]
    [TestCase("id: a\nname: A\nlexicon: ivori\nterms: [x]", "list.yaml:3:10: there is no lexicon \"ivori\"")]
    [TestCase("name: A\nterms: [x]", "list.yaml:1:1: \"id\" is missing")]
    [TestCase("id: a\nname: A\nterms: ivory", "list.yaml:3:8: \"terms\" must be a list (lines that begin with a dash)")]
    public void Parse_Mistake_IsNamedWithItsPlace(string text, string problem)
    {
        WatchListReading reading = WatchListFile.Parse(text, "list.yaml");

        Assert.Multiple(() =>
        {
            Assert.That(reading.List, Is.Null);
            Assert.That(reading.Problems.Select(p => p.ToString()), Is.EqualTo(new[] { problem }));
        });
    }

    [TestCase("")]
    [TestCase("- a\n- b")]
    [TestCase("id: [unclosed")]
    [TestCase("id: a\nid: b\nname: A")]
    [TestCase("a: &x [*x]")]
    public void Parse_NoMapping_IsRefused(string text)
    {
        WatchListReading reading = WatchListFile.Parse(text, "list.yaml");

        Assert.That((reading.List, reading.Problems.Count > 0), Is.EqualTo(((WatchList?)null, true)));
    }

    [Test]
    public void Parse_Lexicon_BringsItsTerms()
    {
        Lexicon ivory = new()
        {
            Id = "ivory",
            Name = "Ivory",
            Terms =
            [
                new() { Text = "ivory", Language = "en", Source = "dictionary" },
                new() { Text = "ivoor", Language = "nl", Source = "dictionary" },
                new() { Text = "❄", Source = "published" },
            ],
        };
        Lexicon? Find(string id) => id == "ivory" ? ivory : null;

        Assert.Multiple(() =>
        {
            Assert.That(Texts("id: a\nname: A\nlexicon: ivory\nterms: [mammoth]"), Is.EqualTo(new[] { "mammoth", "ivory", "ivoor", "❄" }));
            Assert.That(Texts("id: a\nname: A\nterms:\n  - lexicon: ivory\n    languages: [nl]\n  - mammoth"), Is.EqualTo(new[] { "ivoor", "❄", "mammoth" }));
            Assert.That(
                Texts("id: a\nname: A\nlexicon: ivory\nterms:\n  - {text: ivory, language: en, variants: [ivories]}"),
                Is.EqualTo(new[] { "ivory", "ivoor", "❄" }), "the analyst's own wins");
        });

        IEnumerable<string> Texts(string text) => WatchListFile.Parse(text, "list.yaml", Find).List!.Terms.Select(t => t.Text);
    }

    [Test]
    public void Write_WholeList_ReadsWell()
    {
        WatchList list = WatchListFile.Parse(Whole, "list.yaml").List! with { Description = "\"tusk\" or 🐘" };

        Assert.That(WatchListFile.Write(list), Is.EqualTo("""
            id: "ivory-benelux"
            name: "Ivory, Benelux"
            description: "\"tusk\" or \U0001F418"
            legalBasis: "Regulation (EC) 338/97"
            sites: ["site-a", "site-b"]
            schedule:
              cron: "0 30 3 * * ?"
              timeZone: "Europe/Brussels"
              paused: true
            maxPagesPerSearch: 5
            terms:
              - text: "ivoor"
              - text: "ivoire"
                language: "fr"
                topic: "ivory"
                variants: ["ivoires", "ivoire*"]
                exclude: ["Côte d'Ivoire"]
                source: "dictionary"
                search: false

            """));
    }

    [TestCase("🐘")]
    [TestCase("🐘 tusk")]
    [TestCase("ivoor 🦏🐘")]
    [TestCase("👨‍🌾")]
    public void Write_Emoji_StandsInTheFileAsItIs(string emoji)
    {
        WatchList list = WatchListFile.Parse(Whole, "list.yaml").List! with { Terms = [new() { Text = emoji, Variants = [emoji, "x"] }] };

        string written = WatchListFile.Write(list);

        Assert.That(written, Does.Contain($"- text: {emoji}\n    variants: [{emoji}, \"x\"]\n"));
        Assert.That(WatchListFile.Parse(written, "list.yaml").List!.Terms.Single().Variants, Is.EqualTo(new[] { emoji, "x" }));
    }

    [Test]
    public void Write_NoTerms_IsAnEmptyList() =>
        Assert.That(WatchListFile.Write(WatchListFile.Parse(Whole, "list.yaml").List! with { Terms = [] }), Does.EndWith("\nterms: []\n"));

    [Test]
    public void Write_ReadBack_IsTheSame()
    {
        WatchList list = WatchListFile.Parse(Whole, "list.yaml").List! with
        {
            Description = "quote \" backslash \\ tab \t line\nnext # not a comment: no",
            Terms = [new() { Text = "no" }, new() { Text = "1:1" }, new() { Text = "- dash" }, new() { Text = "❄️ é" }, new() { Text = "🐘: #1, 'bone'" }],
        };

        WatchListReading reading = WatchListFile.Parse(WatchListFile.Write(list), "list.yaml");

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(Json(reading.List!), Is.EqualTo(Json(list)));

        static string Json(WatchList list) => System.Text.Json.JsonSerializer.Serialize(list, ContractsJson.Options);
    }
}
