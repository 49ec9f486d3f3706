using System.Text.RegularExpressions;
using Crawler.Extraction.Patterns;
using Crawler.Extraction.Structured;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Details;

/// <summary>The advert's pictures: those of structured data, and those of the page that are kept where they are kept.</summary>
internal static partial class DetailImages
{
    private const int Most = 60;

    public static void Fill(DetailDraft draft, DetailPage page)
    {
        var declared = StructuredDetail.Images(page.Main, page.Page.Address);
        var shared = page.Meta.All("og:image").Where(i => !ImageReader.IsPlaceholder(i)).Select(i => page.Page.Address.Resolve(i)?.AbsoluteUri)
            .OfType<string>().ToList();
        var gallery = Gallery(page, declared.Count > 0 ? declared : shared);
        if (declared.Count >= gallery.Count)
        {
            draft.SetImages(declared, page.Main?.Tier ?? Tiers.JsonLd);
        }

        draft.SetImages(gallery, Tiers.Pattern);
        if (gallery.Count == 0 && shared.Count > 0 && HasPictures(page))
        {
            draft.SetImages([.. shared.Distinct(StringComparer.Ordinal)], Tiers.Meta);
        }
    }

    /// <summary>og:image alone may be the site's logo: it counts when the page shows a picture of some size at all.</summary>
    private static bool HasPictures(DetailPage page)
    {
        for (int i = 0; i < page.Tree.Count; i++)
        {
            if (page.Features.IsImage[i] && page.IsContent(i) && !IsSmall(page, i)
                && ImageReader.Best(page.Tree.Nodes[i].Element, page.Page.Address) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> Gallery(DetailPage page, IReadOnlyList<string> known)
    {
        var byPlace = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < page.Tree.Count && keys.Count < 400; i++)
        {
            if (!page.Features.IsImage[i] || page.Regions[i] is Region.Related or Region.Navigation or Region.Footer or Region.Header || IsSmall(page, i)
                || ImageReader.Best(page.Tree.Nodes[i].Element, page.Page.Address) is not { } own)
            {
                continue;
            }

            // A thumbnail that links to its picture: the link's target is the larger one.
            string url = page.Tree.Nodes[i].Parent is >= 0 and var parent && page.Tree.Nodes[parent].Tag == "a"
                && Picture().IsMatch(page.Tree.Attribute(parent, "href") ?? "")
                ? page.Page.Address.Resolve(page.Tree.Attribute(parent, "href"))?.AbsoluteUri ?? own
                : own;
            if (!keys.Add(Key(url)))
            {
                continue;
            }

            string place = Place(url);
            if (!byPlace.TryGetValue(place, out var list))
            {
                byPlace[place] = list = [];
            }

            list.Add(url);
        }

        foreach (string url in known)
        {
            if (byPlace.TryGetValue(Place(url), out var same))
            {
                return [.. same.Take(Most)];
            }
        }

        if (known.Count > 0)
        {
            return [];
        }

        return byPlace.Count == 0 ? [] : [.. byPlace.Values.MaxBy(l => l.Count)!.Take(Most)];
    }

    private static bool IsSmall(DetailPage page, int index)
    {
        var element = page.Tree.Nodes[index].Element;
        return (int.TryParse(element.GetAttribute("width"), System.Globalization.CultureInfo.InvariantCulture, out int width) && width is > 0 and < 45)
            || (int.TryParse(element.GetAttribute("height"), System.Globalization.CultureInfo.InvariantCulture, out int height) && height is > 0 and < 45)
            || Decoration().IsMatch(Hints.Names(page.Tree, index, 0, 1));
    }

    /// <summary>Host and the address' shape above the file: pictures of one advert share it.</summary>
    private static string Place(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return url;
        }

        string[] parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return address.Host + "/" + string.Join('/', parts.Take(Math.Min(2, Math.Max(0, parts.Length - 1))).Select(p => p.Any(char.IsAsciiDigit) ? "#" : p));
    }

    /// <summary>The picture without its size: the same one in another size has the same key.</summary>
    private static string Key(string url)
    {
        int query = url.IndexOf('?', StringComparison.Ordinal);
        string path = query < 0 ? url : url[..query];
        string name = path[(path.LastIndexOf('/') + 1)..];
        int dot = name.LastIndexOf('.');
        name = dot > 0 ? name[..dot] : name;

        // A name that only one picture can have tells more than the folders of its sizes.
        return name.Length >= 12 && name.Count(char.IsAsciiDigit) >= 6 ? Size().Replace("_" + name + "_", "#") : Size().Replace(path, "#");
    }

    [GeneratedRegex(
        @"(?<=[/_.-])(?:\d{2,4}x(?:\d{2,4}|N)?|il_(?:fullxfull|\d+x(?:\d+|N))|s\d{2,4}|w\d{2,4}|thumbs?(?:\d+x\d+)?|small|medium|large|full"
            + @"|orig(?:inal)?|big|t|s|m|l|xl)(?=[/_.-])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Size();

    [GeneratedRegex(@"\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Picture();

    [GeneratedRegex(
        @"(?<![a-z])(?:icon|icons|badge|avatar|logo|star|stars|rating|flag|emoji|seller|payment|sprite|author|profile|banner|smiley|userpic)(?![a-z])",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Decoration();
}
