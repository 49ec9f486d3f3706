using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Ledger.Collections;
using Crawler.Review.Live;
using Crawler.Storage.Documents;
using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Review.Sites;

/// <summary>Has a worker look at a site, for the console has no way out to the web, and saves the definition that comes of it.</summary>
internal sealed class SiteProbeClient(IBus bus, IDocumentStore store, LiveFeed feed, IOptions<ReviewOptions> options, ILogger<SiteProbeClient> logger)
{
    /// <summary>What the worker found. Every failure is an answer too: it says what to do.</summary>
    public async Task<SiteProbed> AskAsync(ProbeSite request, CancellationToken cancellationToken)
    {
        var timeout = options.Value.ExaminationTimeout;
        try
        {
            var client = bus.CreateRequestClient<ProbeSite>(timeout);
            return (await client.GetResponse<SiteProbed>(request, cancellationToken)).Message;
        }
        catch (RequestTimeoutException)
        {
            Log.WorkerSilent(logger, request.Url, timeout);
            return Failed(request, $"no worker answered within {timeout.TotalSeconds:0} s: is one running? The workers page shows them");
        }
        catch (RequestFaultException fault)
        {
            return Failed(request, $"the worker failed: {fault.Fault?.Exceptions.FirstOrDefault()?.Message ?? fault.Message}");
        }
    }

    /// <summary>The definition under the same id that the store has already. Null: the id is free.</summary>
    public async Task<SiteDefinition?> TakenAsync(string siteId, CancellationToken cancellationToken) =>
        (await store.GetAsync(LedgerCollections.Sites, siteId, cancellationToken))?.Value;

    /// <summary>
    /// Puts a definition into force. One that is there already is only replaced if that is said; the new one is then a later version, and the kill switch
    /// stays as it is.
    /// </summary>
    /// <returns>The definition as stored. Null: the id is taken.</returns>
    public async Task<SiteDefinition?> SaveAsync(SiteDefinition definition, bool replace, CancellationToken cancellationToken)
    {
        bool taken = false;
        var saved = await store.UpdateAsync(
            LedgerCollections.Sites,
            definition.Id,
            stored =>
            {
                taken = stored is not null && !replace;
                return stored is null ? definition
                    : taken ? stored
                    : definition with { Version = Math.Max(stored.Version + 1, definition.Version), Enabled = stored.Enabled };
            },
            cancellationToken);
        if (taken || saved is null)
        {
            return null;
        }

        Log.SiteSaved(logger, saved.Id, saved.Version);
        feed.Publish(new ConsoleEvent.Changed());
        return saved;
    }

    private static SiteProbed Failed(ProbeSite request, string problem) =>
        new() { Condition = SiteCondition.NotAsked, Problem = problem, Yaml = request.Draft };
}
