using Crawler.Contracts.WatchLists;
using Crawler.Review.Live;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace Crawler.Review.WatchLists;

/// <summary>All watch lists.</summary>
public sealed partial class WatchListsPage
{
    private static readonly TimeSpan LiveInterval = TimeSpan.FromSeconds(1);

    /// <summary>How late a run may be before somebody should ask whether a scheduler runs.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private IReadOnlyList<WatchListView> _lists = [];
    private (string Name, string Reason, string? SweepId)? _refusal;
    private string? _asking;
    private bool _loaded;
    private LiveRefresh? _refresh;

    [Inject]
    private WatchListEditor Editor { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private PageNavigator Navigator { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    [Inject]
    private NotificationService Notes { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        if (_refresh is not null)
        {
            await _refresh.DisposeAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        // The scheduler needs a moment to compute the next run of a changed list; the pause before a refresh gives it that.
        _refresh = new LiveRefresh(
            Feed, e => e is ConsoleEvent.ListChanged or ConsoleEvent.Finished or ConsoleEvent.Changed, LiveInterval, Time, token => InvokeAsync(async () =>
            {
                await LoadAsync(token);
                StateHasChanged();
            }),
            DispatchExceptionAsync);
        await LoadAsync(CancellationToken.None);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _lists = await Editor.AllAsync(cancellationToken);
        _loaded = true;
    }

    private async Task RunAsync(WatchList list)
    {
        _asking = list.Id;
        _refusal = null;
        StateHasChanged();
        string from = Navigator.Here;
        var outcome = await Editor.RunAsync(list.Id, CancellationToken.None);
        _asking = null;
        switch (outcome)
        {
            case RunOutcome.Accepted accepted:
                Feed.Publish(new ConsoleEvent.Changed());
                await Navigator.GoAsync(from, $"sweeps/{accepted.SweepId}");
                break;
            case RunOutcome.Refused refused:
                _refusal = (list.Name, refused.Reason, refused.RunningSweepId);
                break;
            case RunOutcome.Silent silent:
                _refusal = (list.Name, silent.Reason, null);
                break;
        }
    }

    private async Task PauseAsync(WatchList list)
    {
        await Editor.PauseAsync(list.Id, !list.Schedule.Paused, CancellationToken.None);
        Notes.Notify(NotificationSeverity.Info, $"{list.Name} is {(list.Schedule.Paused ? "resumed" : "paused")}");
        await LoadAsync(CancellationToken.None);
    }

    private async Task DeleteAsync(WatchListView view)
    {
        bool? sure = await Dialogs.Confirm(
            "It will not run any more. What it found, and the sweeps that found it, stay.",
            $"Delete {view.WatchList.Name}?",
            new ConfirmOptions { OkButtonText = "Delete the list", CancelButtonText = "Keep it" });
        if (sure is not true)
        {
            return;
        }

        var outcome = await Editor.DeleteAsync(view.WatchList.Id, view.Version, CancellationToken.None);
        if (outcome.Kind == SaveKind.Stale)
        {
            Notes.Notify(NotificationSeverity.Warning, "Not deleted", $"{view.WatchList.Name} was changed meanwhile; look at it again first.");
        }

        await LoadAsync(CancellationToken.None);
    }
}
