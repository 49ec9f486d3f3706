using Crawler.Storage.Declarations;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Counts;
using Crawler.Storage.Mongo.Layout;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Mongo.Counts;

/// <summary>Counts that are kept give the answers that counting gives.</summary>
[TestFixture]
public sealed class FacetTallyTests
{
    private static readonly MongoLayout<Note> Layout = new(Note.Collection);

    private static readonly FacetPlan[] Plans = [.. new FacetRequest[] { new("place"), new("tags"), new("at"), new("price", Bands: [0, 10, 20]) }.Select(Plan)];

    private static DateTimeOffset Noon => new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Answer_WordsOfDocumentsAddedAndTakenAway_MostFrequentFirst()
    {
        var tally = Of(
            new Note { Id = "a", Place = "Gent", Tags = ["x", "y"] },
            new Note { Id = "b", Place = "Luik", Tags = ["y"] },
            new Note { Id = "c", Place = "Gent" });

        tally.Add(Plans, Fields(new Note { Id = "b", Place = "Luik", Tags = ["y"] }), -1);

        Assert.That(tally.Documents, Is.EqualTo(2));
        Assert.That(Answer(tally, new FacetRequest("place")), Is.EqualTo("Gent=2"));
        Assert.That(Answer(tally, new FacetRequest("tags", Limit: 1)), Is.EqualTo("x=1"));
    }

    [Test]
    public void Answer_Days_NewestFirst() =>
        Assert.That(
            Answer(
                Of(new Note { Id = "a", At = Noon }, new Note { Id = "b", At = Noon.AddDays(1) }, new Note { Id = "c", At = Noon.AddHours(1) }),
                new FacetRequest("at")),
            Is.EqualTo("2026-03-15=1 2026-03-14=2"));

    [TestCase(new double[] { 0, 10, 20 }, "..0=1 0..10=1 10..20=2 20..=1")]
    [TestCase(new double[] { 10 }, "..10=2 10..=3")]
    [TestCase(new double[] { 0, 20 }, "..0=1 0..20=3 20..=1")]
    public void Answer_BandsWithTheBoundsOrFewer_Joined(double[] bounds, string expected)
    {
        var tally = Of([.. new double[] { -1, 0, 10, 19, 20 }.Select((p, i) => new Note { Id = $"{i}", Price = p })]);

        Assert.That(Answer(tally, new FacetRequest("price", Bands: [.. bounds.Select(FieldValue.From)])), Is.EqualTo(expected));
    }

    [TestCase(5)]
    [TestCase(-3)]
    public void Serves_BoundThatIsNotCounted_No(double bound) =>
        Assert.That(FacetTally.Serves(Plans[3], Plan(new FacetRequest("price", Bands: [bound]))), Is.False);

    [TestCase("a.b$")]
    [TestCase("$where")]
    [TestCase("100%")]
    [TestCase("7")]
    [TestCase("")]
    public void Read_WhatToBsonMade_TheSameCounts(string place)
    {
        var tally = Of(new Note { Id = "a", Place = place, Tags = ["x"], Price = 3, At = Noon });

        var again = FacetTally.Read(tally.ToBson());

        Assert.That(again.ToBson(), Is.EqualTo(tally.ToBson()));
        Assert.That(Answer(again, new FacetRequest("place")), Is.EqualTo($"{place}=1"));
    }

    [Test]
    public void Increments_NameThePathOfEachNumber()
    {
        var tally = Of(new Note { Id = "a", Place = "a.b", Price = 3 });

        Assert.That(tally.Increments("tally").ToString(), Is.EqualTo("""{ "tally.documents" : 1, "tally.facets.place.=a%2Eb" : 1, "tally.facets.price.=1" : 1 }"""));
    }

    [Test]
    public void IsEmpty_WhatWasAddedIsTakenAway_Yes()
    {
        var note = new Note { Id = "a", Place = "Gent", Tags = ["x"], Price = 3, At = Noon };
        var tally = Of(note);

        tally.Add(Plans, Fields(note), -1);

        Assert.That(tally.IsEmpty, Is.True);
    }

    private static FacetPlan Plan(FacetRequest request) => new(Layout.Shape, request);

    private static MongoDB.Bson.BsonDocument Fields(Note note) => Layout.Computed(note)["fields"].AsBsonDocument;

    private static FacetTally Of(params Note[] notes)
    {
        var tally = new FacetTally();
        foreach (var note in notes)
        {
            tally.Add(Plans, Fields(note), 1);
        }

        return tally;
    }

    private static string Answer(FacetTally tally, FacetRequest request)
    {
        var plan = Plan(request);
        return string.Join(' ', tally.Answer(plan, Plans.Single(p => FacetTally.Serves(p, plan))).Select(c => $"{c.Value}={c.Count}"));
    }
}
