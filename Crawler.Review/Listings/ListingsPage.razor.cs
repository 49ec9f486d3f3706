using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;
using Crawler.Review.Layout;
using Crawler.Review.Live;
using Crawler.Review.Sites;
using Crawler.Review.WatchLists;
using Crawler.Storage.Documents;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.JSInterop;

namespace Crawler.Review.Listings;

/// <summary>The listings. The address holds the whole query, so back, forward and bookmarks work; everything else follows from it.</summary>
public sealed partial class ListingsPage
{
    private const string ViewParameter = "view";
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LiveInterval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource _load = new();
    private CancellationTokenSource _typing = new();
    private LiveRefresh? _refresh;

    private ListingQuery _query = new();
    private IReadOnlyDictionary<string, string[]> _wrong = new Dictionary<string, string[]>(StringComparer.Ordinal);
    private string? _text;
    private string? _sought;
    private bool _table;
    private List<Listing> _items = [];
    private string? _next;
    private long _total;
    private long _fresh;
    private bool _loading;
    private bool _loaded;
    private string? _focus;
    private IReadOnlyDictionary<string, IReadOnlyList<FacetCount>>? _facets;
    private IReadOnlyDictionary<string, string> _sites = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string> _watchLists = new Dictionary<string, string>(StringComparer.Ordinal);

    [Inject]
    private NavigationManager Nav { get; set; } = null!;

    [Inject]
    private PageNavigator Navigator { get; set; } = null!;

    [Inject]
    private ListingSearch Search { get; set; } = null!;

    [Inject]
    private ListingsMemory Memory { get; set; } = null!;

    [Inject]
    private SiteOverview SiteOverview { get; set; } = null!;

    [Inject]
    private WatchListEditor WatchListEditor { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    private string Title => $"{(_query.Text is { } text ? $"{text} · " : "")}Listings · CyberPatrol";

    private string Summary => !_loaded ? "Searching…" : Words.Count(_total, "listing");

    private string FilterLabel => Chips.Count == 0 ? "Filters" : $"Filters, {Words.Count(Chips.Count, "active filter")}";

    private IReadOnlyList<FilterChip> Chips => FilterChip.Of(_query, _sites, _watchLists);

    public async ValueTask DisposeAsync()
    {
        Nav.LocationChanged -= OnLocationChanged;
        if (_refresh is not null)
        {
            await _refresh.DisposeAsync();
        }

        await _left.CancelAsync();
        await _typing.CancelAsync();
        _left.Dispose();
        _load.Dispose();
        _typing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Nav.LocationChanged += OnLocationChanged;
        _refresh = new LiveRefresh(
            Feed,
            e => e is ConsoleEvent.Captured { Listing.Result: not CaptureResult.Unchanged } or ConsoleEvent.ListChanged or ConsoleEvent.Finished,
            LiveInterval,
            Time,
            LookForNewAsync,
            DispatchExceptionAsync);
        await NamesAsync();
        ReadAddress();
        if (Memory.Address == Key && Memory.Opened is not null)
        {
            _items = [.. Memory.Items];
            _next = Memory.Next;
            _focus = Memory.Opened;
            Memory.Opened = null;
            await CountAsync(_left.Token);
            _fresh = Math.Max(0, _total - Memory.Total);
            _total = Memory.Total;
            _loaded = true;
            return;
        }

        await ReloadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is { } id && _loaded)
        {
            _focus = null;
            await Js.InvokeVoidAsync("patrolConsole.focusItem", id);
        }
    }

    private static string Pressed(bool value) => value ? "true" : "false";

    private string Key => ListingQueryText.ToQueryString(_query);

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        string path = Nav.ToBaseRelativePath(e.Location).Split('?', '#')[0];
        if (path is not ("" or "listings"))
        {
            return;
        }

        _ = FollowAddressAsync();
    }

    private async Task FollowAddressAsync()
    {
        try
        {
            await InvokeAsync(async () =>
            {
                string before = Key;
                ReadAddress();
                if (Key != before)
                {
                    await ReloadAsync();
                }

                StateHasChanged();
            });
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private void ReadAddress()
    {
        var parameters = QueryHelpers.ParseQuery(new Uri(Nav.Uri).Query);
        (_query, _wrong) = ListingQueryText.Parse(parameters, ViewParameter);
        _query = _query with { After = null };
        _table = parameters.TryGetValue(ViewParameter, out var view) && view == "table";
        if (_query.Text != _sought)
        {
            // Somebody went back, or followed a link; what is being typed at this moment is not overwritten by the address it led to.
            _text = _sought = _query.Text;
        }
    }

    private Task GoAsync(ListingQuery query, bool replace = false) => Navigator.GoAsync(Navigator.Here, Address(query, _table), replace);

    private Task ShowAsync(bool table) => Navigator.GoAsync(Navigator.Here, Address(_query, table), replace: true);

    private string Address(ListingQuery query, bool table)
    {
        string address = ListingQueryText.ToQueryString(query);
        return $"{Nav.BaseUri}{(table ? QueryHelpers.AddQueryString(address, ViewParameter, "table") : address)}";
    }

    private Task OnSortAsync(ChangeEventArgs e) => GoAsync(_query with { Sort = Enum.Parse<ListingSort>((string)e.Value!) });

    private async Task OnTextAsync()
    {
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        try
        {
            await Task.Delay(TypingPause, Time, _typing.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await SearchNowAsync();
    }

    private async Task SearchNowAsync()
    {
        string? text = string.IsNullOrWhiteSpace(_text) ? null : _text.Trim();
        if (text != _query.Text)
        {
            // Going from one search to the next is a step back worth having; each letter typed is not.
            _sought = text;
            await GoAsync(_query with { Text = text }, replace: _query.Text is not null && text is not null);
        }
    }

    private async Task ReloadAsync()
    {
        await _load.CancelAsync();
        _load.Dispose();
        _load = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        var token = _load.Token;
        _loading = true;
        StateHasChanged();
        try
        {
            var page = await Search.PageAsync(_query, token);
            await CountAsync(token);
            _items = [.. page!.Items.Select(i => i.Value)];
            _next = page.Next;
            _loaded = true;
            _loading = false;
            Memory.Keep(Key, _items, _next, _total);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // A newer query is on its way, or the page has been left.
        }
    }

    private async Task MoreAsync()
    {
        _loading = true;
        var page = await Search.PageAsync(_query with { After = _next }, _left.Token);
        _loading = false;
        if (page is null)
        {
            await ReloadAsync();
            return;
        }

        var known = _items.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        _items.AddRange(page.Items.Select(i => i.Value).Where(l => known.Add(l.Id)));
        _next = page.Next;
        Memory.Keep(Key, _items, _next, _total);
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        _total = await Search.CountAsync(_query, cancellationToken);
        _facets = await Search.FacetsAsync(_query, ListingFacet.All, cancellationToken);
        _fresh = 0;
    }

    private async Task NamesAsync()
    {
        _sites = await SiteOverview.NamesAsync(_left.Token);
        _watchLists = await WatchListEditor.NamesAsync(_left.Token);
    }

    private Task LookForNewAsync(CancellationToken cancellationToken) => InvokeAsync(async () =>
    {
        await NamesAsync();
        if (_items.Count == 0)
        {
            await ReloadAsync();
        }
        else
        {
            _fresh = Math.Max(0, await Search.CountAsync(_query, cancellationToken) - _total);
        }

        StateHasChanged();
    });
}
