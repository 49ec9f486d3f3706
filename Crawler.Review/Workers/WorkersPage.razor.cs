using Crawler.Contracts.Workers;
using Crawler.Ledger.Workers;
using Crawler.Review.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Crawler.Review.Workers;

/// <summary>Workers, queues, backlog and pace, live.</summary>
public sealed partial class WorkersPage
{
    private WorkersView? _view;
    private QueueSums _sums = new(0, 0, 0, 0, 0);
    private IReadOnlyDictionary<string, string> _sites = new Dictionary<string, string>(StringComparer.Ordinal);
    private PagePoll? _poll;

    [Inject]
    private WorkerOverview Overview { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IOptions<ReviewOptions> Options { get; set; } = null!;

    private int Silent => _view is { } view ? view.Workers.Count(w => w.StateAt(view.At) is WorkerState.Silent) : 0;

    public async ValueTask DisposeAsync()
    {
        if (_poll is not null)
        {
            await _poll.DisposeAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync(CancellationToken.None);
        _poll = new PagePoll(
            Options.Value.ProgressInterval,
            Time,
            token => InvokeAsync(async () =>
            {
                await LoadAsync(token);
                StateHasChanged();
            }),
            DispatchExceptionAsync);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _view = await Overview.ReadAsync(cancellationToken);
        _sums = QueueSums.Of(_view.Queues.Queues);
        _sites = _view.Queues.Queues.ToDictionary(q => q.SiteId, q => q.Name, StringComparer.Ordinal);
    }
}
