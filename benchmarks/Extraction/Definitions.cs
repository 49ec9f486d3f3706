using Crawler.Contracts.Sites;
using Crawler.Sites.Files;

namespace Extraction.Benchmarks;

/// <summary>The site definitions of a folder, so that pages of these sites are read by them.</summary>
internal sealed class Definitions(IReadOnlyList<SiteDefinition> sites)
{
    public static async Task<Definitions> LoadAsync(string folder)
    {
        var sites = new List<SiteDefinition>();
        foreach (string path in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var reading = SiteDefinitionFile.Parse(await File.ReadAllTextAsync(path), Path.GetRelativePath(folder, path));
            foreach (var error in reading.Errors)
            {
                await Console.Error.WriteLineAsync(error.ToString());
            }

            sites.AddRange(reading.Definition is { } site ? [site] : []);
        }

        return new Definitions(sites);
    }

    /// <summary>By the page's host; for a page without an address by the beginning of its file's name (<c>olxbr-detail-1</c> belongs to <c>olx-br</c>).</summary>
    public SiteDefinition? Of(string stem, Uri? url) => url is not null
        ? sites.FirstOrDefault(s => Bare(s.Home) == Bare(url))
        : sites.FirstOrDefault(s => s.Id.Replace("-", "", StringComparison.Ordinal).StartsWith(stem.Split('-')[0], StringComparison.Ordinal));

    private static string Bare(Uri url) => string.Join('.', url.IdnHost.Split('.').SkipWhile(l => l is "www" or "oauth" or "old"));
}
