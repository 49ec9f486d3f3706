namespace Crawler.TrainingGround.World;

/// <summary>The six sites: who they are, in what languages, and how many adverts of what sort they carry.</summary>
internal static class SiteCatalog
{
    public static IReadOnlyList<SiteProfile> All { get; } =
    [
        new("tg-markt", "Marktplein", "marketplace", ["nl", "fr"], 'm', 540, "classified"),
        new("tg-kiste", "Kramkiste", "marketplace", ["de"], 'k', 440, "classified"),
        new("tg-shop", "Harbour & Vale", "shop", ["en"], 'S', 380, "shop"),
        new("tg-forum", "Collectors' Corner", "forum", ["fr", "en", "de"], 't', 330, "forum"),
        new("tg-social", "Plaza", "social", ["en", "fr", "nl", "de"], '1', 390, "social"),
        new("tg-onion", "Lantern Market", "onion-market", ["en", "de", "fr"], 'o', 300, "onion"),
    ];

    public static SiteProfile Get(string id) => All.First(s => s.Id == id);
}

/// <summary>What the world builder knows of a site.</summary>
/// <param name="Id">Site id.</param>
/// <param name="Name">Name shown to visitors.</param>
/// <param name="Kind">As in <see cref="TrainingSite.Kind"/>.</param>
/// <param name="Languages">The site's own first.</param>
/// <param name="Mark">First character of its advert ids.</param>
/// <param name="Adverts">How many adverts it carries.</param>
/// <param name="Voice">The phrase-book sections its sellers write in.</param>
internal sealed record SiteProfile(
    string Id, string Name, string Kind, IReadOnlyList<string> Languages, char Mark, int Adverts, string Voice);
