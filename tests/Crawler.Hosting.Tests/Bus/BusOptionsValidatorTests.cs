using Crawler.Hosting.Bus;

namespace Crawler.Hosting.Tests.Bus;

public sealed class BusOptionsValidatorTests
{
    [Test]
    public void Validate_Defaults_AreSound() => Assert.That(Problems(_ => { }), Is.Empty);

    [Test]
    public void Validate_WrongSettings_NameThemselves()
    {
        Assert.That(
            Problems(o => o.Host = "amqp://broker"),
            Is.EqualTo(["Bus:Host is 'amqp://broker'; valid is the broker's name or address alone, such as rabbit.example.org"]));
        Assert.That(Problems(o => o.Port = 0), Is.EqualTo(["Bus:Port is 0; valid is 1 to 65535"]));
        Assert.That(Problems(o => o.VirtualHost = ""), Has.One.StartsWith("Bus:VirtualHost is empty"));
        Assert.That(Problems(o => o.Username = ""), Has.One.StartsWith("Bus:Username is empty"));
        Assert.That(Problems(o => o.Heartbeat = TimeSpan.Zero), Is.EqualTo(["Bus:Heartbeat is 00:00:00; valid is 00:00:05 to 00:10:00"]));
        Assert.That(
            Problems(o => o.SiteQueueLife = TimeSpan.FromSeconds(1)), Has.One.StartsWith("Bus:SiteQueueLife is 00:00:01; valid is 00:10:00 to 30.00:00:00"));
        Assert.That(Problems(o => o.ErrorQueueLife = TimeSpan.Zero), Has.One.StartsWith("Bus:ErrorQueueLife is 00:00:00"));
    }

    [Test]
    public void Validate_TlsFiles_MustBeThereAndWanted()
    {
        Assert.That(
            Problems(o => (o.Tls.Enabled, o.Tls.Authority) = (true, "/nowhere.pem")),
            Is.EqualTo(["Bus:Tls:Authority is '/nowhere.pem', and there is no such file"]));
        Assert.That(Problems(o => o.Tls.ClientCertificate = Environment.ProcessPath), Has.One.Contains("but Bus:Tls:Enabled is false"));
    }

    [Test]
    public void Validate_InMemory_AsksForNoBroker() => Assert.That(Problems(o => (o.Kind, o.Host) = (BusKind.InMemory, "")), Is.Empty);

    private static IReadOnlyList<string> Problems(Action<BusOptions> change)
    {
        var options = new BusOptions();
        change(options);
        return [.. new BusOptionsValidator().Validate(null, options).Failures ?? []];
    }
}
