using Crawler.Analysis.Matching;
using Crawler.Contracts.Listings;
using Crawler.Contracts.WatchLists;

namespace Crawler.Analysis.Tests.Matching;

public sealed class TermMatcherTests
{
    [TestCase("ivoor", "Prachtig ivoor beeldje", "ivoor")]
    [TestCase("ivoor", "IVOOR!", "IVOOR")]
    [TestCase("ivoor", "(ivoor)", "ivoor")]
    [TestCase("ivoire", "Statuette d'ivoire", "ivoire")]
    [TestCase("ivoire", "Statuette d’IVOIRE ancien", "IVOIRE")]
    [TestCase("écaille de tortue", "Peigne en ecaille de tortue", "ecaille de tortue")]
    [TestCase("ecaille de tortue", "Peigne en écaille  de\ntortue", "écaille  de\ntortue")]
    [TestCase("rhino horn", "a rhino-horn cup", "rhino-horn")]
    [TestCase("rhino horn", "a rhino \u2013 horn cup", "rhino \u2013 horn")]
    [TestCase("Nashorn-Horn", "Nashorn Horn", "Nashorn Horn")]
    [TestCase("Nashorn-Horn", "altes Nashornhorn", "Nashornhorn")]
    [TestCase("Straße", "die STRASSE", "STRASSE")]
    [TestCase("oeuf", "un œuf", "œuf")]
    [TestCase("Schädel", "alter Schaedel", "Schaedel")]
    [TestCase("Schädel", "alter Schadel", "Schadel")]
    [TestCase("ivory", "iv\u00ADory", "iv\u00ADory")]
    [TestCase("1:1", "Sneakers 1:1 quality", "1:1")]
    [TestCase("❄️", "beste ❄ in town", "❄")]
    [TestCase("象牙", "出售象牙雕刻", "象牙")]
    [TestCase("façon ivoire", "fac\u0327on ivoire", "fac\u0327on ivoire")]
    [TestCase("ivoor*", "een ivoorachtig beeld", "ivoorachtig")]
    [TestCase("*horn", "ein Nashorn", "Nashorn")]
    public void Match_PlainSpelling_FindsItWhereItStands(string term, string text, string found)
    {
        TermHit[] hits = Match(Term(term), text);

        Assert.That(hits, Has.Length.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(hits[0].Found, Is.EqualTo(found));
            Assert.That(hits[0].Start, Is.EqualTo(text.IndexOf(found, StringComparison.Ordinal)));
            Assert.That(hits[0].Length, Is.EqualTo(found.Length));
            Assert.That(Disguises.IsDisguise(hits[0].How), Is.False);
        });
    }

    [TestCase("ivoor", "ivoorkleurig")]
    [TestCase("ivoor", "nivoor")]
    [TestCase("ivory", "ivory2000")]
    [TestCase("horn", "Nashorn")]
    [TestCase("os", "cosmos position")]
    [TestCase("rhino horn", "a rhino. Horn section")]
    [TestCase("1:1", "at 21:15")]
    [TestCase("ivory", "Ivo ry")]
    [TestCase("horn*", "Nashorn")]
    public void Match_NotAWholeWord_FindsNothing(string term, string text) => Assert.That(Match(Term(term), text), Is.Empty);

    [TestCase("ivory tower", "living in an ivory tower", 0)]
    [TestCase("ivory tower", "living in an ivory-tower", 0)]
    [TestCase("ivory tower", "ivory from an ivory tower", 1)]
    [TestCase("colour ivory", "colour: ivory", 0)]
    [TestCase("colour ivory", "Colour (ivory)", 0)]
    [TestCase("colour ivory", "ivory, colour: cream", 1)]
    [TestCase("ivory tower*", "ivory towers", 0)]
    public void Match_Exclusion_TakesAwayOnlyWhatItCovers(string exclusion, string text, int hits) =>
        Assert.That(Match(Term("ivory") with { Exclude = [exclusion] }, text), Has.Length.EqualTo(hits));

    [TestCase("iv0ry", Disguises.Leet)]
    [TestCase("1v0ry", Disguises.Leet)]
    [TestCase("ivоry", Disguises.Lookalike)]
    [TestCase("іvоrу", Disguises.Lookalike)]
    [TestCase("ｉｖｏｒｙ", Disguises.Lookalike)]
    [TestCase("𝐢𝐯𝐨𝐫𝐲", Disguises.Lookalike)]
    [TestCase("ⓘⓥⓞⓡⓨ", Disguises.Lookalike)]
    [TestCase("🇮🇻🇴🇷🇾", Disguises.Lookalike)]
    [TestCase("i v o r y", Disguises.Spaced)]
    [TestCase("I.V.O.R.Y", Disguises.Spaced)]
    [TestCase("i-v-o-r-y", Disguises.Spaced)]
    [TestCase("1 v 0 r y", Disguises.Spaced)]
    [TestCase("i*v*o*r*y", Disguises.Spaced)]
    [TestCase("iv*ory", Disguises.Split)]
    [TestCase("i.vory", Disguises.Split)]
    [TestCase("i\u200Bvo\u200Cry", Disguises.ZeroWidth)]
    public void Match_DisguisedSpelling_NamesTheDisguise(string hidden, string how)
    {
        string text = $"Old {hidden} figure, 12 cm";

        TermHit[] hits = Match(Term("ivory"), text);

        Assert.That(hits, Has.Length.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(hits[0].How, Is.EqualTo(how));
            Assert.That(hits[0].Found, Is.EqualTo(hidden));
            Assert.That(hits[0].Start, Is.EqualTo(4));
        });
    }

    [TestCase("tien cm, 5 stuks, A.B.C. en I.V. of ry")]
    [TestCase("maat 10v0r1")]
    [TestCase("the ivor'y of it")]
    [TestCase("слоновая кость")]
    [TestCase("https://example.org/iv/ory")]
    [TestCase("a b c d e f g h i j k l m n o p q r s t u v w x y z")]
    public void Match_NothingHidden_StaysSilent(string text) => Assert.That(Match(Term("ivory"), text), Is.Empty);

    [TestCase("écaille de tortue", "éc41ll3 d3 t0rtu3")]
    [TestCase("écaille de tortue", "é c a i l l e d e t o r t u e")]
    [TestCase("Elfenbein", "Еlfеnbеіn")]
    [TestCase("without prescription", "w1th0ut pr3scr1pt10n")]
    [TestCase("ivoire", "1v01r3")]
    public void Match_DisguisedPhrase_IsFound(string term, string hidden) =>
        Assert.That(Match(Term(term), $"Oud: {hidden} 50 mg").Select(h => h.Found), Is.EqualTo(new[] { hidden }));

    [Test]
    public void Match_Variant_IsReportedUnderItsTerm()
    {
        TermHit hit = Match(Term("ivoor") with { Variants = ["ivoren"], Topic = "ivory", Language = "nl" }, "Ivoren doosje").Single();

        Assert.Multiple(() =>
        {
            Assert.That(hit.Term, Is.EqualTo("ivoor"));
            Assert.That(hit.How, Is.EqualTo("variant"));
            Assert.That(hit.Topic, Is.EqualTo("ivory"));
            Assert.That(hit.Language, Is.EqualTo("nl"));
            Assert.That(hit.WatchListId, Is.EqualTo("test"));
        });
    }

    [Test]
    public void Match_OverlappingSpellingsOfOneTerm_GivesTheLongest() =>
        Assert.That(Match(Term("os") with { Variants = ["os de bovin"] }, "statue en os de bovin").Select(h => h.Found), Is.EqualTo(new[] { "os de bovin" }));

    [Test]
    public void Match_TwoTermsInOnePlace_GivesBoth() =>
        Assert.That(
            TermMatcher.For(List(Term("ivory"), Term("faux ivory"))).Match(new MatchText { Text = "faux ivory" }).Select(h => h.Term),
            Is.EqualTo(new[] { "faux ivory", "ivory" }));

    [Test]
    public void Match_AllFields_AreSearchedInOrder()
    {
        var text = new MatchText { Seller = "ivory_king", Category = "Art > Ivory", Text = "nice ivory", Title = "Ivory" };

        IReadOnlyList<TermHit> hits = TermMatcher.For(List(Term("ivory"))).Match(text);

        Assert.That(hits.Select(h => h.Field), Is.EqualTo(new[] { HitField.Title, HitField.Text, HitField.Category, HitField.Seller }));
    }

    [TestCase("ivory ", 100)]
    [TestCase("ivory tower ", 0)]
    [TestCase("i v o r y ", 100)]
    [TestCase("1v0ry ", 100)]
    [TestCase("ivory", 100)]
    [TestCase("i.", 0)]
    [TestCase("ivor", 0)]
    public void Match_HostileLength_EndsWithFewHits(string piece, int hits) =>
        Assert.That(
            Match(Term("ivory") with { Exclude = ["ivory tower"], Variants = ["*ivory*"] }, string.Concat(Enumerable.Repeat(piece, 200_000))),
            Has.Length.EqualTo(hits));

    [Test]
    public void Match_FromManyThreads_IsTheSame()
    {
        var matcher = TermMatcher.For(List(Term("ivory"), Term("écaille de tortue")));
        string text = "old iv0ry, écaille de tortue, i v o r y";

        string Hits() => string.Join('|', matcher.Match(new MatchText { Text = text }).Select(h => $"{h.Found}@{h.Start}"));
        string[] seen = [.. Enumerable.Range(0, 200).AsParallel().Select(_ => Hits()).Distinct()];

        Assert.That(seen, Is.EqualTo(new[] { "iv0ry@4|écaille de tortue@11|i v o r y@30" }));
    }

    [Test]
    public void Match_NoTerms_FindsNothing() => Assert.That(Match(Term(" * "), "anything * at all"), Is.Empty);

    [Test]
    public void Fingerprint_OtherTerms_IsAnother()
    {
        WatchList list = List(Term("ivory") with { Variants = ["ivories"], Exclude = ["ivory tower"] });

        Assert.Multiple(() =>
        {
            Assert.That(TermMatcher.Fingerprint(list with { Name = "Other", Id = "other", SiteIds = ["x"] }), Is.EqualTo(TermMatcher.Fingerprint(list)));
            Assert.That(TermMatcher.Fingerprint(List(Term("ivory") with { Variants = ["ivories"] })), Is.Not.EqualTo(TermMatcher.Fingerprint(list)));
            Assert.That(
                TermMatcher.Fingerprint(List(Term("ivory") with { Variants = ["ivory tower"], Exclude = ["ivories"] })),
                Is.Not.EqualTo(TermMatcher.Fingerprint(list)));
            Assert.That(TermMatcher.Fingerprint(List(Term("a"), Term("b"))), Is.EqualTo(TermMatcher.Fingerprint(List(Term("b"), Term("a")))));
        });
    }

    private static TermHit[] Match(WatchTerm term, string text) => [.. TermMatcher.For(List(term)).Match(new MatchText { Text = text })];

    private static WatchTerm Term(string text) => new() { Text = text };

    private static WatchList List(params WatchTerm[] terms) => new() { Id = "test", Name = "Test", Terms = terms, SiteIds = ["site"] };
}
