namespace Crawler.TrainingGround.World;

/// <summary>
/// How a site's adverts divide over topics and classes. The watched topics (ivory, tortoiseshell, medicines) give about 65 plain adverts a
/// site; everything the watch list is not about fills the rest.
/// </summary>
internal static class SitePlan
{
    /// <summary>One entry per advert, household goods last.</summary>
    public static List<AdvertPlan> For(SiteProfile site)
    {
        var slots = new List<AdvertPlan>();
        var social = site.Id is "tg-social";
        var forum = site.Id is "tg-forum";
        var shop = site.Id is "tg-shop";

        Add("ivory", AdvertClass.Trafficking, 13);
        Add("ivory", AdvertClass.Antique, shop ? 10 : 6);
        Add("ivory", AdvertClass.Sold, 3);
        Add("ivory", AdvertClass.Repost, 4);
        Add("tortoiseshell", AdvertClass.Trafficking, shop ? 11 : 8);
        Add("tortoiseshell", AdvertClass.Antique, shop ? 8 : 5);
        Add("tortoiseshell", AdvertClass.Sold, 2);
        Add("tortoiseshell", AdvertClass.Repost, 2);
        Add("medicines", AdvertClass.Trafficking, 12);
        Add("medicines", AdvertClass.Repost, 3);
        if (!shop)
        {
            Add("ivory", AdvertClass.Wanted, 3);
            Add("tortoiseshell", AdvertClass.Wanted, 2);
            Add("medicines", AdvertClass.Wanted, 2);
        }

        if (forum)
        {
            Add("ivory", AdvertClass.Discussion, 6);
            Add("tortoiseshell", AdvertClass.Discussion, 3);
            Add("medicines", AdvertClass.Discussion, 2);
        }

        Add("ivory", AdvertClass.Evasive, 12);
        Add("tortoiseshell", AdvertClass.Evasive, 5);
        Add("medicines", AdvertClass.Evasive, 6);
        if (forum || social || site.Kind is "onion-market")
            Add("drugs", AdvertClass.Evasive, 3);
        Add("household", AdvertClass.Decoy, social || forum ? 14 : 22);

        foreach (var topic in (string[])["rhino", "pangolin", "reptiles", "counterfeits", "drugs"])
        {
            var many = (topic, site.Kind) switch
            {
                ("counterfeits", "shop") => 26,
                ("drugs", "onion-market") => 60,
                ("drugs", "shop") => 0,
                ("counterfeits", "onion-market") => 20,
                _ => 8,
            };
            Add(topic, AdvertClass.Trafficking, many);
            Add(topic, AdvertClass.Antique, topic is "rhino" or "pangolin" or "reptiles" ? 3 : 0);
        }

        Add("household", AdvertClass.Household, site.Adverts - slots.Count);
        return slots;

        void Add(string topic, AdvertClass @class, int count)
        {
            for (var i = 0; i < count; i++)
                slots.Add(new AdvertPlan(topic, @class));
        }
    }
}

/// <summary>One advert to be written.</summary>
internal sealed record AdvertPlan(string Topic, AdvertClass Class);
