using Crawler.Ledger.Collections;
using Crawler.Patrol.Hosting;
using Crawler.Worker;
using Crawler.Worker.Probing;

namespace Crawler.Patrol.Commands.Hosted;

/// <summary>
/// What looking at a site from the command line needs: fetching with the pace and robots.txt of the data directory's store, extraction, and the site probe.
/// No bus, no jobs.
/// </summary>
internal sealed class ProbeHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ProbeHost(ServiceProvider services) => _services = services;

    public SiteProbe Probe => _services.GetRequiredService<SiteProbe>();

    public SiteCheckup Checkup => _services.GetRequiredService<SiteCheckup>();

    /// <summary>Opens the store of the data directory, so that a sweep running beside it and this visit share one pace.</summary>
    public static async Task<ProbeHost> OpenAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var fetching = run.Fetching;
        var opened = await run.OpenStoreAsync(cancellationToken);
        await LedgerCollections.EnsureAllAsync(opened.Documents, cancellationToken);
        var services = new ServiceCollection();
        services.AddLogging(logging => PatrolLogging.Configure(logging, run.Data.Root));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => opened);
        services.AddSingleton(s => s.GetRequiredService<OpenedStore>().Documents);
        services.AddPageAccess(fetching.Bind);
        services.AddSiteProbe();
        return new ProbeHost(services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
