using Crawler.Contracts.Captures;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;
using Crawler.Fetching;
using Crawler.Pages;

namespace Crawler.Worker.Captures;

/// <summary>
/// Fetches an advert's images at the site's pace. An image that was stored before is not asked for again; one that cannot be had is left without a hash.
/// </summary>
internal sealed class ImageCollector(IPageFetcher fetcher, CaptureFileWriter fileWriter)
{
    public async Task<CollectedImages> CollectAsync(
        SiteDefinition site, IReadOnlyList<string> urls, Listing? known, CancellationToken cancellationToken)
    {
        var stored = (known?.Images ?? []).Where(i => i.Sha256 is not null).GroupBy(i => i.Url, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var listed = new List<ListingImage>();
        var fetched = new List<CaptureFile>();
        foreach (string url in urls.Distinct(StringComparer.Ordinal))
        {
            if (stored.TryGetValue(url, out var before))
            {
                listed.Add(before);
                continue;
            }

            var image = fetched.Count < site.Fetch.MaxImages ? await FetchAsync(site, url, cancellationToken) : null;
            listed.Add(new ListingImage { Url = url, Sha256 = image?.Sha256, MediaType = image?.MediaType });
            if (image is not null)
            {
                fetched.Add(image);
            }
        }

        return new CollectedImages(listed, fetched);
    }

    private async Task<CaptureFile?> FetchAsync(SiteDefinition site, string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return null;
        }

        var outcome = await fetcher.FetchAsync(site, new FetchRequest { Url = address, Kind = PageKind.Image }, cancellationToken);
        if (outcome is not FetchOutcome.Ok { Page: var page })
        {
            return null;
        }

        return (await fileWriter.PutAsync(CaptureRole.Image, page.MediaType, page.Body, cancellationToken)) with { Url = url };
    }
}

/// <summary>All images of an advert, and the files of those fetched just now.</summary>
internal sealed record CollectedImages(IReadOnlyList<ListingImage> Listed, IReadOnlyList<CaptureFile> Fetched);
