using System.Text.Json;

namespace Crawler.TrainingGround.World;

/// <summary>What has changed since the world was built: new prices and removals, kept in a file when there is a folder for it.</summary>
internal sealed class WorldState
{
    private readonly string? _file;
    private readonly int _seed;
    private volatile Snapshot _now;

    private WorldState(string? file, int seed, Snapshot now)
    {
        _file = file;
        _seed = seed;
        _now = now;
    }

    public int Changes => _now.Changes;

    public static WorldState Load(string? directory, int seed)
    {
        if (directory is null)
            return new WorldState(null, seed, new Snapshot());
        var file = Path.Combine(directory, "world-state.json");
        if (!File.Exists(file))
            return new WorldState(file, seed, new Snapshot());
        try
        {
            var saved = JsonSerializer.Deserialize<Saved>(File.ReadAllText(file), GroundJson.Options)!;
            if (saved.Seed != seed)
                throw new TrainingGroundException($"{file} belongs to seed {saved.Seed}, this world has seed {seed}. Choose another folder or that seed.");
            return new WorldState(file, seed, saved.State);
        }
        catch (JsonException broken)
        {
            throw new TrainingGroundException($"{file} cannot be read: {broken.Message}", broken);
        }
    }

    public bool IsLive(Advert advert) => !_now.Removed.ContainsKey(advert.Key);

    public decimal? PriceOf(Advert advert) => _now.Prices.TryGetValue(advert.Key, out var price) ? price : advert.Price;

    /// <summary>When the advert's own page last changed.</summary>
    public DateTimeOffset ModifiedAt(Advert advert) => _now.Touched.TryGetValue(advert.Key, out var at) ? at : advert.Posted;

    public void Apply(WorldChange change)
    {
        var now = _now;
        var next = new Snapshot
        {
            Changes = change.Number,
            Prices = new(now.Prices, StringComparer.Ordinal),
            Removed = new(now.Removed, StringComparer.Ordinal),
            Touched = new(now.Touched, StringComparer.Ordinal),
        };
        foreach (var price in change.Prices)
        {
            next.Prices[price.SiteId + "/" + price.AdvertId] = price.NewPrice;
            next.Touched[price.SiteId + "/" + price.AdvertId] = change.At;
        }

        foreach (var removal in change.Removed)
            next.Removed[removal.SiteId + "/" + removal.AdvertId] = change.At;
        Save(next);
        _now = next;
    }

    private void Save(Snapshot state)
    {
        if (_file is null)
            return;
        var temporary = _file + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(new Saved { Seed = _seed, State = state }, GroundJson.Options));
        File.Move(temporary, _file, overwrite: true);
    }

    private sealed record Saved
    {
        public required int Seed { get; init; }

        public required Snapshot State { get; init; }
    }

    private sealed record Snapshot
    {
        public int Changes { get; init; }

        public Dictionary<string, decimal> Prices { get; init; } = [];

        public Dictionary<string, DateTimeOffset> Removed { get; init; } = [];

        public Dictionary<string, DateTimeOffset> Touched { get; init; } = [];
    }
}
