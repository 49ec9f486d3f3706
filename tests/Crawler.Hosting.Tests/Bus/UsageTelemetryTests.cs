using System.Diagnostics;
using Crawler.Hosting.Bus;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crawler.Hosting.Tests.Bus;

/// <summary>The bus reports nothing about itself to its makers, while it runs or when it stops.</summary>
[NonParallelizable]
public sealed class UsageTelemetryTests
{
    [Test]
    public async Task Bus_StartedAndStopped_SendsNoRequest()
    {
        var asked = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = request => asked.Add(request.DisplayName),
        };
        ActivitySource.AddActivityListener(listener);
        bool enabled;

        await using (var host = await BusHost.StartAsync(new BusOptions { Kind = BusKind.InMemory }))
        {
            enabled = host.Services.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled;
        }

        Assert.That(enabled, Is.False);
        Assert.That(asked, Is.Empty);
    }
}
