using Crawler.TrainingGround.Drawing;
using Crawler.TrainingGround.Serving;
using Crawler.TrainingGround.Sites.Forum;
using Crawler.TrainingGround.Sites.Kiste;
using Crawler.TrainingGround.Sites.Markt;
using Crawler.TrainingGround.Sites.Onion;
using Crawler.TrainingGround.Sites.Shop;
using Crawler.TrainingGround.Sites.Social;
using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites;

/// <summary>The pages of each site of the catalogue.</summary>
internal static class SiteFactory
{
    public static SitePages Create(PracticeWorld world, TrainingSite site, Gallery gallery) => site.Id switch
    {
        "tg-markt" => new MarktPages(world, site, gallery),
        "tg-kiste" => new KistePages(world, site, gallery),
        "tg-shop" => new ShopPages(world, site, gallery),
        "tg-forum" => new ForumPages(world, site, gallery),
        "tg-social" => new SocialPages(world, site, gallery),
        "tg-onion" => new OnionPages(world, site, gallery),
        _ => throw new TrainingGroundException($"No pages are written for the site '{site.Id}'."),
    };
}
