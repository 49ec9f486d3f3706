using System.Globalization;
using Crawler.TrainingGround.Terms;

namespace Crawler.TrainingGround.World;

/// <summary>How each site numbers its adverts and where their pages are.</summary>
internal static class SiteAddresses
{
    /// <summary>The id of the n-th advert of a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="n">Place in order of posting, from 0.</param>
    /// <param name="hidden">True for a page under a path robots.txt disallows.</param>
    /// <param name="posted">When it was posted.</param>
    public static string Id(SiteProfile site, int n, bool hidden, DateTimeOffset posted) => site.Id switch
    {
        "tg-kiste" => (hidden ? "x" : "k") + Number(48210 + (n * 13)),
        "tg-social" =>
            (hidden ? "1099" : "1092") + ((posted - WorldBuilder.Epoch.AddDays(-400)).Ticks / TimeSpan.TicksPerSecond)
                .ToString("00000000", CultureInfo.InvariantCulture) + n.ToString("000000", CultureInfo.InvariantCulture),
        "tg-markt" => "m" + Number(204117300 + (n * 97)),
        "tg-shop" => "HV-" + Number(30112 + (n * 7)),
        "tg-forum" => Number(10250 + (n * 3)),
        _ => "o" + Number(7100 + (n * 11)),
    };

    /// <summary>Path and query of the page, beginning with a slash.</summary>
    public static string Path(Advert advert, string id, bool hidden)
    {
        var slug = Slug(advert.Title);
        return advert.SiteId switch
        {
            "tg-markt" => hidden ? $"/besloten/{id}-{slug}" : $"/a/{Category(advert)}/{id}-{slug}",
            "tg-kiste" => hidden ? $"/intern/{id}" : $"/anzeige/{slug}/{id}",
            "tg-shop" => hidden ? $"/trade-only/{slug}/{id}" : $"/product/{slug}/{id}",
            "tg-forum" => hidden ? $"/members/topic?t={id}" : $"/viewtopic?t={id}",
            "tg-social" => $"/@{advert.Seller.Handle}/{id}",
            _ => hidden ? $"/vip/item?id={id}" : $"/item?id={id}",
        };
    }

    /// <summary>A category in the words of the marketplace, from the goods.</summary>
    public static string Category(Advert advert) => advert.Topic switch
    {
        "ivory" or "tortoiseshell" => "antiek-en-kunst",
        "rhino" or "pangolin" => "verzamelen",
        "reptiles" => "dieren-en-toebehoren",
        "medicines" => "gezondheid",
        "counterfeits" => "kleding",
        _ => "huis-en-tuin",
    };

    private static string Slug(string title)
    {
        var words = WordSplitter.Split(title).Select(w => new string([.. w.Folded.Where(char.IsAsciiLetterOrDigit)])).Where(w => w.Length > 0);
        var slug = string.Join('-', words);
        return slug.Length == 0 ? "item" : slug[..Math.Min(48, slug.Length)].TrimEnd('-');
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
