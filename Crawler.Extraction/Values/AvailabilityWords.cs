using System.Text.RegularExpressions;
using Crawler.Contracts.Listings;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Values;

/// <summary>"Reserved" and "sold" as labels on an advert.</summary>
internal static partial class AvailabilityWords
{
    /// <summary>What a label within the node says; null: nothing.</summary>
    public static Availability? In(PageTree tree, int root)
    {
        int end = Math.Min(tree.Nodes[root].End, root + 400);
        for (int i = root; i < end; i++)
        {
            if (tree.Nodes[i].OwnText && !tree.Nodes[i].Hidden && tree.ShortText(i, 24) is { Length: > 3 } text && Of(text) is { } availability)
            {
                return availability;
            }
        }

        return null;
    }

    /// <summary>What a text that is nothing but such a label says, or a schema.org value; null: it is something else.</summary>
    public static Availability? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 80)
        {
            return null;
        }

        string word = text.Trim();
        word = word[(word.LastIndexOf('/') + 1)..];
        return Sold().IsMatch(word) ? Availability.Sold
            : Reserved().IsMatch(word) ? Availability.Reserved
            : Gone().IsMatch(word) ? Availability.Gone
            : Available().IsMatch(word) ? Availability.Available
            : null;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"^\W*(?:verkauft|verkocht|vendue?|vendut[oa]|vendid[oa]|sprzedan[ey]|sold(?: ?out)?|outofstock|out of stock|uitverkocht|ausverkauft|épuisé"
            + @"|esaurito|agotado|esgotado)\W*$",
        Options,
        1000)]
    private static partial Regex Sold();

    [GeneratedRegex(@"^\W*(?:reserviert|gereserveerd|réservée?|riservato|reservad[oa]|zarezerwowan[ey]|reserved|onhold|on hold)\W*$", Options, 1000)]
    private static partial Regex Reserved();

    [GeneratedRegex(@"^\W*(?:discontinued|gelöscht|verwijderd|supprimée?|eliminad[oa]|removed|deleted|expired|abgelaufen|verlopen)\W*$", Options, 1000)]
    private static partial Regex Gone();

    [GeneratedRegex(
        @"^\W*(?:instock|in stock|instoreonly|onlineonly|limitedavailability|available|verfügbar|auf lager|op voorraad|en stock|disponible"
            + @"|disponibile|disponível|dostępn[ye]|beschikbaar)\W*$",
        Options,
        1000)]
    private static partial Regex Available();
}
