using Crawler.Hosting.Bus;
using Crawler.Patrol.Distributed;

namespace Crawler.Hosting.Tests.Bus;

/// <summary>A wrong setting is told from a broker that is not there.</summary>
public sealed class BrokerProbeTests
{
    [Test]
    [Category("Server")]
    public async Task Ask_RightSettings_IsWelcomeAndNamesTheVersion() =>
        Assert.That(await AskAsync(_ => { }), Is.InstanceOf<BrokerAnswer.Welcome>().With.Property("Version").Matches(@"^\d+\.\d+\.\d+"));

    [Test]
    [Category("Server")]
    public async Task Ask_WrongPassword_IsRefusedByNameWithoutThePassword()
    {
        var answer = await AskAsync(o => o.Password = "wr0ng");

        Assert.That(answer, Is.InstanceOf<BrokerAnswer.Refused>());
        string reason = ((BrokerAnswer.Refused)answer).Reason;
        Assert.That(reason, Does.StartWith("Bus:Username is 'guest'").And.Contains("Bus:Password").And.Not.Contains("wr0ng"));
    }

    [Test]
    [Category("Server")]
    public async Task Ask_UnknownVirtualHost_IsRefusedByName()
    {
        var answer = await AskAsync(o => o.VirtualHost = "elsewhere");

        Assert.That(answer, Is.InstanceOf<BrokerAnswer.Refused>());
        Assert.That(((BrokerAnswer.Refused)answer).Reason, Does.StartWith("Bus:VirtualHost is 'elsewhere'"));
    }

    [Test]
    public async Task Ask_NobodyThere_IsSilentNotRefused() =>
        Assert.That(
            await BrokerProbe.AskAsync(new BusOptions { Host = "127.0.0.1", Port = FreePort.Next() }, CancellationToken.None),
            Is.InstanceOf<BrokerAnswer.Silent>());

    private static async Task<BrokerAnswer> AskAsync(Action<BusOptions> change)
    {
        var options = await BrokerFixture.OptionsAsync();
        change(options);
        return await BrokerProbe.AskAsync(options, CancellationToken.None);
    }
}
