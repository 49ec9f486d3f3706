using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Extraction.Learning;
using Crawler.Fetching;
using Crawler.Pages;

namespace Crawler.Worker.Probing;

/// <summary>An examination under way: what is known of the site so far, the pages seen, the steps said aloud.</summary>
internal sealed class Visit(IPageFetcher fetcher, ISiteReader reader, SiteDefinition draft, IProgress<ProbeStep>? progress)
{
    private readonly List<ProbeStep> _steps = [];

    /// <summary>What is known so far.</summary>
    public SiteDefinition Draft { get; set; } = draft;

    public IReadOnlyList<ProbeStep> Steps => _steps;

    public int Requests { get; private set; }

    /// <summary>Why there can be no definition. Null: nothing stands in the way yet.</summary>
    public (SiteCondition Condition, string Problem)? Stop { get; private set; }

    public void Say(string name, string finding, StepResult result = StepResult.Found)
    {
        var step = new ProbeStep { Name = name, Finding = finding, Result = result };
        _steps.Add(step);
        progress?.Report(step);
    }

    /// <summary>Says why it ends here.</summary>
    public void Fail(string name, SiteCondition condition, string problem)
    {
        Stop ??= (condition, problem);
        Say(name, problem, StepResult.Failed);
    }

    /// <summary>Fetches a page. No page: the outcome says why.</summary>
    public async Task<VisitedPage> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        Requests++;
        var outcome = await fetcher.FetchAsync(Draft, request, cancellationToken);
        var page = outcome switch
        {
            FetchOutcome.Ok ok => ok.Page,
            FetchOutcome.Missing missing => missing.Page,
            _ => null,
        };
        var content = page is null ? null : new PageContent { Url = page.FinalUrl, Text = page.Text, MediaType = page.MediaType, Status = page.Status };
        return new VisitedPage(request.Url, outcome.Kind, outcome.Detail, page, content);
    }

    /// <summary>Fetches a result page and reads it without rules.</summary>
    public async Task<SearchVisit> SearchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var page = await FetchAsync(request, cancellationToken);
        return new SearchVisit(page, page is { Content: { } content, Kind: OutcomeKind.Ok } ? reader.ReadSearch(WrapperLearner.Bare(Draft), content) : new SearchReading { State = page.Kind, StateDetail = page.Detail });
    }

    /// <summary>Fetches an advert and reads it without rules.</summary>
    public async Task<DetailVisit> DetailAsync(Uri url, CancellationToken cancellationToken)
    {
        var page = await FetchAsync(new FetchRequest { Url = url, Kind = PageKind.Detail }, cancellationToken);
        return new DetailVisit(page, page is { Content: { } content, Kind: OutcomeKind.Ok } ? reader.ReadDetail(WrapperLearner.Bare(Draft), content) : new DetailReading { State = page.Kind, StateDetail = page.Detail });
    }
}

/// <summary>A page that was asked for.</summary>
/// <param name="Url">What was asked.</param>
/// <param name="Kind">How the fetch ended.</param>
/// <param name="Detail">In words.</param>
/// <param name="Page">Null: none came.</param>
/// <param name="Content">The same for reading.</param>
internal sealed record VisitedPage(Uri Url, OutcomeKind Kind, string? Detail, FetchedPage? Page, PageContent? Content);

/// <summary>A result page.</summary>
internal sealed record SearchVisit(VisitedPage Page, SearchReading Reading)
{
    public OutcomeKind State => Reading.State;

    /// <summary>Addresses (else ids) of its rows, paid ones left out.</summary>
    public IReadOnlyList<string> Keys => [.. Reading.Rows.Where(r => !r.Sponsored).Select(r => r.Url ?? r.Id ?? "")];

    /// <summary>In words, for a report.</summary>
    public string Why => Reading.StateDetail is { } detail ? $"{detail}" : State.ToString();
}

/// <summary>An advert's page.</summary>
internal sealed record DetailVisit(VisitedPage Page, DetailReading Reading)
{
    public OutcomeKind State => Reading.State;
}
