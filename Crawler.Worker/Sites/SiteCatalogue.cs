using Crawler.Contracts.Sites;
using Crawler.Ledger.Collections;
using Crawler.Sites.Files;
using Crawler.Sites.Yaml;
using Crawler.Storage.Documents;

namespace Crawler.Worker.Sites;

/// <summary>The site files of a folder: what could be read, and what could not and why.</summary>
public sealed record SiteCatalogue
{
    /// <summary>By id; the files that could be read.</summary>
    public IReadOnlyList<SiteDefinition> Sites { get; init; } = [];

    public IReadOnlyList<SiteFileError> Errors { get; init; } = [];

    /// <summary>
    /// Reads every <c>*.yaml</c> and <c>*.yml</c> file below the folder. A bad file is reported and costs only itself. A folder that is not there is an empty
    /// catalogue.
    /// </summary>
    public static async Task<SiteCatalogue> LoadAsync(string folder, CancellationToken cancellationToken)
    {
        var sites = new SortedDictionary<string, (SiteDefinition Site, string File)>(StringComparer.Ordinal);
        var errors = new List<SiteFileError>();
        foreach (string path in Files(folder))
        {
            string name = Path.GetRelativePath(folder, path);
            SiteFileReading reading;
            try
            {
                reading = SiteDefinitionFile.Parse(await File.ReadAllTextAsync(path, cancellationToken), name);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.Add(new SiteFileError(name, 1, 1, $"cannot be read: {e.Message}"));
                continue;
            }

            errors.AddRange(reading.Errors);
            if (reading.Definition is { } site && !sites.TryAdd(site.Id, (site, name)))
            {
                errors.Add(new SiteFileError(name, 1, 1, $"id '{site.Id}' is already taken by {sites[site.Id].File}"));
            }
        }

        return new SiteCatalogue { Sites = [.. sites.Values.Select(s => s.Site)], Errors = errors };
    }

    /// <summary>
    /// Puts the definitions into the store, replacing those that differ. Definitions in the store without a file are left alone, and so is a later version
    /// than the file's: a repair that was accepted stays in force until the file has caught up.
    /// </summary>
    /// <returns>How many were new or changed.</returns>
    public async Task<int> StoreAsync(IDocumentStore store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        int written = 0;
        foreach (var site in Sites)
        {
            bool changed = false;
            await store.UpdateAsync(
                LedgerCollections.Sites,
                site.Id,
                stored =>
                {
                    // The kill switch holds whoever pulled it: a site switched off in the console stays off.
                    var merged = site with { Enabled = site.Enabled && stored is not { Enabled: false } };
                    if (stored is { Learned: not null } && stored.Version > site.Version)
                    {
                        // A home that moved (another port of the practice world) is the file's to say.
                        merged = stored with { Home = site.Home, Enabled = merged.Enabled };
                    }

                    changed = stored is null || !SameMeaning(stored, merged);
                    return changed ? merged : stored;
                },
                cancellationToken);
            written += changed ? 1 : 0;
        }

        return written;
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
                .Where(f => Path.GetExtension(f).ToLowerInvariant() is ".yaml" or ".yml")
                .Order(StringComparer.Ordinal)
            : [];

    // Records compare lists by reference; their JSON form says whether they mean the same.
    private static bool SameMeaning(SiteDefinition a, SiteDefinition b) => Json(a) == Json(b);

    private static string Json(SiteDefinition site) => System.Text.Json.JsonSerializer.Serialize(site, Contracts.ContractsJson.Options);
}
