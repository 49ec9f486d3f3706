using Crawler.Contracts.Captures;
using Crawler.Contracts.Listings;
using Crawler.Ledger.Collections;
using Crawler.Review.Live;
using Crawler.Review.Sites;
using Crawler.Review.WatchLists;
using Crawler.Storage.Documents;
using Microsoft.AspNetCore.Components;

namespace Crawler.Review.Listings;

/// <summary>One listing: what it said, why it is here, how it changed, and the evidence.</summary>
public sealed partial class ListingPage
{
    private static readonly TimeSpan LiveInterval = TimeSpan.FromSeconds(1);

    private Listing? _listing;
    private IReadOnlyList<Observation> _observations = [];
    private IReadOnlyList<Capture> _captures = [];
    private IReadOnlyDictionary<string, string> _sites = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string> _watchLists = new Dictionary<string, string>(StringComparer.Ordinal);
    private (string? Previous, string? Next) _around;
    private bool _loaded;
    private bool _changed;
    private LiveRefresh? _refresh;

    /// <summary>The listing's id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private IDocumentStore Store { get; set; } = null!;

    [Inject]
    private SiteOverview SiteOverview { get; set; } = null!;

    [Inject]
    private WatchListEditor WatchListEditor { get; set; } = null!;

    [Inject]
    private ListingsMemory Memory { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private string SiteName => _sites.GetValueOrDefault(_listing!.SiteId, _listing.SiteId);

    private string BackAddress => string.IsNullOrEmpty(Memory.Address) ? "./" : Memory.Address;

    private IReadOnlyList<string> Pictures => [.. _listing!.Images.Select(i => i.Sha256).OfType<string>().Distinct(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        if (_refresh is not null)
        {
            await _refresh.DisposeAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _refresh = new LiveRefresh(
            Feed,
            e => e is ConsoleEvent.Captured { Listing.ListingId: var id } && id == Id,
            LiveInterval,
            Time,
            _ => InvokeAsync(() =>
            {
                _changed = true;
                StateHasChanged();
            }),
            DispatchExceptionAsync);
        _sites = await SiteOverview.NamesAsync(CancellationToken.None);
        _watchLists = await WatchListEditor.NamesAsync(CancellationToken.None);
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        _listing = (await Store.GetAsync(LedgerCollections.Listings, Id, CancellationToken.None))?.Value;
        _observations = await ListingHistory.ObservationsAsync(Store, Id, CancellationToken.None);
        _captures = await ListingHistory.CapturesAsync(Store, Id, CancellationToken.None);
        _around = Memory.Around(Id);
        Memory.Opened = Id;
        _changed = false;
        _loaded = true;
    }
}
