using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Crawler.Hosting.Bus;
using Crawler.Patrol.Distributed;

namespace Crawler.Hosting.Tests.Bus;

/// <summary>A broker that speaks TLS only, with a certificate of an authority of one's own.</summary>
[Category("Server")]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed class TlsTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("patrol-tls-").FullName;
    private readonly int _port = FreePort.Next();
    private PrivateBroker? _broker;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (!PrivateBroker.IsInstalled)
        {
            Assert.Ignore("RabbitMQ is not installed: apt-get install rabbitmq-server");
        }

        WriteCertificates();
        _broker = await PrivateBroker.StartAsync(
            Path.Combine(_folder, "broker"),
            CancellationToken.None,
            $"listeners.ssl.default = 127.0.0.1:{_port}",
            $"ssl_options.certfile = {Path.Combine(_folder, "broker.pem")}",
            $"ssl_options.keyfile = {Path.Combine(_folder, "broker.key")}",
            "ssl_options.verify = verify_none");
        await BusHost.UntilAsync(ListensAsync, "the broker listens for TLS, which it does last");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await (_broker?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Bus_TrustedAuthority_Connects()
    {
        var options = Options("authority.pem");

        Assert.That(await BrokerProbe.AskAsync(options, CancellationToken.None), Is.InstanceOf<BrokerAnswer.Welcome>());
        await using var host = await BusHost.StartAsync(options);
        await host.HealthyAsync();
    }

    [Test]
    public async Task Ask_ForeignAuthority_IsRefused()
    {
        var answer = await BrokerProbe.AskAsync(Options("foreign.pem"), CancellationToken.None);

        Assert.That(answer, Is.InstanceOf<BrokerAnswer.Refused>());
        Assert.That(((BrokerAnswer.Refused)answer).Reason, Does.StartWith("Bus:Tls does not fit the broker"));
    }

    [Test]
    public async Task Ask_OtherServerName_IsRefused()
    {
        var options = Options("authority.pem");
        options.Tls.ServerName = "broker.example.org";

        Assert.That(await BrokerProbe.AskAsync(options, CancellationToken.None), Is.InstanceOf<BrokerAnswer.Refused>());
    }

    private async Task<bool> ListensAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private BusOptions Options(string authority)
    {
        var options = new BusOptions { Host = "localhost", Port = _port };
        options.Tls.Enabled = true;
        options.Tls.Authority = Path.Combine(_folder, authority);
        return options;
    }

    private void WriteCertificates()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var authority = Authority("CN=Authority", now);
        using var foreign = Authority("CN=Foreign", now);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var broker = request.Create(authority, now.AddMinutes(-5), now.AddDays(1), [1, 2, 3, 4]);
        File.WriteAllText(Path.Combine(_folder, "authority.pem"), authority.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "foreign.pem"), foreign.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "broker.pem"), broker.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "broker.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static X509Certificate2 Authority(string name, DateTimeOffset now)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(now.AddMinutes(-10), now.AddDays(2));
    }
}
