using System.Globalization;
using Crawler.TrainingGround.Words;

namespace Crawler.TrainingGround.World;

/// <summary>Builds the whole world from its seed: people, then each site's adverts, then reposts, then ids in order of posting.</summary>
internal sealed class WorldBuilder
{
    /// <summary>Nothing was posted after this instant.</summary>
    public static readonly DateTimeOffset Epoch = new(2026, 1, 31, 20, 0, 0, TimeSpan.Zero);

    private const int DisallowedPerSite = 4;

    private static readonly string[] Languages = ["nl", "fr", "de", "en"];

    private readonly SeededRandom _random;
    private readonly AdvertWriter _writer;
    private readonly Population _people;
    private readonly Dictionary<string, List<Picture>> _albums = new(StringComparer.Ordinal);

    private WorldBuilder(int seed)
    {
        _random = new SeededRandom(SeededRandom.Hash((ulong)seed, "world"));
        var books = Languages.ToDictionary(l => l, PhraseBook.Load);
        _writer = new AdvertWriter(books);
        _people = new Population(_random.Fork("people"), books);
    }

    public static List<Advert> Build(int seed)
    {
        var builder = new WorldBuilder(seed);
        return [.. SiteCatalog.All.SelectMany(builder.BuildSite)];
    }

    private List<Advert> BuildSite(SiteProfile site)
    {
        var drafts = new List<Advert>();
        var slots = SitePlan.For(site);
        for (var i = 0; i < slots.Count; i++)
        {
            if (slots[i].Class is not AdvertClass.Repost)
                drafts.Add(Make(site, slots[i], i, _random.Fork($"{site.Id}/{i}")));
        }

        for (var i = 0; i < slots.Count; i++)
        {
            if (slots[i].Class is AdvertClass.Repost)
                drafts.Add(Repost(drafts, slots[i].Topic, _random.Fork($"{site.Id}/{i}")));
        }

        return Numbered(site, drafts);
    }

    private Advert Make(SiteProfile site, AdvertPlan slot, int index, SeededRandom random)
    {
        var evasion = EvasionOf(slot, index, random);
        var language = evasion is "emoji" ? "en" : LanguageOf(site, slot, random);
        var trader = slot.Topic is not "household" || random.Chance(0.04);
        var seller = _people.Pick(site.Id, language, trader, random);
        var kind = PriceKindOf(site, slot, random);
        var currency = kind is PriceKind.Fixed or PriceKind.Negotiable ? CurrencyOf(site, language, random) : null;
        decimal? price = currency is null ? kind is PriceKind.Free ? 0m : null : PriceModel.Draw(slot.Topic, currency, random);
        if (kind is PriceKind.Free)
            currency = language is "en" ? "GBP" : "EUR";
        var printed = price is null ? "" : PriceModel.Print(price, currency, kind, language);

        var draft = _writer.Write(site, slot, language, evasion, seller, printed, random);
        var social = site.Id is "tg-social";
        if (social && !draft.Text.Contains(printed, StringComparison.Ordinal))
            (price, currency, kind) = (null, null, PriceKind.None);
        var text = social ? SocialText(draft) : draft.Text;
        return new Advert
        {
            SiteId = site.Id,
            Id = "",
            Path = "",
            Title = social ? text.Split('\n')[0] : draft.Title,
            Text = text,
            Price = price,
            Currency = currency,
            PriceKind = kind,
            PriceInText = social,
            Language = language,
            Topic = slot.Topic,
            Class = slot.Class,
            Evasion = evasion,
            Seller = seller,
            Location = seller.Town,
            Posted = Epoch.AddMinutes(-(int)(Math.Pow(random.Double(), 1.6) * 240 * 24 * 60)),
            Pictures = PicturesOf(site, slot, seller, draft.Subject, random),
            Disallowed = slot.Class is AdvertClass.Trafficking && slot.Topic is "ivory" or "medicines" && index % 8 == 3,
        };
    }

    /// <summary>A post has no title: its first line stands for one, and a post that shows only a picture has a word or two.</summary>
    private static string SocialText(Draft draft) => draft.Text.Length > 3 ? draft.Text : draft.Title;

    private Advert Repost(List<Advert> drafts, string topic, SeededRandom random)
    {
        var original = random.Pick(drafts.FindAll(d => d.Topic == topic && d.Class is AdvertClass.Trafficking && d.RepostOf is null && !d.Disallowed));
        var copy = original with
        {
            Class = AdvertClass.Repost,
            Seller = _people.PickOther(original.Seller, random),
            Posted = original.Posted.AddMinutes(random.Int(1, Math.Max(2, (int)(Epoch - original.Posted).TotalMinutes))),
            // The original's place in the list until ids exist.
            RepostOf = drafts.IndexOf(original).ToString(CultureInfo.InvariantCulture),
        };
        return copy.Posted > Epoch ? copy with { Posted = Epoch } : copy;
    }

