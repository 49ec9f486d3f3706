using System.Text.Json;
using Crawler.TrainingGround.Control;
using Crawler.TrainingGround.Drawing;
using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.Sites;
using Crawler.TrainingGround.World;
using Microsoft.AspNetCore.Builder;

namespace Crawler.TrainingGround;

/// <summary>
/// A practice world on 127.0.0.1: six sites with known truth, switchable trouble and a record of every request. From a namespace under
/// <c>Crawler</c> the type is written <c>TrainingGround.TrainingGround</c>.
/// </summary>
#pragma warning disable MA0049 // The room and its one public type have the same name; callers start the training ground, not a part of it.
public sealed class TrainingGround : ITrainingControl, IAsyncDisposable
#pragma warning restore MA0049
{
    private readonly PracticeWorld _world;
    private readonly TimeProvider _time;
    private readonly string? _directory;
    private readonly RequestLog _log;
    private readonly Dictionary<string, SiteTroubles> _desks = SiteCatalog.All.ToDictionary(s => s.Id, _ => new SiteTroubles(), StringComparer.Ordinal);
    private readonly List<WebApplication> _servers = [];
    private readonly List<TrainingSite> _sites = [];
    private readonly SemaphoreSlim _changing = new(1, 1);

    private TrainingGround(TrainingGroundOptions options, TimeProvider time)
    {
        _time = time;
        _directory = options.StateDirectory;
        if (_directory is not null)
            Directory.CreateDirectory(_directory);
        _world = new PracticeWorld(options.Seed, _directory);
        _log = new RequestLog(_directory);
    }

    /// <summary>The six sites in the order of their ports.</summary>
    public IReadOnlyList<TrainingSite> Sites => _sites;

    /// <summary>Address of the control page and API.</summary>
    public Uri ControlUrl { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The truth at this moment.</summary>
    public Truth Truth => TruthBuilder.Build(_world, _sites);

    /// <summary>The truth about a search: the adverts it finds now, newest first. Paid rows are not among them.</summary>
    /// <param name="siteId">Which site.</param>
    /// <param name="query">As typed into its form.</param>
    /// <exception cref="TrainingGroundException">There is no such site.</exception>
    public IReadOnlyList<TruthAdvert> Found(string siteId, string query)
    {
        if (!_desks.ContainsKey(siteId))
            throw new TrainingGroundException($"There is no site '{siteId}'; the sites are {string.Join(", ", _desks.Keys)}.");
        var truth = Truth.Adverts.Where(a => a.SiteId == siteId).ToDictionary(a => a.Id, StringComparer.Ordinal);
        return [.. _world.Search(siteId, query).Select(a => truth[a.Id])];
    }

    /// <summary>Requests of this run in order of arrival; the last 200,000.</summary>
    public IReadOnlyList<RequestRecord> Requests => _log.All;

    /// <summary>Builds the world and starts its seven web servers.</summary>
    /// <exception cref="TrainingGroundException">A port is taken, the state folder belongs to another seed, or its file is damaged.</exception>
    public static async Task<TrainingGround> StartAsync(TrainingGroundOptions options, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        if (options.BasePort is < 0 or > 65529)
            throw new TrainingGroundException(
                FormattableString.Invariant($"BasePort is {options.BasePort}; valid is 0 (free ports) or 1 to 65529, because six sites follow it."));
        var ground = new TrainingGround(options, timeProvider);
        try
        {
            await ground.StartServersAsync(options.BasePort, cancellationToken);
            await ground.WriteTruthAsync(cancellationToken);
            return ground;
        }
        catch
        {
            await ground.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Gives expected adverts that are on sale new prices and takes others down; which ones follows from the seed and the number of
    /// changes before. Posts whose price stands only in their text keep it.
    /// </summary>
    /// <param name="prices">How many get a new price.</param>
    /// <param name="remove">How many are removed.</param>
    /// <param name="cancellationToken">Cancels waiting for another change, not the change itself.</param>
    public async Task<WorldChange> ChangeAsync(int prices, int remove, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(prices);
        ArgumentOutOfRangeException.ThrowIfNegative(remove);
        await _changing.WaitAsync(cancellationToken);
        try
        {
            var change = _world.Change(prices, remove, _time.GetUtcNow());
            await WriteTruthAsync(CancellationToken.None);
            return change;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Switches a site's trouble on (its count starts anew), or off with null.</summary>
    /// <exception cref="TrainingGroundException">There is no such site.</exception>
    public void SetTrouble(string siteId, Trouble? trouble)
    {
        if (!_desks.TryGetValue(siteId, out var desk))
            throw new TrainingGroundException($"There is no site '{siteId}'; the sites are {string.Join(", ", _desks.Keys)}.");
        desk.Set(trouble);
    }

    /// <summary>The trouble a site is in, or null.</summary>
    public Trouble? GetTrouble(string siteId) => _desks.GetValueOrDefault(siteId)?.Current;

    /// <summary>Stops all servers.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
        _servers.Clear();
        _log.Dispose();
        _changing.Dispose();
    }

    private async Task StartServersAsync(int basePort, CancellationToken cancellationToken)
    {
        var gallery = new Gallery();
        (var control, ControlUrl) = await LoopbackServer.StartAsync(
            basePort, "the control page", app => ControlApi.Map(app, this), cancellationToken);
        _servers.Add(control);
        for (var i = 0; i < SiteCatalog.All.Count; i++)
        {
            var profile = SiteCatalog.All[i];
            // The site knows its absolute address only once its port is bound; nobody can ask for it before.
            SiteEndpoint? endpoint = null;
            var (server, url) = await LoopbackServer.StartAsync(
                basePort == 0 ? 0 : basePort + 1 + i, profile.Id, app => app.Run(http => endpoint!.HandleAsync(http)), cancellationToken);
            _servers.Add(server);
            var site = new TrainingSite
            {
                Id = profile.Id, Name = profile.Name, BaseUrl = url, Kind = profile.Kind, Language = profile.Languages[0], Languages = profile.Languages,
            };
            _sites.Add(site);
            endpoint = new SiteEndpoint(SiteFactory.Create(_world, site, gallery), _desks[site.Id], _log, _time);
        }
    }

    private async Task WriteTruthAsync(CancellationToken cancellationToken)
    {
        if (_directory is null)
            return;
        var file = Path.Combine(_directory, "truth.json");
        await File.WriteAllBytesAsync(file + ".new", JsonSerializer.SerializeToUtf8Bytes(Truth, GroundJson.Options), cancellationToken);
        File.Move(file + ".new", file, overwrite: true);
    }
}
