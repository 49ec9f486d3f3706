using Crawler.Hosting.Bus;
using Crawler.Hosting.Settings;
using Crawler.Hosting.Storing;
using Crawler.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace Crawler.Hosting.Tests.Settings;

/// <summary>What is wrong with settings is said by name, value and what would be valid, before anything is bound.</summary>
public sealed class SettingsCheckTests
{
    private static readonly SettingsSection[] Sections =
        [new("Bus", typeof(BusOptions)), new("Store", typeof(StoreOptions)), new("Blobs", typeof(BlobStoreOptions)), new("Worker", null)];

    [TestCase("Bus:Host", "broker")]
    [TestCase("Bus:Kind", "rabbitmq")]
    [TestCase("Bus:Port", "5671")]
    [TestCase("Bus:Tls:Enabled", "true")]
    [TestCase("Bus:Heartbeat", "00:00:20")]
    [TestCase("Store:Mongo:Database", "patrol")]
    [TestCase("Store:Mongo:PasswordFile", "/nowhere")]
    [TestCase("Blobs:S3:Bucket", "evidence")]
    [TestCase("Worker:Anything", "another process's own")]
    public void Run_GoodSetting_HasNothingToSay(string key, string value) => Assert.That(Problems((key, value)), Is.Empty);

    [TestCase("Bus:Hots", "x", "Bus:Hots is not a setting; did you mean Bus:Host?")]
    [TestCase("Bos:Host", "x", "Bos is not a setting; did you mean Bus?")]
    [TestCase("Bus:Tls:Enable", "true", "Bus:Tls:Enable is not a setting; did you mean Bus:Tls:Enabled?")]
    [TestCase("Bus:Colour", "red", "Bus:Colour is not a setting; known here are ")]
    [TestCase("Bus:Kind", "Kafka", "Bus:Kind is 'Kafka'; valid is RabbitMq, InMemory")]
    [TestCase("Bus:Port", "many", "Bus:Port is 'many'; valid is a whole number")]
    [TestCase("Bus:QuorumQueues", "yes", "Bus:QuorumQueues is 'yes'; valid is true or false")]
    [TestCase("Bus:Heartbeat", "soon", "Bus:Heartbeat is 'soon'; valid is a span of time such as 00:01:30")]
    [TestCase("Store:Mongo:PoolSize", "big", "Store:Mongo:PoolSize is 'big'; valid is a whole number")]
    [TestCase("Bus:PasswordFile", "/nowhere/at/all", "Bus:PasswordFile is '/nowhere/at/all', which cannot be read; name the file that holds Bus:Password")]
    public void Run_WrongSetting_NamesItAndWhatWouldBeValid(string key, string value, string expected) =>
        Assert.That(Problems((key, value)), Has.One.StartsWith(expected));

    [Test]
    public void Run_SeveralWrongSettings_SaysAllOfThem() =>
        Assert.That(Problems(("Bus:Hots", "x"), ("Bus:Port", "many"), ("Stoer:Kind", "Mongo")), Has.Count.EqualTo(3));

    [Test]
    public void Run_PasswordInAFile_ReadsItWithoutTheLineEnd()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, "s3cret \n");

        var read = SettingsCheck.Run(Configuration(("Bus:PasswordFile", file)), Sections);

        File.Delete(file);
        Assert.That(read, Is.EqualTo(new Dictionary<string, string?> { ["Bus:Password"] = "s3cret " }));
    }

    [Test]
    public void Run_PasswordTwice_IsRefused() =>
        Assert.That(
            Problems(("Bus:Password", "one"), ("Bus:PasswordFile", "/two")), Has.One.EqualTo("Bus:Password and Bus:PasswordFile are both set; leave one out"));

    private static IReadOnlyList<string> Problems(params (string Key, string Value)[] settings)
    {
        try
        {
            SettingsCheck.Run(Configuration(settings), Sections);
            return [];
        }
        catch (SettingsException wrong)
        {
            return wrong.Problems;
        }
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
}
