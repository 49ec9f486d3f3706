using Crawler.Contracts.Sites;
using Crawler.Hosting.Bus;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.Worker.Jobs;
using Crawler.Worker.Status;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Queues;

/// <summary>
/// One queue per site, <c>site-{id}</c>, with that site's concurrency: a slow or blocked site never holds up another. Queues of newly added sites are joined
/// and those of removed ones left without a restart.
/// </summary>
internal sealed class SiteQueues(
    IDocumentStore store, IReceiveEndpointConnector connector, WorkerActivity activity, IOptions<WorkerOptions> options, TimeProvider time, ILogger<SiteQueues> log) : BackgroundService
{
    /// <summary>How long a queue that is being joined is waited for before it is left all the same.</summary>
    private static readonly TimeSpan JoiningPatience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, (HostReceiveEndpointHandle Handle, int Concurrency)> _joined = new(StringComparer.Ordinal);

    /// <summary>Joins the queues of all sites known now before the host counts as started, so that nothing is sent to a queue nobody listens to.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(options.Value.SiteRefresh, time, stoppingToken);
                await TryRefreshAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    /// <summary>Leaves the queues while store and bus are still there for the jobs in hand.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_joined.Values.Select(j => LeaveAsync(j.Handle, cancellationToken)));
        _joined.Clear();
    }

    private async Task TryRefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(cancellationToken);
        }
        catch (StoreException e)
        {
            Log.SitesNotRead(log, e.Message);
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var sites = new Dictionary<string, SiteDefinition>(StringComparer.Ordinal);
        await foreach (var stored in store.QueryAllAsync(LedgerCollections.Sites, new DocumentQuery { Limit = 500 }, cancellationToken))
        {
            sites[stored.Value.Id] = stored.Value;
        }

        foreach (var (id, joined) in _joined.ToList())
        {
            if (!sites.TryGetValue(id, out var site) || site.Pace.Concurrency != joined.Concurrency)
            {
                await LeaveAsync(joined.Handle, cancellationToken);
                _joined.Remove(id);
                activity.Leave(id);
                Log.QueueLeft(log, id);
            }
        }

        foreach (var site in sites.Values.Where(s => !_joined.ContainsKey(s.Id)))
        {
            var handle = connector.ConnectReceiveEndpoint(
                SiteEndpoint.NameOf(site.Id), (context, endpoint) => Configure(context, endpoint, site.Pace.Concurrency));
            _joined[site.Id] = (handle, site.Pace.Concurrency);
            activity.Join(site.Id);
            Log.QueueJoined(log, site.Id, site.Pace.Concurrency);
        }
    }

    /// <summary>
    /// Leaves a queue once it has been joined: a transport whose channel is taken away in the middle of joining throws, and its stop never comes to an end. A
    /// broker that does not answer is not waited for much longer.
    /// </summary>
    private async Task LeaveAsync(HostReceiveEndpointHandle handle, CancellationToken cancellationToken)
    {
        Task joining = handle.Ready;
        await joining.WaitAsync(JoiningPatience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await handle.StopAsync(cancellationToken);
    }

    private static void Configure(IBusRegistrationContext context, IReceiveEndpointConfigurator endpoint, int concurrency)
    {
        SiteEndpoint.Configure(endpoint, context, concurrency);
        endpoint.ConfigureConsumer<JobConsumer>(context);
    }
}
