using System.Net;
using System.Net.Sockets;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo.Faults;
using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.Core.Clusters;
using MongoDB.Driver.Core.Connections;
using MongoDB.Driver.Core.Servers;

namespace Crawler.Storage.Tests.Mongo.Faults;

/// <summary>What the driver throws, by type and code; the texts say nothing on purpose.</summary>
[TestFixture]
public sealed class MongoFaultKindTests
{
    private const string Text = "text";

    private static readonly ConnectionId Connection = new(new ServerId(new ClusterId(), new DnsEndPoint("db.example", 27017)));

    private static IEnumerable<TestCaseData> Exceptions()
    {
        TestCaseData Case(string name, Exception exception, StoreProblem problem, bool passes) =>
            new TestCaseData(exception, problem, passes).SetArgDisplayNames(name);
        yield return Case("server selection", new TimeoutException(Text), StoreProblem.Unreachable, passes: false);
        yield return Case("connection", new MongoConnectionException(Connection, Text), StoreProblem.Unreachable, passes: true);
        yield return Case("cursor", new MongoCursorNotFoundException(Connection, 7, new BsonDocument()), StoreProblem.Unreachable, passes: true);
        yield return Case("not primary", new MongoNotPrimaryException(Connection, new BsonDocument(), Answer(10107)), StoreProblem.Unreachable, passes: true);
        yield return Case(
            "recovering", new MongoNodeIsRecoveringException(Connection, new BsonDocument(), Answer(11600)), StoreProblem.Unreachable, passes: true);
        yield return Case("password", new MongoAuthenticationException(Connection, Text), StoreProblem.AccessDenied, passes: false);
        yield return Case(
            "connection lost at log-in", new MongoAuthenticationException(Connection, Text, new SocketException()), StoreProblem.Unreachable, passes: true);
        yield return Case("unknown of the driver", new MongoClientException(Text), StoreProblem.Other, passes: false);
        yield return Case("host unreachable", Command(6), StoreProblem.Unreachable, passes: true);
        yield return Case("stepped down", Command(189), StoreProblem.Unreachable, passes: true);
        yield return Case("not confirmed", Command(64), StoreProblem.Unreachable, passes: true);
        yield return Case("unauthorized", Command(13), StoreProblem.AccessDenied, passes: false);
        yield return Case("disk", Command(14031), StoreProblem.DiskFull, passes: false);
        yield return Case("too large", Command(10334), StoreProblem.Other, passes: false);
        yield return Case("unknown of the server", Command(2), StoreProblem.Other, passes: false);
    }

    [TestCaseSource(nameof(Exceptions))]
    public void Of_ExceptionOfTheDriver_ProblemAndWhetherItPasses(Exception exception, StoreProblem problem, bool passes)
    {
        var fault = MongoFault.Of(exception);

        Assert.That(fault!.Value.IsPassing, Is.EqualTo(passes));
        var explained = MongoFaults.Explain(fault.Value, "db.example/cyberpatrol", Text, exception);
        Assert.That(explained.Problem, Is.EqualTo(problem));
        Assert.That(explained.Message, Does.StartWith("db.example/cyberpatrol: "));
        Assert.That(explained.InnerException, Is.SameAs(exception));
    }

    [TestCase(11000, FaultKind.DuplicateKey)]
    [TestCase(13388, FaultKind.NoPrimary)]
    [TestCase(237, FaultKind.CursorLost)]
    public void OfServer_Code_Kind(int code, object kind) => Assert.That(MongoFault.OfServer(code).Kind, Is.EqualTo(kind));

    [Test]
    public void Of_ExceptionOfAnybodyElse_Null() => Assert.That(MongoFault.Of(new InvalidOperationException(Text)), Is.Null);

    private static MongoCommandException Command(int code) => new(Connection, Text, new BsonDocument(), Answer(code));

    private static BsonDocument Answer(int code) => new() { ["ok"] = 0, ["code"] = code, ["errmsg"] = Text };
}
