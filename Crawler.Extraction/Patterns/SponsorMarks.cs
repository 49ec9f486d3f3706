using System.Text.RegularExpressions;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Patterns;

/// <summary>Whether a row says that it is paid for.</summary>
internal static partial class SponsorMarks
{
    public static bool In(PageTree tree, int root)
    {
        ref var node = ref tree.Nodes[root];
        int parent = node.Parent;
        if (Names().IsMatch(Joined(tree, root)) || (parent >= 0 && tree.Nodes[parent].End - parent < 4 * (node.End - root)
            && Names().IsMatch(Joined(tree, parent))))
        {
            return true;
        }

        int end = Math.Min(node.End, root + 400);
        for (int i = root; i < end; i++)
        {
            if (tree.Nodes[i].OwnText && !tree.Nodes[i].Hidden && tree.ShortText(i, 30) is { Length: > 1 } text && Words().IsMatch(text))
            {
                return true;
            }
        }

        return false;
    }

    private static string Joined(PageTree tree, int index) => string.Join(' ', tree.Nodes[index].Classes).ToLowerInvariant();

    [GeneratedRegex(
        @"^\W*(?:anzeige|gesponsert|gesponsord|sponsored|sponsor|promoted|promotion|ad|ads|advertisement|advertentie|topadvertentie|dagtopper"
            + @"|topzoekertje|publicité|annonce sponsorisée|sponsorisé|à la une|sponsorizzat[oa]|annuncio sponsorizzato|in vetrina|vetrina"
            + @"|patrocinad[oa]|promocionad[oa]|destacad[oa]|destaque|wyróżnione|promowane|top|top-?anzeige|top ad|top-?hit|featured|werbung"
            + @"|in evidenza|boosted|anúncio)\W*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Words();

    [GeneratedRegex(
        @"(?<![a-z])(?:sponsored|sponsor|promoted|topad|top-ad|is-topad|is-top|featured|advert-top|paid|partner-ad|adsense|promo-ad)(?![a-z])",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Names();
}
