using Crawler.Hosting.Processes;
using Crawler.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace Crawler.Hosting.Tests.Settings;

/// <summary>What the settings that every process has mean together: each problem names the setting, its value and what would be valid.</summary>
public sealed class ServiceSettingsTests
{
    [Test]
    public void Read_NothingSet_IsSound() => Assert.That(Problems(), Is.Empty);

    [TestCase("Process:StopTimeout", "00:00:00.5", "Process:StopTimeout is 00:00:00.5000000; valid is 00:00:01 to 00:10:00")]
    [TestCase("Process:StopTimeout", "00:11:00", "Process:StopTimeout is 00:11:00; valid is 00:00:01 to 00:10:00")]
    [TestCase("Health:Url", "https://127.0.0.1:8081", "Health:Url is 'https://127.0.0.1:8081/'; valid is scheme, address and port only, such as http://127.0.0.1:8081")]
    [TestCase("Health:Url", "http://127.0.0.1:8081/health", "Health:Url is 'http://127.0.0.1:8081/health'; valid is scheme, address and port only, such as http://127.0.0.1:8081")]
    [TestCase("Telemetry:Endpoint", "tcp://collector:4317", "Telemetry:Endpoint is 'tcp://collector:4317/'; valid is an http or https address such as http://collector:4317")]
    [TestCase("Telemetry:MetricsInterval", "00:00:00", "Telemetry:MetricsInterval is 00:00:00; valid is 00:00:01 to 01:00:00")]
    [TestCase("Telemetry:TracesShare", "1.5", "Telemetry:TracesShare is 1.5; valid is 0 to 1")]
    [TestCase("Store:Folder", " ", "Store:Folder is empty; name the folder that holds (or shall hold) the SQLite store")]
    [TestCase("Store:Kind", "Mongo", "Store:Mongo:ConnectionString is empty")]
    [TestCase("Blobs:Kind", "GridFs", "Blobs:Kind is GridFs, which lies in the MongoDB of Store:Kind Mongo; Store:Kind is Sqlite")]
    [TestCase("Blobs:Kind", "S3", "Blobs:S3:Bucket is ''")]
    [TestCase("Bus:Port", "0", "Bus:Port is 0; valid is 1 to 65535")]
    public void Read_WrongSetting_NamesItItsValueAndWhatIsValid(string key, string value, string expected) =>
        Assert.That(Problems((key, value)), Has.Some.StartsWith(expected));

    [Test]
    public void Read_SeveralWrongSettings_SaysAllOfThem() =>
        Assert.That(
            Problems(("Process:StopTimeout", "00:11:00"), ("Telemetry:TracesShare", "2"), ("Telemetry:MetricsInterval", "02:00:00"), ("Bus:Port", "0")),
            Has.Count.EqualTo(4));

    private static IReadOnlyList<string> Problems(params (string Key, string Value)[] settings)
    {
        try
        {
            ServiceSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build());
            return [];
        }
        catch (SettingsException wrong)
        {
            return wrong.Problems;
        }
    }
}
