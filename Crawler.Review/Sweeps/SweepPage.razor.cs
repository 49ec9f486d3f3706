using Crawler.Contracts.Messages;
using Crawler.Contracts.Sweeps;
using Crawler.Review.Live;
using Crawler.Review.Sites;
using MassTransit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Radzen;

namespace Crawler.Review.Sweeps;

/// <summary>One sweep, live while it runs.</summary>
public sealed partial class SweepPage
{
    private Sweep? _sweep;
    private bool _loaded;
    private PagePoll? _poll;
    private IReadOnlyDictionary<string, string> _sites = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The sweep's id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private SweepReader Reader { get; set; } = null!;

    [Inject]
    private SiteOverview SiteOverview { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IBus Bus { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    [Inject]
    private IOptions<ReviewOptions> Options { get; set; } = null!;

    private string State => _sweep switch
    {
        { HasEnded: false, CancelRequestedAt: not null } => "stopping",
        { } sweep => sweep.State.ToString().ToLowerInvariant(),
        _ => "",
    };

    private string StateTone => _sweep?.State switch
    {
        SweepState.Finished => "good",
        SweepState.Cancelled => "warn",
        _ => "live",
    };

    public async ValueTask DisposeAsync()
    {
        if (_poll is not null)
        {
            await _poll.DisposeAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _poll = new PagePoll(Options.Value.ProgressInterval, Time, token => InvokeAsync(() => PollAsync(token)), DispatchExceptionAsync);
        _sites = await SiteOverview.NamesAsync(CancellationToken.None);
    }

    protected override async Task OnParametersSetAsync()
    {
        _sweep = await Reader.GetAsync(Id, CancellationToken.None);
        _loaded = true;
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        // A sweep that was just accepted may not be in the store for another moment.
        if (_loaded && _sweep is null or { HasEnded: false })
        {
            _sweep = await Reader.GetAsync(Id, cancellationToken);
            StateHasChanged();
        }
    }

    private async Task StopAsync()
    {
        bool? sure = await Dialogs.Confirm(
            "Pages that were not asked for yet will not be; what is under way ends. What was captured stays.",
            "Stop this sweep?",
            new ConfirmOptions { OkButtonText = "Stop the sweep", CancelButtonText = "Keep it running" });
        if (sure is true)
        {
            await Bus.Publish(new CancelSweep { SweepId = Id, RequestedAt = Time.GetUtcNow(), Reason = "stopped at the desk" });
        }
    }
}
