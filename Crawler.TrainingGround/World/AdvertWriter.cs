using Crawler.TrainingGround.Terms;
using Crawler.TrainingGround.Words;

namespace Crawler.TrainingGround.World;

/// <summary>Writes title and text of one advert in the voice of its site and the habits of its seller.</summary>
internal sealed class AdvertWriter(IReadOnlyDictionary<string, PhraseBook> books)
{
    private static readonly (string Word, string Subject)[] DecoySubjects =
    [
        ("dress", "dress"), ("jurk", "dress"), ("robe", "dress"), ("kleid", "dress"), ("shoe", "shoe"), ("schoen", "shoe"), ("escarpin", "shoe"),
        ("bril", "glasses"), ("brille", "glasses"), ("glasses", "glasses"), ("goggles", "glasses"), ("lunettes", "glasses"), ("loupe", "glasses"),
        ("roman", "book"), ("boek", "book"), ("buch", "book"), ("livre", "book"), ("novel", "book"), ("lamp", "lamp"), ("abat-jour", "lamp"),
        ("figur", "figure"), ("beeldje", "figure"), ("statuette", "figure"), ("knuffel", "toy"), ("kat", "toy"), ("poes", "toy"), ("chatte", "toy"), ("cat ", "toy"),
    ];

    public Draft Write(SiteProfile site, AdvertPlan slot, string language, string evasion, Account seller, string? price, SeededRandom random)
    {
        var book = books[language];
        var phrasing = Prepare(book, seller, slot, evasion, price, random);
        var (title, text, subject) = slot.Class switch
        {
            AdvertClass.Decoy => Pair(phrasing, "household.decoy"),
            AdvertClass.Discussion => Pair(phrasing, slot.Topic + ".talk"),
            AdvertClass.Evasive when evasion is "mislabelled" => Pair(phrasing, slot.Topic + ".mislabelled"),
            AdvertClass.Evasive when evasion is "emoji" => Pair(phrasing, "drugs.emoji"),
            AdvertClass.Evasive when evasion is "image-only" => ImageOnly(phrasing, slot.Topic, language),
            _ => Composed(phrasing, book, site, slot),
        };

        if (slot.Class is not (AdvertClass.Decoy or AdvertClass.Discussion) && evasion is not ("mislabelled" or "image-only" or "emoji"))
            text = WithMainTerm(title, text, slot.Topic, language, phrasing, random);

        title = Habit(title, random);
        text = Slips.Make(Phrasing.Tidy(text), seller.Person.Sloppiness, random);
        if (Evasions.AltersTerms(evasion))
            (title, text) = (Evasions.Hide(title, evasion), Evasions.Hide(text, evasion));
        return new Draft(Phrasing.Tidy(title), text, subject);
    }

