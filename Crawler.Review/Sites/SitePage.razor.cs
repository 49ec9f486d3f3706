using Crawler.Contracts.Drift;
using Crawler.Ledger.Repairs;
using Crawler.Review.Live;
using Microsoft.AspNetCore.Components;

namespace Crawler.Review.Sites;

/// <summary>One site: its verdict, its history, and the repair that waits for a decision.</summary>
public sealed partial class SitePage
{
    private SiteView? _view;
    private SiteHistory? _history;
    private RepairProposal? _repair;
    private LiveRefresh? _refresh;
    private bool _loaded;

    /// <summary>The site's id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private SiteOverview Overview { get; set; } = null!;

    [Inject]
    private RepairProposals Repairs { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_refresh is not null)
        {
            await _refresh.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized() =>
        _refresh = new LiveRefresh(
            Feed, e => e is ConsoleEvent.Finished or ConsoleEvent.Changed || (e is ConsoleEvent.Trouble trouble && trouble.Site.SiteId == Id), TimeSpan.FromSeconds(2), Time, token => InvokeAsync(async () =>
            {
                await LoadAsync(token);
                StateHasChanged();
            }), DispatchExceptionAsync);

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => LoadAsync();

    private static string Share(KindProfile pages, string field) => pages.Rows == 0 ? "–" : $"{Math.Round(100.0 * pages.Filled(field) / pages.Rows):0} %";

    private Task LoadAsync() => LoadAsync(CancellationToken.None);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _view = await Overview.GetAsync(Id, cancellationToken);
        _history = await Overview.HistoryAsync(Id, cancellationToken);
        _repair = await Repairs.LatestAsync(Id, cancellationToken);
        _loaded = true;
    }
}
