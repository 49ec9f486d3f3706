using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Mongo.Connecting;
using MongoDB.Driver;

namespace Crawler.Storage.Tests.Mongo.Connecting;

/// <summary>What the settings of this program and the connection string become for the driver.</summary>
[TestFixture]
public sealed class MongoConnectingTests
{
    [Test]
    public void SettingsOf_Defaults_MajorityRetriesAndOurLimits()
    {
        var settings = SettingsOf("mongodb://db1.example,db2.example/?replicaSet=rs0");

        Assert.That(settings.WriteConcern.W, Is.EqualTo(WriteConcern.WMajority.W));
        Assert.That((settings.RetryWrites, settings.RetryReads), Is.EqualTo((true, true)));
        Assert.That(
            (settings.MaxConnectionPoolSize, settings.ServerSelectionTimeout, settings.SocketTimeout),
            Is.EqualTo((16, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(2))));
        Assert.That(settings.ConnectTimeout, Is.EqualTo(TimeSpan.FromSeconds(10)));
        Assert.That(settings.DirectConnection, Is.False);
    }

    [Test]
    public void SettingsOf_ConnectionStringSaysOtherwise_ItHolds()
    {
        var settings = SettingsOf("mongodb://db1.example,db2.example/?w=1&retryWrites=false&connectTimeoutMS=1234&appName=other");

        Assert.That(settings.WriteConcern.W, Is.EqualTo((WriteConcern.WValue)1));
        Assert.That(settings.RetryWrites, Is.False);
        Assert.That(settings.ConnectTimeout, Is.EqualTo(TimeSpan.FromMilliseconds(1234)));
        Assert.That(settings.ApplicationName, Is.EqualTo("other"));
    }

    [TestCase("mongodb://db1.example/", true)]
    [TestCase("mongodb://db1.example/?directConnection=false", false)]
    [TestCase("mongodb://db1.example/?replicaSet=rs0", false)]
    [TestCase("mongodb://db1.example,db2.example/", false)]
    public void SettingsOf_OneServerWithoutASetName_ThatServerAlone(string connection, bool direct) =>
        Assert.That(SettingsOf(connection).DirectConnection, Is.EqualTo(direct));

    [Test]
    public void SettingsOf_PasswordFile_FirstLineAsItIs()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("password"), "a/b@c:d%\nsecond line\n");

        var settings = MongoConnecting.SettingsOf(
            new MongoStoreOptions { ConnectionString = "mongodb://patrol@db1.example/?authSource=admin", PasswordFile = folder.File("password") });

        Assert.That(settings.Credential, Is.EqualTo(MongoCredential.CreateCredential("admin", "patrol", "a/b@c:d%")));
    }

    [Test]
    public void SettingsOf_PasswordFileWithoutAUser_SaysHowToNameOne()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("password"), "secret");

        Assert.That(
            () => MongoConnecting.SettingsOf(new MongoStoreOptions { ConnectionString = "mongodb://db1.example/", PasswordFile = folder.File("password") }),
            Throws.TypeOf<StoreException>().With.Message.Contains("PasswordFile").And.Message.Contains("user@host").And.Message.Not.Contains("secret"));
    }

    [TestCase("tlsCAFile")]
    [TestCase("tlsCertificateKeyFile")]
    public void SettingsOf_CertificateFileMissing_NamesOptionAndFile(string option) =>
        Assert.That(
            () => SettingsOf($"mongodb://db1.example/?tls=true&{option}=/none.pem"),
            Throws.TypeOf<StoreException>().With.Message.Contains(option).And.Message.Contains("/none.pem"));

    private static MongoClientSettings SettingsOf(string connection) => MongoConnecting.SettingsOf(new MongoStoreOptions { ConnectionString = connection });
}
