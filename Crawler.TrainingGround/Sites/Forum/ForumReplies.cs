using Crawler.TrainingGround.World;

namespace Crawler.TrainingGround.Sites.Forum;

/// <summary>What others answer in a topic. Never names the goods, so that a topic is found by its first post alone.</summary>
internal static class ForumReplies
{
    private static readonly Dictionary<string, string[]> Texts = new(StringComparer.Ordinal)
    {
        ["en"] = ["Still available?", "PM sent.", "Lovely piece, good luck with it.", "What would postage to Ireland be?", "Any more pictures, please?", "Have you got the paperwork for it?", "Careful, I would ask the moderators first.", "Up.", "Is the price negotiable?", "Interested if the first buyer drops out."],
        ["fr"] = ["Toujours disponible ?", "MP envoyé.", "Belle pièce, bonne vente.", "Combien pour l'envoi en Belgique ?", "D'autres photos svp ?", "Vous avez les papiers ?", "Attention à la réglementation quand même.", "Up !", "Le prix est négociable ?", "Je prends si le premier se désiste."],
        ["de"] = ["Noch zu haben?", "PN ist raus.", "Schönes Stück, viel Erfolg.", "Was kostet der Versand nach Österreich?", "Gibt es noch mehr Bilder?", "Gibt es Papiere dazu?", "Bitte vorher die Regeln im Marktplatz lesen.", "Schubs.", "Geht am Preis noch was?", "Nehme ich, falls der Erste abspringt."],
    };

    public static int Count(Advert advert, PracticeWorld world) => RandomOf(advert, world).Int(0, 9) is var n && n == 9 ? 17 : n / 2;

    public static List<ForumReply> To(Advert advert, PracticeWorld world)
    {
        var count = Count(advert, world);
        var random = RandomOf(advert, world).Fork("replies");
        var members = world.Adverts.Where(a => a.SiteId == advert.SiteId && a.Language == advert.Language && a.Seller != advert.Seller).Select(a => a.Seller)
            .ToList();
        return [.. Enumerable.Range(1, count).Select(i => new ForumReply(random.Pick(members), advert.Posted.AddHours(3 * i), random.Pick(Texts[advert.Language]), advert.Language))];
    }

    private static SeededRandom RandomOf(Advert advert, PracticeWorld world) => new(SeededRandom.Hash((ulong)world.Seed, "replies/" + advert.Key));
}

/// <summary>One answer in a topic.</summary>
internal sealed record ForumReply(Account Author, DateTimeOffset At, string Text, string Language);
