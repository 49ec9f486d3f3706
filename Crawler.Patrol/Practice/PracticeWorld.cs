using System.Text.Json;
using Crawler.Contracts;
using Crawler.Contracts.Sites;
using Crawler.Contracts.WatchLists;
using Crawler.Patrol.Places;
using Crawler.TrainingGround;
using Crawler.Worker.Sites;

namespace Crawler.Patrol.Practice;

/// <summary>
/// The training ground that belongs to a data directory. The directory remembers it, so that <c>patrol up</c> after a demo finds the same world at the same
/// addresses.
/// </summary>
internal sealed class PracticeWorld : IAsyncDisposable
{
    /// <summary>The id of the watch list that the demo runs.</summary>
    public const string WatchListId = "demo";

    /// <summary>The port of the control page when none is named.</summary>
    public const int DefaultPort = 8700;

    private PracticeWorld(TrainingGround.TrainingGround ground, IReadOnlyList<SiteDefinition> sites)
    {
        Ground = ground;
        Sites = sites;
    }

    public TrainingGround.TrainingGround Ground { get; }

    /// <summary>The definitions on file, with the addresses at which this world answers.</summary>
    public IReadOnlyList<SiteDefinition> Sites { get; }

    /// <summary>Whether the directory holds a demo's data.</summary>
    public static bool BelongsTo(DataDirectory data) => File.Exists(MarkerFile(data));

    /// <summary>Starts the world that the directory remembers, or a new one.</summary>
    /// <param name="data">Where its state is kept.</param>
    /// <param name="home">Where its site definitions are.</param>
    /// <param name="port">Of the control page; the sites take the next six. Null: as remembered, else <see cref="DefaultPort"/>.</param>
    /// <exception cref="TrainingGroundException">A port is taken.</exception>
    public static async Task<PracticeWorld> StartAsync(DataDirectory data, PatrolHome home, int? port, TimeProvider clock, CancellationToken cancellationToken)
    {
        var marker = await ReadMarkerAsync(data, cancellationToken) ?? new Marker(2026, port ?? DefaultPort);
        marker = marker with { Port = port ?? marker.Port };
        Directory.CreateDirectory(StateDirectory(data));
        var options = new TrainingGroundOptions { Seed = marker.Seed, BasePort = marker.Port, StateDirectory = StateDirectory(data) };
        var ground = await TrainingGround.TrainingGround.StartAsync(options, clock, cancellationToken);
        await File.WriteAllTextAsync(
            MarkerFile(data), JsonSerializer.Serialize(marker with { Port = ground.ControlUrl.Port }, ContractsJson.Indented), cancellationToken);
        var catalogue = await SiteCatalogue.LoadAsync(Path.Combine(home.Sites, "training"), cancellationToken);
        if (catalogue.Errors.Count > 0)
        {
            throw new InvalidDataException($"a practice site's definition cannot be read: {catalogue.Errors[0]}");
        }

        return new PracticeWorld(ground, [.. catalogue.Sites.Select(s => At(s, ground))]);
    }

    /// <summary>The watch list that the demo runs: the terms whose finds the world knows the truth of.</summary>
    public WatchList WatchList(DateTimeOffset now) => new()
    {
        Id = WatchListId,
        Name = "Demo: ivory, tortoiseshell, medicines without prescription",
        Description = "The demo's list. Its terms are those the training ground knows the truth of.",
        LegalBasis = "none needed: the training ground is this machine",
        Schedule = new WatchSchedule { Paused = true },
        SiteIds = [.. Sites.Select(s => s.Id)],
        Terms = [.. Ground.Truth.Terms.Select(t => new WatchTerm
        {
            Text = t.Text,
            Language = t.Language,
            Topic = t.Topic,
            Variants = t.Variants,
            Exclude = t.Exclude,
            Source = "dictionary",
        })],
        CreatedAt = now,
        UpdatedAt = now,
    };

    public ValueTask DisposeAsync() => Ground.DisposeAsync();

    private static SiteDefinition At(SiteDefinition site, TrainingGround.TrainingGround ground) =>
        ground.Sites.FirstOrDefault(s => s.Id == site.Id) is { } served ? site with { Home = served.BaseUrl } : site;

    private static string StateDirectory(DataDirectory data) => Path.Combine(data.Root, "practice");

    private static string MarkerFile(DataDirectory data) => Path.Combine(data.Root, "practice.json");

    private static async Task<Marker?> ReadMarkerAsync(DataDirectory data, CancellationToken cancellationToken) =>
        BelongsTo(data) ? JsonSerializer.Deserialize<Marker>(await File.ReadAllTextAsync(MarkerFile(data), cancellationToken), ContractsJson.Options) : null;

    private sealed record Marker(int Seed, int Port);
}
