using Crawler.Storage.Documents;
using Crawler.Worker.Sites;

namespace Crawler.Patrol.Hosting;

/// <summary>Puts the definitions that the process was started with into its store, before the worker joins queues.</summary>
internal sealed class SiteStoring(SiteCatalogue sites, IDocumentStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => sites.StoreAsync(store, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