    private static Phrasing Prepare(PhraseBook book, Account seller, AdvertPlan slot, string evasion, string? price, SeededRandom random)
    {
        var person = seller.Person;
        var phrasing = new Phrasing(book, random);
        phrasing.Alias("about", slot.Topic + ".about");
        phrasing.Alias("measure", slot.Topic + ".measure");
        phrasing.Alias("extra", slot.Topic switch
        {
            "household" => "household.extra",
            _ when slot.Class is AdvertClass.Antique => slot.Topic + ".claim",
            _ => slot.Topic + ".shady",
        });
        if (book.Has("cond." + slot.Topic))
            phrasing.Alias("cond", "cond." + slot.Topic);
        if (slot.Topic is not ("ivory" or "tortoiseshell" or "rhino"))
            phrasing.Avoid("era");
        var phone = random.Pick(person.Phones);
        phrasing.Set("phone", Phones.Print(phone, random));
        phrasing.Set("phonewords", Phones.InWords(phone, person.Language));
        phrasing.Set("mail", person.Mail);
        phrasing.Set("mailwords", Phones.MailInWords(person.Mail, person.Language));
        phrasing.Set("name", person.FirstName);
        phrasing.Set("town", seller.Town.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' '));
        phrasing.Set("certificate", FormattableString.Invariant($"{random.Int(10, 26)}BE{random.Int(10000, 99999)}"));
        phrasing.Set("price", price ?? "");
        phrasing.Set("tags", "");
        if (evasion is "contact-words")
            phrasing.Alias("contact", "contactwords");
        return phrasing;
    }

    private static (string Title, string Text, string Subject) Composed(Phrasing phrasing, PhraseBook book, SiteProfile site, AdvertPlan slot)
    {
        var (item, subject) = Item(phrasing, slot.Topic);
        phrasing.Set("item", item);
        if (site.Voice is "social")
            phrasing.Set("tags", Tags(slot.Topic, book.Language, phrasing));

        var act = slot.Class switch { AdvertClass.Wanted => "wanted", AdvertClass.Sold => "sold", _ => "sale" };
        var title = (act, site.Voice) switch
        {
            ("sale", _) when book.Has("title." + site.Voice) => "title." + site.Voice,
            ("sold", "shop") => "title.shop",
            _ => "title." + act,
        };
        return (phrasing.Section(title), phrasing.Section($"voice.{site.Voice}.{act}"), subject);
    }

    private static (string Title, string Text, string Subject) ImageOnly(Phrasing phrasing, string topic, string language)
    {
        var (_, subject) = Item(phrasing, topic);
        var title = language switch
        {
            "nl" => phrasing.Expand("<Zie foto|Te koop, zie foto's|Foto's spreken voor zich|{12-99}>"),
            "fr" => phrasing.Expand("<Voir photo|À vendre, voir photos|Les photos parlent|{12-99}>"),
            "de" => phrasing.Expand("<Siehe Foto|Zu verkaufen, siehe Bilder|Bilder sagen alles|{12-99}>"),
            _ => phrasing.Expand("<See photo|For sale, see pictures|Pictures say it all|{12-99}>"),
        };
        return (title, phrasing.Expand("<|.|...|>"), subject);
    }

    private static (string Title, string Text, string Subject) Pair(Phrasing phrasing, string section)
    {
        var parts = phrasing.Line(section).Split(" || ");
        var title = phrasing.Expand(parts[0]);
        var text = phrasing.Expand(parts[1]);
        var lower = title.ToLowerInvariant();
        var subject = DecoySubjects.FirstOrDefault(s => lower.Contains(s.Word, StringComparison.Ordinal)).Subject ?? "figure";
        return (title, text, section.StartsWith("household", StringComparison.Ordinal) ? subject : section.Split('.')[0] switch
        {
            "tortoiseshell" => "box",
            "medicines" => "blister",
            "drugs" => "plant",
            _ => "figure",
        });
    }

    private static (string Item, string Subject) Item(Phrasing phrasing, string topic)
    {
        var line = phrasing.Line(topic + ".item").Split('@');
        return (Phrasing.Tidy(phrasing.Expand(line[0].Trim())), line.Length > 1 ? line[1].Trim() : "box");
    }

    /// <summary>A site's search must lead to every advert that holds the goods by name: the plain term itself is somewhere in it.</summary>
    private static string WithMainTerm(string title, string text, string topic, string language, Phrasing phrasing, SeededRandom random)
    {
        var term = PlainTerms.Demo.FirstOrDefault(t => t.Topic == topic && t.Language == language);
        if (term is null)
            return text;
        var matcher = new TermMatcher([term with { Variants = [] }]);
        if (matcher.Hits(title).Count > 0 || matcher.Hits(text).Count > 0)
            return text;
        var sentence = phrasing.Section(topic + ".plain");
        return random.Chance(0.5) ? text + "\n" + sentence : sentence + " " + text;
    }

    private static string Tags(string topic, string language, Phrasing phrasing)
    {
        var term = PlainTerms.All.FirstOrDefault(t => t.Topic == topic && t.Language == language)?.Text;
        var general = language switch
        {
            "nl" => "<#tekoop|#rommelmarkt|#vintage|#zoekertje|>",
            "fr" => "<#avendre|#brocante|#vintage|#videgrenier|>",
            "de" => "<#zuverkaufen|#flohmarkt|#vintage|#verschenkemarkt|>",
            _ => "<#forsale|#fleamarket|#vintage|#preloved|>",
        };
        var own = term is not null && !term.Contains(' ', StringComparison.Ordinal) ? $"<#{term.ToLowerInvariant()}|||>" : "";
        return phrasing.Expand($"{general} {own}");
    }

    private static string Habit(string title, SeededRandom random) => random.Int(0, 19) switch
    {
        0 => title.ToUpperInvariant(),
        1 => title.ToLowerInvariant(),
        2 => title + "!",
        _ => title,
    };
}

/// <summary>An advert's words and what its pictures show.</summary>
internal sealed record Draft(string Title, string Text, string Subject);
