namespace CyberPatrol.Benchmarks.Storage;

/// <summary>
/// A language's words: real ones that adverts are about, and made-up ones of the language's syllables, so that the text index gets as large as with real adverts. Rank r is drawn about
/// r times less often than rank 1, as in any natural text.
/// </summary>
internal sealed class Vocabulary
{
    private const int Size = 30_000;
    private readonly string[] _words;

    private Vocabulary(string language, string[] small, string[] goods, string[] syllables)
    {
        Language = language;
        Small = small;
        Goods = goods;
        var random = new Random(language[0] * 31 + language[1]);
        var made = new HashSet<string>(StringComparer.Ordinal);
        while (made.Count < Size)
        {
            made.Add(string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => syllables[random.Next(syllables.Length)])));
        }

        _words = [.. made];
    }

    public string Language { get; }

    /// <summary>The words every text is full of.</summary>
    public string[] Small { get; }

    /// <summary>What is on offer.</summary>
    public string[] Goods { get; }

    public static IReadOnlyList<Vocabulary> All { get; } =
    [
        new("nl",
            ["de", "een", "van", "en", "in", "met", "voor", "op", "te", "is", "het", "uit", "oude", "mooie", "staat", "goede", "verzenden", "ophalen", "bieden", "nieuw"],
            ["ivoor", "ivoren", "beeldje", "schildpad", "neushoornhoorn", "schubdier", "armband", "kam", "slagtand", "zonder recept", "replica", "horloge", "erfstuk", "sieraad"],
            ["ver", "ge", "be", "sch", "aar", "lijk", "heid", "ing", "ont", "over", "een", "oor", "ter", "den", "kaa", "mel", "rij", "stel", "voe", "won"]),
        new("fr",
            ["de", "la", "le", "et", "en", "un", "une", "avec", "pour", "très", "bon", "état", "ancien", "belle", "envoi", "possible", "à", "du", "sur", "neuf"],
            ["ivoire", "façon ivoire", "écaille de tortue", "corne de rhinocéros", "pangolin", "bracelet", "peigne", "défense", "sans ordonnance", "réplique", "montre", "os de bovin", "œuvre", "collier"],
            ["tion", "ré", "con", "mé", "eau", "oui", "lle", "ment", "pré", "dé", "age", "eur", "ois", "ant", "cha", "bra", "gné", "tou", "vier", "sou"]),
        new("de",
            ["der", "die", "das", "und", "mit", "von", "in", "aus", "für", "sehr", "guter", "Zustand", "alte", "schöne", "Versand", "Abholung", "ein", "ist", "zu", "neu"],
            ["Elfenbein", "Schnitzerei", "Schildpatt", "Nashorn-Horn", "Schuppentier", "Armreif", "Kamm", "Stoßzahn", "ohne Rezept", "Replika", "Uhr", "Erbstück", "Brosche", "Figur"],
            ["ver", "ge", "be", "sch", "ung", "keit", "lich", "aus", "über", "stück", "haus", "gen", "zer", "tei", "mög", "wer", "kau", "öff", "ent", "auf"]),
        new("en",
            ["the", "and", "of", "in", "with", "for", "a", "very", "good", "condition", "old", "beautiful", "shipping", "pickup", "to", "is", "from", "new", "on", "it"],
            ["ivory", "ivory carving", "tortoiseshell", "rhino horn", "pangolin", "bracelet", "comb", "tusk", "without prescription", "replica", "watch", "bovine bone", "heirloom", "figurine"],
            ["ing", "tion", "er", "al", "ment", "ness", "ly", "pre", "con", "dis", "ter", "ver", "man", "out", "for", "ber", "ling", "sha", "row", "den"]),
    ];

    /// <summary>A word of the long tail.</summary>
    public string Rare(Random random) => _words[(int)Math.Pow(Size, random.NextDouble()) - 1];
}
