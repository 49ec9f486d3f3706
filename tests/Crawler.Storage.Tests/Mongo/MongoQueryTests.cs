using System.Text.Json.Nodes;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Layout;
using Crawler.Storage.Mongo.Queries;
using Crawler.Storage.Tests.Contract;
using MongoDB.Bson;

namespace Crawler.Storage.Tests.Mongo;

/// <summary>The port's queries in MongoDB's words.</summary>
[TestFixture]
public sealed class MongoQueryTests
{
    private static readonly MongoShape Notes = new MongoLayout<Note>(Note.Collection).Shape;

    private static DateTimeOffset Noon => new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    // Members in their order, white space gone.
    private static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString();

    private static IEnumerable<TestCaseData> Filters()
    {
        TestCaseData Case(DocumentQuery query, string json) => new TestCaseData(query).Returns(Compact(json.Replace('\'', '"'))).SetArgDisplayNames(json);
        yield return Case(new(), "{}");
        yield return Case(new() { Where = [Filter.AnyOf("place", "Gent")] }, "{'fields.place':'Gent'}");
        yield return Case(new() { Where = [Filter.AnyOf("place", "Gent", "Luik")] }, "{'fields.place':{'$in':['Gent','Luik']}}");
        yield return Case(new() { Where = [Filter.AnyOf("place")] }, "{'fields.place':{'$in':[]}}");
        yield return Case(new() { Where = [Filter.NoneOf("tags", "x")] }, "{'$nor':[{'fields.tags':'x'}]}");
        yield return Case(new() { Where = [Filter.Range("price", 1.5, null)] }, "{'fields.price':{'$gte':1.5}}");
        yield return Case(new() { Where = [Filter.Range("price", null, null)] }, "{'fields.price':{'$exists':true}}");
        yield return Case(new() { Where = [Filter.Range("tags", "a", "b")] }, "{'fields.tags':{'$elemMatch':{'$gte':'a','$lt':'b'}}}");
        yield return Case(new() { Where = [Filter.Range("at", Noon, null)] }, "{'fields.at':{'$gte':{'$date':'2026-03-14T12:00:00Z'}}}");
        yield return Case(new() { Text = "IVORY" }, "{'words':{'$regex':'^ivory'}}");
        yield return Case(new() { Text = "\"Ivory comb\"" }, "{'$and':[{'words':'ivory'},{'words':'comb'},{'text':{'$regex':' ivory comb '}}]}");
        yield return Case(
            new() { Text = "low-co" }, "{'$and':[{'words':'low'},{'words':{'$regex':'^co'}},{'text':{'$regex':' low co'}}]}");
        yield return Case(new() { Text = "a", Where = [Filter.AnyOf("place", "p")] }, "{'$and':[{'words':{'$regex':'^a'}},{'fields.place':'p'}]}");
        yield return Case(new() { Text = "(.*) $where" }, "{'words':{'$regex':'^where'}}");
    }

    [TestCaseSource(nameof(Filters))]
    public string Of_Query_Filter(DocumentQuery query) => Compact(MongoFilter.All(MongoFilter.Of(Notes, query)).ToJson());

    private static IEnumerable<TestCaseData> Pages()
    {
        TestCaseData Case(string name, DocumentQuery query, params string[] finds) =>
            new TestCaseData(query, finds.Select(BsonDocument.Parse).ToArray()).SetArgDisplayNames(name);
        yield return Case("falling: those without come last by themselves", new() { OrderBy = new Sort("price", Descending: true), Limit = 10 },
            "{'filter':{},'sort':{'fields.price':-1,'_id':1},'limit':11}");
        yield return Case("rising: those without are asked for behind the others", new() { OrderBy = new Sort("price"), Limit = 10 },
            "{'filter':{'fields.price':{'$exists':true}},'sort':{'fields.price':1,'_id':1},'limit':11}",
            "{'filter':{'fields.price':{'$exists':false}},'sort':{'_id':1},'limit':11}");
        yield return Case("rising, filtered by the same field: nobody is without", new() { OrderBy = new Sort("price"), Where = [Filter.Range("price", 1, null)], Limit = 10 },
            "{'filter':{'fields.price':{'$gte':1.0}},'sort':{'fields.price':1,'_id':1},'limit':11}");
    }

    [TestCaseSource(nameof(Pages))]
    public async Task RunAsync_Page_Finds(DocumentQuery query, BsonDocument[] expected)
    {
        var asked = new List<MongoFind>();

        await new MongoPageSearch(Notes, query).RunAsync<Note>(
            find =>
            {
                asked.Add(find);
                return Task.FromResult<List<BsonDocument>>([]);
            },
            _ => throw new InvalidOperationException());

        Assert.That(asked.Select(f => new BsonDocument { ["filter"] = f.Filter, ["sort"] = f.Sort, ["limit"] = f.Limit }), Is.EqualTo(expected));
        Assert.That(asked.Select(f => f.Members), Is.All.EqualTo(new[] { "version", "document", "fields.price" }));
    }

    [Test]
    public void Together_SeveralFacets_OnlyTheirFieldsReachThem()
    {
        var facets = new MongoFacets(Notes, new DocumentQuery { Text = "ivory" }, [new("place"), new("tags")]);

        var pipeline = facets.Together([0, 1]);

        Assert.That(Compact(pipeline[0].ToJson()), Is.EqualTo("""{"$match":{"words":{"$regex":"^ivory"}}}"""));
        Assert.That(pipeline[1], Is.EqualTo(BsonDocument.Parse("{'$project':{'_id':0,'fields.place':1,'fields.tags':1}}")));
        Assert.That(pipeline[2].GetElement(0).Name, Is.EqualTo("$facet"));
        Assert.That(pipeline, Has.Length.EqualTo(3));
    }

    [Test]
    public void ToBson_Note_ReadableDocument()
    {
        var layout = new MongoLayout<Note>(Note.Collection);
        var note = new Note { Id = "a", Place = "Gent", Tags = ["x", "y", "x"], Price = 12, At = Noon.AddMilliseconds(7), Body = "Old Ivory, old", Count = 3 };

        var stored = layout.ToBson("a", note, 42, "here");

        Assert.That(stored, Is.EqualTo(BsonDocument.Parse(
            """
            {"_id":"a","version":{"$numberLong":"42"},"indexed":"PRINT","fields":{"place":"Gent","tags":["x","y"],"price":12.0,"at":{"$date":"2026-03-14T12:00:00.007Z"}},
            "words":["old","ivory"],"text":" old ivory old ",
            "document":{"id":"a","place":"Gent","tags":["x","y","x"],"price":12,"at":"2026-03-14T12:00:00.007+00:00","body":"Old Ivory, old","count":3}}
            """.Replace("PRINT", layout.Shape.Print, StringComparison.Ordinal))));
        Assert.That(layout.Read(stored, "here"), Has.Property(nameof(Stored<Note>.Version)).EqualTo(42));
    }

    [Test]
    public void Next_ManyAtOnceAndBehindAForeignOne_AlwaysRising()
    {
        var clock = new VersionClock(TimeProvider.System, () => 0.5);
        long[] drawn = [.. Enumerable.Range(0, 1000).AsParallel().Select(_ => clock.Next())];

        Assert.That(drawn, Is.Unique);
        Assert.That(clock.Next(after: long.MaxValue / 4), Is.GreaterThan(long.MaxValue / 4));
        Assert.That(drawn.Max(), Is.LessThan(1L << 53), "a browser's numbers hold it");
    }
}
