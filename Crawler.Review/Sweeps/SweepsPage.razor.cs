using Crawler.Contracts.Sweeps;
using Crawler.Review.Layout;
using Crawler.Review.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Crawler.Review.Sweeps;

/// <summary>The sweeps, those under way on top.</summary>
public sealed partial class SweepsPage
{
    private IReadOnlyList<Sweep> _running = [];
    private List<SweepSummary> _items = [];
    private string? _next;
    private bool _loaded;
    private PagePoll? _poll;

    /// <summary>Only this list's sweeps. Null: all.</summary>
    [Parameter, SupplyParameterFromQuery(Name = "watchList")]
    public string? WatchList { get; set; }

    [Inject]
    private SweepReader Reader { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IOptions<ReviewOptions> Options { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        if (_poll is not null)
        {
            await _poll.DisposeAsync();
        }
    }

    protected override void OnInitialized() =>
        _poll = new PagePoll(Options.Value.ProgressInterval, Time, token => InvokeAsync(() => PollAsync(token)), DispatchExceptionAsync);

    protected override Task OnParametersSetAsync() => LoadAsync(CancellationToken.None);

    private static string State(Sweep sweep) => sweep.CancelRequestedAt is not null ? "stopping" : sweep.State == SweepState.Planned ? "planned" : "running";

    private static string StateTone(SweepState state) => state switch
    {
        SweepState.Finished => "good",
        SweepState.Cancelled => "warn",
        _ => "live",
    };

    private static string Took(SweepSummary sweep) =>
        sweep is { StartedAt: { } start, EndedAt: { } end } ? Words.Duration(end - start) : "–";

    private SweepQuery Query => new() { WatchLists = WatchList is null ? [] : [WatchList], States = [SweepState.Finished, SweepState.Cancelled], Limit = 50 };

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        var before = _running.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var running = await RunningAsync(cancellationToken);
        if (running.Count == 0 && before.Count == 0)
        {
            return;
        }

        _running = running;
        if (!before.IsSubsetOf(running.Select(s => s.Id)))
        {
            await LoadAsync(cancellationToken);
        }

        StateHasChanged();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _running = await RunningAsync(cancellationToken);
        var page = await Reader.PageAsync(Query, cancellationToken);
        _items = [.. page!.Items.Select(i => SweepSummary.Of(i.Value))];
        _next = page.Next;
        _loaded = true;
    }

    private async Task MoreAsync()
    {
        if (await Reader.PageAsync(Query with { After = _next }, CancellationToken.None) is { } page)
        {
            _items.AddRange(page.Items.Select(i => SweepSummary.Of(i.Value)));
            _next = page.Next;
        }
    }

    private async Task<IReadOnlyList<Sweep>> RunningAsync(CancellationToken cancellationToken)
    {
        var running = await Reader.RunningAsync(cancellationToken);
        return WatchList is null ? running : [.. running.Where(s => s.WatchListId == WatchList)];
    }
}
