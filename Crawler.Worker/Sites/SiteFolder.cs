using Crawler.Storage.Documents;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Sites;

/// <summary>
/// Puts the site files of <see cref="WorkerOptions.SitesFolder"/> into the store when the worker starts, before it joins queues. A bad file is named and
/// costs only itself; what is in the store without a file stays; a kill switch stays set.
/// </summary>
internal sealed class SiteFolder(IDocumentStore store, IOptions<WorkerOptions> options, ILogger<SiteFolder> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.SitesFolder is not { Length: > 0 } folder)
        {
            return;
        }

        var catalogue = await SiteCatalogue.LoadAsync(folder, cancellationToken);
        foreach (var error in catalogue.Errors)
        {
            Log.SiteFileLeftOut(log, error.ToString());
        }

        int written = await catalogue.StoreAsync(store, cancellationToken);
        Log.SitesStored(log, written, catalogue.Sites.Count, folder);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
