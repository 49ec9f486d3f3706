using Crawler.Analysis.WatchLists;
using Crawler.Contracts.WatchLists;
using Crawler.Review.Live;
using Crawler.Review.Sites;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Radzen;

namespace Crawler.Review.WatchLists;

/// <summary>Writes a new watch list, or edits one, as a form or as the YAML file it is.</summary>
public sealed partial class WatchListPage
{
    private WatchListDraft _draft = new();
    private string _yaml = "";
    private bool _asYaml;
    private long _version;
    private IReadOnlyList<WatchListProblem> _problems = [];
    private IReadOnlyList<DateTimeOffset>? _nextRuns;
    private IReadOnlyList<SiteView> _sites = [];
    private bool _loaded;
    private bool _missing;
    private bool _stale;
    private bool _saving;
    private bool _checked;

    /// <summary>The list's id. Null: a new list.</summary>
    [Parameter]
    public string? Id { get; set; }

    [Inject]
    private WatchListEditor Editor { get; set; } = null!;

    [Inject]
    private WatchListCheck Check { get; set; } = null!;

    [Inject]
    private SiteOverview SiteOverview { get; set; } = null!;

    [Inject]
    private PageNavigator Navigator { get; set; } = null!;

    [Inject]
    private IOptions<ReviewOptions> Options { get; set; } = null!;

    [Inject]
    private NotificationService Notes { get; set; } = null!;

    private bool IsNew => Id is null;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        _sites = await SiteOverview.AllAsync(CancellationToken.None);
        _stale = false;
        _missing = false;
        _problems = [];
        if (Id is { } id)
        {
            if (await Editor.GetAsync(id, CancellationToken.None) is { } view)
            {
                (_draft, _version) = (WatchListDraft.From(view.WatchList), view.Version);
            }
            else
            {
                _missing = true;
            }
        }
        else
        {
            _draft = new WatchListDraft
            {
                Terms = [new WatchTermDraft()], SiteIds = [.. _sites.Where(s => s.Site is { Enabled: true, Verified: true }).Select(s => s.Site.Id)],
            };
        }

        _yaml = WatchListFile.Write(_draft.ToWatchList());
        _loaded = true;
        StateHasChanged();
        await PreviewAsync();
    }

    private void ShowYaml()
    {
        if (!_asYaml)
        {
            _yaml = WatchListFile.Write(_draft.ToWatchList());
            _asYaml = true;
        }
    }

    private void ShowForm()
    {
        if (_asYaml && Read() is { } list)
        {
            _draft = WatchListDraft.From(list);
            _asYaml = false;
        }
    }

    /// <summary>The list as it stands on the page. Null: the YAML cannot be read, and the problems say why.</summary>
    private WatchList? Read()
    {
        if (!_asYaml)
        {
            return _draft.ToWatchList();
        }

        var reading = WatchListFile.Parse(_yaml, "list", Options.Value.FindLexicon);
        _problems = [.. reading.Problems.Select(p => new WatchListProblem(p.Line == 0 ? "file" : $"line {p.Line}", p.Message))];
        return reading.List;
    }

    private async Task PreviewAsync()
    {
        if (!_missing)
        {
            _nextRuns = (await Editor.CheckAsync(_draft.ToWatchList().Schedule, CancellationToken.None))?.NextRuns;
        }
    }

    private async Task<WatchList?> CheckedAsync()
    {
        _checked = false;
        if (Read() is not { } list)
        {
            return null;
        }

        if (!IsNew && list.Id != Id)
        {
            _problems = [new WatchListProblem("id", $"is \"{list.Id}\"; the id of a stored list never changes, this one is \"{Id}\"")];
            return null;
        }

        var found = await Check.CheckAsync(list, CancellationToken.None);
        _problems = found.Problems;
        _nextRuns = found.NextRuns ?? _nextRuns;
        return _problems.Count == 0 ? list : null;
    }

    private async Task CheckAsync() => _checked = await CheckedAsync() is not null;

    private async Task SaveAsync(bool overwrite)
    {
        _saving = true;
        string from = Navigator.Here;
        try
        {
            if (await CheckedAsync() is not { } list)
            {
                return;
            }

            if (IsNew)
            {
                if (!await Editor.CreateAsync(list, CancellationToken.None))
                {
                    _problems = [new WatchListProblem("id", $"\"{list.Id}\" is taken by another list; choose another")];
                    return;
                }
            }
            else
            {
                var outcome = await Editor.ReplaceAsync(list, overwrite ? null : _version, CancellationToken.None);
                _stale = outcome.Kind == SaveKind.Stale;
                _missing = outcome.Kind == SaveKind.Missing;
                if (outcome.Kind != SaveKind.Saved)
                {
                    return;
                }
            }

            Notes.Notify(NotificationSeverity.Success, $"{list.Name} is saved");
            await Navigator.GoAsync(from, "watch-lists");
        }
        finally
        {
            _saving = false;
        }
    }
}
