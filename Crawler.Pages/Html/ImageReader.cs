using System.Globalization;
using AngleSharp.Dom;
using Crawler.Pages.Addresses;

namespace Crawler.Pages.Html;

/// <summary>The address of the picture an element shows: lazy attributes before src, the largest of a srcset, placeholders ignored.</summary>
public static class ImageReader
{
    private static readonly string[] FullSize = ["data-zoom-image", "data-full", "data-large", "data-large_image", "data-zoom", "data-src-zoom-image",
        "data-fullsize", "data-hires", "data-image-large"];

    private static readonly string[] Lazy = ["data-src", "data-original", "data-lazy-src", "data-lazy", "data-imgsrc", "data-img-src", "data-image",
        "data-url", "data-echo", "data-srcs", "data-original-src", "data-image-src", "data-ll-src"];

    private static readonly string[] Sets = ["srcset", "data-srcset", "data-lazy-srcset", "data-original-set"];

    private static readonly string[] Placeholders =
    [
        "placeholder", "blank.", "spacer", "pixel.", "1x1", "transparent", "loading", "loader", "lazyload", "no-image", "noimage", "no_image", "nophoto",
        "no-photo", "no_photo", "default-image", "dummy.", "empty.", "fallback", "missing",
        "sprite", "clear.gif", "grey.gif", "gray.gif", "nopic", "no-pic", "kein-bild", "geen-foto",
    ];

    /// <summary>Whether the element can show a picture of an advert.</summary>
    public static bool IsImage(IElement element) =>
        element.LocalName is "img" or "amp-img" || (element.LocalName == "source" && element.ParentElement?.LocalName == "picture") || HasBackground(element);

    /// <summary>The best address an element names, absolute; null: none, or only a placeholder.</summary>
    public static string? Best(IElement element, PageAddress address)
    {
        string? best = null;
        double bestSize = -1;
        foreach (var (url, size) in Candidates(element))
        {
            if (size > bestSize && !IsPlaceholder(url) && address.Resolve(url) is { } resolved)
            {
                (best, bestSize) = (resolved.AbsoluteUri, size);
            }
        }

        return best;
    }

    public static bool IsPlaceholder(string url)
    {
        if (url.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || url.Length < 5)
        {
            return true;
        }

        int query = url.IndexOf('?', StringComparison.Ordinal);
        string path = query < 0 ? url : url[..query];
        string name = path[(path.LastIndexOf('/') + 1)..];
        return Array.Exists(Placeholders, p => name.Contains(p, StringComparison.OrdinalIgnoreCase))
            || path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>All addresses with a size to compare by: width from srcset, else a rank by kind of attribute.</summary>
    private static IEnumerable<(string Url, double Size)> Candidates(IElement element)
    {
        foreach (string name in FullSize)
        {
            if (element.GetAttribute(name) is { Length: > 4 } url && LooksLikeAddress(url))
            {
                yield return (url, 100_000);
            }
        }

        foreach (string name in Sets)
        {
            foreach (var candidate in SourceSet(element.GetAttribute(name)))
            {
                yield return candidate;
            }
        }

        if (element.ParentElement is { LocalName: "picture" } picture && element.LocalName != "source")
        {
            foreach (var source in picture.Children.Where(c => c.LocalName == "source"))
            {
                foreach (var candidate in Sets.SelectMany(name => SourceSet(source.GetAttribute(name))))
                {
                    yield return (candidate.Url, candidate.Size * 0.9);
                }
            }
        }

        foreach (string name in Lazy)
        {
            if (element.GetAttribute(name) is { Length: > 4 } url && LooksLikeAddress(url))
            {
                yield return (url, 2);
            }
        }

        if (element.LocalName is "img" or "amp-img" && element.GetAttribute("src") is { Length: > 4 } src)
        {
            yield return (src, 1);
        }

        if (Background(element) is { } background)
        {
            yield return (background, 0.5);
        }
    }

    private static IEnumerable<(string Url, double Size)> SourceSet(string? set)
    {
        if (string.IsNullOrWhiteSpace(set))
        {
            yield break;
        }

        // Addresses may hold commas: a candidate ends at a comma followed by white space, or after its descriptor.
        foreach (string part in set.Split([", ", ",\n", ",\t", ",\r"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(SplitTight))
        {
            string[] pieces = part.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
            if (pieces.Length == 0)
            {
                continue;
            }

            double size = 3;
            if (pieces.Length == 2 && double.TryParse(pieces[1].TrimEnd('w', 'x', ' ', ','), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out double number))
            {
                size = pieces[1].Contains('x', StringComparison.Ordinal) ? 3 + number : 10 + number;
            }

            yield return (pieces[0].TrimEnd(','), size);
        }
    }

    private static IEnumerable<string> SplitTight(string part)
    {
        int at = part.IndexOf("w,http", StringComparison.Ordinal);
        at = at < 0 ? part.IndexOf("x,http", StringComparison.Ordinal) : at;
        return at < 0 ? [part] : [part[..(at + 1)], part[(at + 2)..]];
    }

    private static bool HasBackground(IElement element) =>
        element.GetAttribute("style") is { } style && style.Contains("background", StringComparison.OrdinalIgnoreCase)
            && style.Contains("url(", StringComparison.OrdinalIgnoreCase);

    private static string? Background(IElement element)
    {
        if (element.GetAttribute("data-bg") is { Length: > 4 } lazy)
        {
            return lazy.StartsWith("url(", StringComparison.OrdinalIgnoreCase) ? lazy[4..].Trim(')', '\'', '"', ' ') : lazy;
        }

        if (!HasBackground(element))
        {
            return null;
        }

        string style = element.GetAttribute("style")!;
        int start = style.IndexOf("url(", StringComparison.OrdinalIgnoreCase) + 4;
        int end = style.IndexOf(')', start);
        return end < 0 ? null : style[start..end].Trim('\'', '"', ' ');
    }

    private static bool LooksLikeAddress(string value) =>
        value.AsSpan().IndexOfAny('{', ' ') < 0 && (value.Contains('/', StringComparison.Ordinal) || value.Contains('.', StringComparison.Ordinal));
}
