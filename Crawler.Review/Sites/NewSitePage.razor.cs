using Crawler.Contracts.Messages;
using Crawler.Contracts.Sites;
using Crawler.Review.Live;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace Crawler.Review.Sites;

/// <summary>Paste an address, see what a worker makes of the site, correct it, save it.</summary>
public sealed partial class NewSitePage
{
    private readonly CancellationTokenSource _leaving = new();
    private CancellationTokenSource? _waiting;
    private string _url = "";
    private string _query = "";
    private string _id = "";
    private string _yaml = "";
    private string? _busy;
    private string? _wrong;
    private SiteProbed? _found;
    private SiteDefinition? _taken;

    [Inject]
    private SiteProbeClient Examiner { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private PageNavigator Navigator { get; set; } = null!;

    [Inject]
    private NotificationService Notes { get; set; } = null!;

    /// <summary>Only what was tried can be saved: the definition that read the rows on the page.</summary>
    private bool CanSave => _busy is null && _found is { Definition: not null, Problem: null, Yaml: { } tried } && tried == _yaml;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
        _waiting?.Dispose();
    }

    private Task ProbeAsync() => AskAsync("A worker looks at the site, one page at a time; this takes about a minute.", draft: null, []);

    private Task TryAsync() => AskAsync("A worker reads the first page of results by the draft.", _yaml, []);

    private Task CorrectAsync(RowCorrection correction) => AskAsync("A worker reads the page again.", _yaml, [correction]);

    private void Stop() => _waiting?.Cancel();

    private async Task AskAsync(string doing, string? draft, IReadOnlyList<RowCorrection> corrections)
    {
        if (_busy is not null)
        {
            return;
        }

        if (!Uri.TryCreate(_url.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            _wrong = $"\"{_url}\" is no address of a page: it begins with https:// or http://";
            return;
        }

        (_wrong, _taken, _busy) = (null, null, doing);
        _waiting?.Dispose();
        _waiting = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        StateHasChanged();
        try
        {
            var request = new ProbeSite
            {
                Url = url, Query = Given(_query), Id = Given(_id), Draft = draft, Corrections = corrections, RequestedAt = Time.GetUtcNow(),
            };
            _found = await Examiner.AskAsync(request, _waiting.Token);
            _yaml = _found.Yaml ?? _yaml;
        }
        catch (OperationCanceledException) when (!_leaving.IsCancellationRequested)
        {
            _wrong = "Nobody waits for it any more; the worker ends what it began.";
        }
        finally
        {
            _busy = null;
        }
    }

    private async Task SaveAsync(bool replace)
    {
        if (_found?.Definition is not { } definition)
        {
            return;
        }

        string from = Navigator.Here;
        if (await Examiner.SaveAsync(definition, replace, CancellationToken.None) is { } saved)
        {
            Notes.Notify(NotificationSeverity.Success, $"{saved.Name} is saved, version {saved.Version}");
            await Navigator.GoAsync(from, $"sites/{saved.Id}");
        }
        else
        {
            _taken = await Examiner.TakenAsync(definition.Id, CancellationToken.None);
        }
    }

    private static string? Given(string text) => text.Trim() is { Length: > 0 } given ? given : null;
}
