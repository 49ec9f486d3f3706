using Crawler.Storage.Documents;

namespace Crawler.Storage.Tests.Contract;

public abstract partial class DocumentStoreContract
{
    private async Task<string> FacetAsync(FacetRequest facet, DocumentQuery? query = null)
    {
        var counts = (await Store.FacetsAsync(Notes, query ?? new DocumentQuery(), [facet], Cancel)).Single();
        return string.Join(' ', counts.Select(c => $"{c.Value}={c.Count}"));
    }

    [Test]
    public async Task Facets_Keyword_MostFrequentFirstThenByValue()
    {
        await AddAsync(Five);

        Assert.That(await FacetAsync(new FacetRequest("place")), Is.EqualTo("Gent=2 Luik=1 gent=1"));
    }

    [Test]
    public async Task Facets_KeywordLimited_OnlyTheMostFrequent()
    {
        await AddAsync(Five);

        Assert.That(await FacetAsync(new FacetRequest("place", Limit: 1)), Is.EqualTo("Gent=2"));
    }

    [Test]
    public async Task Facets_Set_EachMemberCounted()
    {
        await AddAsync(Five);

        Assert.That(await FacetAsync(new FacetRequest("tags")), Is.EqualTo("x=2 y=2 z=1"));
    }

    [Test]
    public async Task Facets_SetWithRepetition_CountedOnce()
    {
        await AddAsync(new Note { Id = "a", Tags = ["x", "x"] });

        Assert.That(await FacetAsync(new FacetRequest("tags")), Is.EqualTo("x=1"));
    }

    [Test]
    public async Task Facets_NumberBands_LowerBoundInclusiveEmptyBandsToo()
    {
        await AddAsync(Five);

        Assert.That(await FacetAsync(new FacetRequest("price", Bands: [0, 10, 12.5, 20])), Is.EqualTo("..0=1 0..10=0 10..12.5=1 12.5..20=0 20..=2"));
    }

    [Test]
    public async Task Facets_InstantBands_InUtc()
    {
        await AddAsync(Five);

        Assert.That(
            await FacetAsync(new FacetRequest("at", Bands: [Noon.ToOffset(TimeSpan.FromHours(-3))])),
            Is.EqualTo("..2026-03-14T12:00:00.000Z=1 2026-03-14T12:00:00.000Z..=3"));
    }

    [Test]
    public async Task Facets_Instant_PerUtcDayNewestFirst()
    {
        await AddAsync(
            new Note { Id = "a", At = new DateTimeOffset(2026, 3, 14, 23, 59, 59, TimeSpan.Zero) },
            new Note { Id = "b", At = new DateTimeOffset(2026, 3, 15, 0, 30, 0, TimeSpan.FromHours(1)) },
            new Note { Id = "c", At = new DateTimeOffset(2026, 3, 15, 0, 0, 0, TimeSpan.Zero) },
            new Note { Id = "d", At = new DateTimeOffset(1969, 12, 31, 23, 0, 0, TimeSpan.Zero) },
            new Note { Id = "e" });

        Assert.That(await FacetAsync(new FacetRequest("at")), Is.EqualTo("2026-03-15=1 2026-03-14=2 1969-12-31=1"));
    }

    [Test]
    public async Task Facets_TextAndFilter_OnlyWhatMatchesWhateverLimitAndCursorSay()
    {
        await AddAsync(Five);
        var query = new DocumentQuery { Text = "comb", Where = [Filter.Range("price", 0, null)], Limit = 1, After = "ignored" };

        Assert.That(await FacetAsync(new FacetRequest("place"), query), Is.EqualTo("Luik=1"));
    }

    [Test]
    public async Task Facets_Several_OneListEachInTheOrderAsked()
    {
        await AddAsync(Five);

        var facets = await Store.FacetsAsync(
            Notes, new DocumentQuery(), [new FacetRequest("tags"), new FacetRequest("place", 1), new FacetRequest("tags", 1)], Cancel);

        Assert.That(facets.Select(f => string.Join(' ', f.Select(c => c.Value))), Is.EqualTo(["x y z", "Gent", "x"]));
    }

    [Test]
    public async Task Facets_NoneAsked_None() => Assert.That(await Store.FacetsAsync(Notes, new DocumentQuery(), [], Cancel), Is.Empty);

    [Test]
    public async Task Facets_NothingMatches_EmptyListsAndBandsOfZero()
    {
        Assert.That(await FacetAsync(new FacetRequest("place")), Is.Empty);
        Assert.That(await FacetAsync(new FacetRequest("at")), Is.Empty);
        Assert.That(await FacetAsync(new FacetRequest("price", Bands: [1])), Is.EqualTo("..1=0 1..=0"));
    }

    private static IEnumerable<TestCaseData> BadFacets()
    {
        yield return new TestCaseData(new FacetRequest("colour")).SetArgDisplayNames("unknown field");
        yield return new TestCaseData(new FacetRequest("price")).SetArgDisplayNames("numbers without bands");
        yield return new TestCaseData(new FacetRequest("place", Bands: ["a"])).SetArgDisplayNames("text with bands");
        yield return new TestCaseData(new FacetRequest("price", Bands: [2, 1])).SetArgDisplayNames("bands fall");
        yield return new TestCaseData(new FacetRequest("price", Bands: [Noon])).SetArgDisplayNames("bands of another type");
        yield return new TestCaseData(new FacetRequest("place", Limit: 0)).SetArgDisplayNames("limit");
    }

    [TestCaseSource(nameof(BadFacets))]
    public void Facets_RequestDoesNotFit_ArgumentException(FacetRequest facet) => Assert.That(() => FacetAsync(facet), Throws.ArgumentException);

    [Test]
    public async Task Facets_TwoThousandDocuments_AddUp()
    {
        await AddAsync(Many(2000));

        string[] places = (await FacetAsync(new FacetRequest("place"))).Split(' ');

        Assert.That(places, Is.EqualTo(["p0=400", "p1=400", "p2=400", "p3=400"]));
        Assert.That(await FacetAsync(new FacetRequest("price", Bands: [-1, 0]), new DocumentQuery { Text = "ivory" }), Is.EqualTo(
            string.Join(' ', new[] { ("..-1", -1.5), ("-1..0", -0.5), ("0..", 0.5) }.Select(b => $"{b.Item1}={Many(2000).Count(n => n.Price == b.Item2 && n.Body == "ivory comb")}"))));
    }
}