    private static List<Advert> Numbered(SiteProfile site, List<Advert> drafts)
    {
        var ids = new Dictionary<int, string>();
        var order = drafts.Select((d, i) => (Draft: d, Index: i)).OrderBy(x => x.Draft.Posted).ThenBy(x => x.Index).ToList();
        var disallowed = 0;
        var numbered = new List<Advert>();
        for (var n = 0; n < order.Count; n++)
        {
            var draft = order[n].Draft;
            var hidden = draft.Disallowed && disallowed++ < DisallowedPerSite;
            var id = SiteAddresses.Id(site, n, hidden, draft.Posted);
            ids[order[n].Index] = id;
            numbered.Add(draft with { Id = id, Disallowed = hidden, Path = SiteAddresses.Path(draft, id, hidden) });
        }

        return
        [
            .. numbered
                .Select(a => a.RepostOf is null ? a : a with { RepostOf = site.Id + "/" + ids[int.Parse(a.RepostOf, CultureInfo.InvariantCulture)] })
                .OrderByDescending(a => a.Posted).ThenByDescending(a => a.Id, StringComparer.Ordinal),
        ];
    }

    private List<Picture> PicturesOf(SiteProfile site, AdvertPlan slot, Account seller, string subject, SeededRandom random)
    {
        var least = slot.Class is AdvertClass.Discussion or AdvertClass.Wanted || site.Id is "tg-social" ? 0 : 1;
        var count = slot.Class is AdvertClass.Discussion or AdvertClass.Wanted ? random.Int(0, 1) : random.Int(least, 3);
        if (slot.Class is AdvertClass.Evasive && count == 0)
            count = 1;
        var key = seller.Person.Id + subject;
        if (!_albums.TryGetValue(key, out var album))
            _albums[key] = album = [];

        var pictures = new List<Picture>();
        for (var i = 0; i < count; i++)
        {
            Picture picture;
            if (seller.Person.Trader && album.Count > 0 && random.Chance(0.35))
                picture = random.Pick(album) with { Shade = random.Int(0, 3) };
            else
                album.Add(picture = new Picture(subject, (uint)random.Next(), 0));
            if (!pictures.Contains(picture))
                pictures.Add(picture);
        }

        return pictures;
    }

    private static string EvasionOf(AdvertPlan slot, int index, SeededRandom random)
    {
        if (slot.Class is not AdvertClass.Evasive)
            return "none";
        if (slot.Topic is "drugs")
            return "emoji";
        string[] all = ["spaced", "digits", "zero-width", "image-only", "lookalike", "contact-words", "accents"];
        return slot.Topic is "ivory" && random.Chance(0.3) ? "mislabelled" : all[index % all.Length];
    }

    private static string LanguageOf(SiteProfile site, AdvertPlan slot, SeededRandom random) => site.Id switch
    {
        "tg-onion" when slot.Topic is not "household" => random.Chance(0.7) ? "en" : random.Pick(site.Languages),
        "tg-markt" => random.Chance(0.58) ? "nl" : "fr",
        _ => random.Pick(site.Languages),
    };

    private static PriceKind PriceKindOf(SiteProfile site, AdvertPlan slot, SeededRandom random)
    {
        if (slot.Class is AdvertClass.Discussion)
            return PriceKind.None;
        if (site.Kind is "shop" or "onion-market")
            return PriceKind.Fixed;
        if (slot.Class is AdvertClass.Wanted)
            return site.Kind is "marketplace" ? PriceKind.Request : PriceKind.None;
        if (site.Id is "tg-social")
            return PriceKind.Fixed;
        return random.Int(0, 99) switch
        {
            < 62 => PriceKind.Fixed,
            < 80 => PriceKind.Negotiable,
            < 93 => PriceKind.Offers,
            < 96 when slot.Topic is "household" => PriceKind.Free,
            _ => PriceKind.Request,
        };
    }

    private static string CurrencyOf(SiteProfile site, string language, SeededRandom random) => site.Kind switch
    {
        "onion-market" => random.Int(0, 9) switch { < 4 => "BTC", < 7 => "XMR", _ => "EUR" },
        "shop" => random.Int(0, 9) switch { < 8 => "GBP", 8 => "EUR", _ => "USD" },
        _ => language is "en" ? "GBP" : "EUR",
    };
}
