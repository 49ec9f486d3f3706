using Crawler.Storage.Blobs;
using Crawler.Storage.Blobs.S3;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Mongo.Connecting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crawler.Storage.Tests.Mongo;

/// <summary>What a program gets that registers the distributed store, and what it hears when a setting is wrong.</summary>
[TestFixture]
public sealed class MongoStoreExtensionsTests
{
    [Test]
    public void AddMongoStore_Options_StoreNotYetConnected()
    {
        using var services = new ServiceCollection().AddMongoStore(o => o.ConnectionString = "mongodb://nowhere.invalid")
            .AddBlobStore(o => o.Kind = BlobStoreKind.GridFs).BuildServiceProvider();

        Assert.That(services.GetRequiredService<IDocumentStore>(), Is.SameAs(services.GetRequiredService<MongoDocumentStore>()));
        Assert.That(services.GetRequiredService<IBlobStore>().GetType().Name, Is.EqualTo("GridFsBlobStore"));
    }

    [Test]
    public void AddBlobStore_GridFsWithoutMongo_SaysWhatToChoose()
    {
        using var services = new ServiceCollection().AddBlobStore(o => o.Kind = BlobStoreKind.GridFs).BuildServiceProvider();

        Assert.That(
            services.GetRequiredService<IBlobStore>,
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains("Kind").And.Message.Contains("GridFs").And.Message.Contains("S3"));
    }

    [Test]
    public void AddBlobStore_S3_Registered()
    {
        using var services = new ServiceCollection().AddBlobStore(o =>
        {
            o.Kind = BlobStoreKind.S3;
            o.S3 = new S3BlobOptions { ServiceUrl = "http://127.0.0.1:1", Bucket = "evidence", AccessKey = "id", SecretKey = "secret" };
        }).BuildServiceProvider();

        Assert.That(services.GetRequiredService<IBlobStore>(), Is.InstanceOf<S3BlobStore>());
    }

    private static IEnumerable<TestCaseData> BadStoreOptions()
    {
        TestCaseData Case(Action<MongoStoreOptions> change, params string[] words) =>
            new TestCaseData(change, (object)words).SetArgDisplayNames(string.Join(' ', words));
        yield return Case(o => o.ConnectionString = "", "ConnectionString", "mongodb://localhost:27017");
        yield return Case(o => o.ConnectionString = "host:27017", "ConnectionString", "mongodb://");
        yield return Case(o => o.PasswordFile = "/does/not/exist", "PasswordFile", "/does/not/exist");
        yield return Case(o => o.Database = "a b", "Database", "a b", "1 to 63");
        yield return Case(o => o.PoolSize = 0, "PoolSize", "0", "1 to 256");
        yield return Case(o => o.ServerSelectionTimeout = TimeSpan.Zero, "ServerSelectionTimeout", "00:00:00", "00:10:00");
        yield return Case(o => o.CommandTimeout = TimeSpan.FromDays(1), "CommandTimeout", "1.00:00:00", "01:00:00");
    }

    [TestCaseSource(nameof(BadStoreOptions))]
    public void Problem_StoreOptionOutOfRange_NamesSettingValueAndWhatIsValid(Action<MongoStoreOptions> change, string[] words)
    {
        var options = new MongoStoreOptions { ConnectionString = "mongodb://localhost" };
        Assert.That(options.Problem(), Is.Null);
        change(options);

        Assert.That(words, Has.All.Matches<string>(w => options.Problem()!.Contains(w!, StringComparison.Ordinal)), options.Problem());
    }

    private static IEnumerable<TestCaseData> BadBlobOptions()
    {
        TestCaseData Case(BlobStoreOptions options, params string[] words) =>
            new TestCaseData(options, (object)words).SetArgDisplayNames(string.Join(' ', words));
        S3BlobOptions good = new() { Bucket = "evidence", AccessKey = "id", SecretKey = "secret" };
        Assert.That(new BlobStoreOptions { Kind = BlobStoreKind.S3, S3 = good }.Problem(), Is.Null);
        yield return Case(new(), "Folder", "empty");
        yield return Case(new() { Kind = (BlobStoreKind)9 }, "Kind", "9", "Folder, GridFs, S3");
        yield return Case(new() { Kind = BlobStoreKind.GridFs, GridFsBucket = "A b" }, "GridFsBucket", "A b", "lower-case");
        yield return Case(new() { Kind = BlobStoreKind.S3 }, "S3:Bucket", "3 to 63");
        yield return Case(new() { Kind = BlobStoreKind.S3, S3 = new() { Bucket = "evidence" } }, "S3:AccessKey", "empty");
        yield return Case(new() { Kind = BlobStoreKind.S3, S3 = new() { Bucket = "evidence", AccessKey = "id" } }, "S3:SecretKeyFile", "empty");
        yield return Case(
            new() { Kind = BlobStoreKind.S3, S3 = new() { Bucket = "evidence", AccessKey = "id", SecretKeyFile = "/none" } }, "S3:SecretKeyFile", "/none");
        yield return Case(
            new() { Kind = BlobStoreKind.S3, S3 = new() { ServiceUrl = "s3.example", Bucket = "evidence" } }, "S3:ServiceUrl", "s3.example", "https://");
    }

    [TestCaseSource(nameof(BadBlobOptions))]
    public void Problem_BlobOptionOutOfRange_NamesSettingValueAndWhatIsValid(BlobStoreOptions options, string[] words) =>
        Assert.That(words, Has.All.Matches<string>(w => options.Problem()!.Contains(w!, StringComparison.Ordinal)), options.Problem());

    [TestCase("mongodb://patrol:p/ss@db1.example:27017/?x=1")]
    public void Open_PasswordWithUnescapedCharacters_SaysHowToWriteThemAndShowsNone(string connection)
    {
        Assert.That(() => MongoConnecting.SettingsOf(new MongoStoreOptions { ConnectionString = connection }), Throws.TypeOf<StoreException>()
            .With.Message.Contains("ConnectionString").And.Message.Contains("%40").And.Message.Not.Contains("ss@"));
    }

    [TestCase("mongodb://u:p@a.example:1,b.example:2/db?x=y", "a.example:1,b.example:2")]
    [TestCase("mongodb://localhost", "localhost")]
    [TestCase("mongodb+srv://u:p@cluster.example", "cluster.example")]
    public void HostsOf_ConnectionString_HostsOnly(string connection, string name) => Assert.That(ConnectionText.HostsOf(connection), Is.EqualTo(name));
}
