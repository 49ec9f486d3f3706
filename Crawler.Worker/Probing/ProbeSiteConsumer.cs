using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Fetching;
using Crawler.Pages;
using Crawler.Sites.Files;
using Crawler.Storage.Blobs;
using MassTransit;

namespace Crawler.Worker.Probing;

/// <summary>Looks at a site for whoever asks over the bus: the console has no way out to the web.</summary>
internal sealed class ProbeSiteConsumer(SiteProbe probe, SiteCheckup checkup, IPageFetcher fetcher, ISiteReader reader, IBlobStore blobs, TimeProvider time) : IConsumer<ProbeSite>
{
    public async Task Consume(ConsumeContext<ProbeSite> context)
    {
        var asked = context.Message;
        var answer = asked.Draft is { } draft ? await TryAsync(draft, asked, context.CancellationToken) : await LearnAsync(asked, context.CancellationToken);
        await context.RespondAsync(answer);
    }

    private async Task<SiteProbed> LearnAsync(ProbeSite asked, CancellationToken cancellationToken)
    {
        var request = new SiteProbeRequest { Url = asked.Url, Query = asked.Query, Id = asked.Id, Name = asked.Name, Screenshot = true };
        var found = await probe.ProbeAsync(request, progress: null, cancellationToken);
        return new SiteProbed
        {
            Condition = found.Condition,
            Problem = found.Problem,
            Yaml = found.Definition is { } site ? SiteDefinitionWriter.Write(site) : null,
            Definition = found.Definition,
            Rows = found.Rows,
            Parts = found is { Definition: { } learned, Page: { } page } ? RowParts.Of(learned, page, time.GetUtcNow()) : [],
            RowF1 = found.Learned?.RowF1,
            PageUrl = found.Page?.Url.AbsoluteUri,
            Screenshot = await KeepAsync(found.Screenshot, cancellationToken),
            Steps = found.Steps,
        };
    }

    /// <summary>A draft that a person has corrected: read the site's first result page by it.</summary>
    private async Task<SiteProbed> TryAsync(string draft, ProbeSite asked, CancellationToken cancellationToken)
    {
        var parsed = SiteDefinitionFile.Parse(draft, "draft");
        if (parsed.Definition is { } uncorrected && asked.Corrections.Count > 0)
        {
            draft = RowCorrections.Apply(uncorrected, asked.Corrections);
            parsed = SiteDefinitionFile.Parse(draft, "draft");
        }

        if (parsed.Definition is not { } site)
        {
            return new SiteProbed { Condition = SiteCondition.NotAsked, Problem = string.Join("; ", parsed.Errors.Select(e => e.ToString())), Yaml = draft };
        }

        if ((asked.Query ?? site.Health.Probe) is not { } probe)
        {
            return new SiteProbed
            {
                Condition = SiteCondition.NotAsked, Problem = "say what to search for: the draft names no health.probe", Yaml = draft, Definition = site,
            };
        }

        var visit = new Visit(fetcher, reader, site, progress: null);
        var page = await visit.FetchAsync(SearchRequest.Of(site, new SearchTarget { Query = probe, Page = 1 }) with { Screenshot = true }, cancellationToken);
        if (page is not { Kind: OutcomeKind.Ok, Content: { } content })
        {
            return new SiteProbed
            {
                Condition = SiteConditions.Of(page.Kind),
                Problem = $"{OutcomeMeaning.InWords(page.Kind)} ({page.Detail})",
                Yaml = draft,
                Definition = site,
                PageUrl = page.Url.AbsoluteUri,
            };
        }

        var reading = reader.ReadSearch(site, content);
        var health = checkup.Judge(site, [new Extraction.Learning.LearningPage(PageKind.Search, content)]);
        return new SiteProbed
        {
            Condition = health.Condition,
            Problem = health.Condition is SiteCondition.Healthy or SiteCondition.Drifted ? null : health.Detail,
            Yaml = draft,
            Definition = site,
            Rows = reading.Rows,
            Parts = RowParts.Of(site, content, time.GetUtcNow()),
            PageUrl = content.Url.AbsoluteUri,
            Screenshot = await KeepAsync(page.Page!.Screenshot, cancellationToken),
            Steps = [.. health.Changes.Select(c => new ProbeStep { Name = c.Field, Finding = $"{c.Reason}{(c.NewRule is { } rule ? $"; would read by {rule}" : "")}", Result = StepResult.NotFound })],
        };
    }

    private async Task<string?> KeepAsync(ReadOnlyMemory<byte>? picture, CancellationToken cancellationToken)
    {
        if (picture is not { } bytes)
        {
            return null;
        }

        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        return (await blobs.PutAsync(stream, cancellationToken)).Sha256;
    }
}
