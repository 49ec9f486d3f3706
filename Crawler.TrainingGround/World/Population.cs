using System.Globalization;
using System.Text;
using Crawler.TrainingGround.Terms;
using Crawler.TrainingGround.Words;

namespace Crawler.TrainingGround.World;

/// <summary>
/// The people and their accounts: traders who act under several handles on several sites, and a crowd that sells what
/// households sell. Accounts of one person share phone, mail, key and wallet.
/// </summary>
internal sealed class Population
{
    private const int TradersPerLanguage = 16;
    private const int OthersPerLanguage = 90;

    private readonly Dictionary<string, PhraseBook> _books;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Account> _accounts = [];

    public Population(SeededRandom random, Dictionary<string, PhraseBook> books)
    {
        _books = books;
        var number = 0;
        foreach (var language in books.Keys)
        {
            for (var i = 0; i < TradersPerLanguage + OthersPerLanguage; i++)
                Settle(
                    MakePerson(language, number++, i < TradersPerLanguage, random.Fork("persona" + number.ToString(CultureInfo.InvariantCulture))), i, random);
        }
    }

    public IReadOnlyList<Account> Accounts => _accounts;

    public Account Pick(string siteId, string language, bool trader, SeededRandom random) =>
        random.Pick(_accounts.FindAll(a => a.SiteId == siteId && a.Person.Language == language && a.Person.Trader == trader));

    /// <summary>Another account of the same person on the same site; a new one is opened when there is none.</summary>
    public Account PickOther(Account account, SeededRandom random)
    {
        var others = _accounts.FindAll(a => a.SiteId == account.SiteId && a.Person == account.Person && a != account);
        return others.Count > 0 ? random.Pick(others) : Open(account.Person, account.SiteId, random);
    }

    private void Settle(Person person, int index, SeededRandom random)
    {
        var sites = SiteCatalog.All.Where(s => s.Languages.Contains(person.Language, StringComparer.Ordinal)).ToList();
        if (person.Trader)
        {
            // Every site has traders of each of its languages, whatever is drawn.
            Open(person, sites[index % sites.Count].Id, random);
            foreach (var site in sites.Where((_, i) => i != index % sites.Count && random.Chance(0.45)))
                Open(person, site.Id, random);
            if (random.Chance(0.4))
                Open(person, sites[index % sites.Count].Id, random);
        }
        else
        {
            Open(person, sites[index % sites.Count].Id, random);
        }
    }

    private Account Open(Person person, string siteId, SeededRandom random)
    {
        var stem = random.Int(0, 4) switch
        {
            0 => person.FirstName + person.LastName,
            1 => person.FirstName + random.Int(1, 99).ToString(CultureInfo.InvariantCulture),
            2 => random.Pick(Names.HandleWords(person.Language)) + person.LastName,
            3 => random.Pick(Names.HandleWords(person.Language)) + random.Int(10, 2010).ToString(CultureInfo.InvariantCulture),
            _ => person.LastName + random.Pick(Names.HandleWords(person.Language)),
        };
        var handle = Ascii(stem);
        while (!_taken.Add(siteId + "/" + handle))
            handle += random.Int(2, 9).ToString(CultureInfo.InvariantCulture);

        var account = new Account
        {
            Person = person,
            SiteId = siteId,
            Handle = handle,
            DisplayName = random.Int(0, 2) switch { 0 => handle, 1 => person.FirstName, _ => person.FirstName + " " + person.LastName[0] + "." },
            Since = WorldBuilder.Epoch.AddDays(-random.Int(30, 2900)),
            Feedback = random.Int(88, 100),
            Town = random.Pick(_books[person.Language]["place"]),
            Number = (108000000000000000L + (_accounts.Count * 7919L)).ToString(CultureInfo.InvariantCulture),
        };
        _accounts.Add(account);
        return account;
    }

    private static Person MakePerson(string language, int number, bool trader, SeededRandom random)
    {
        var first = random.Pick(Names.First(language));
        var last = random.Pick(Names.Last(language));
        string[] domains = ["example.org", "example.net", "example.com"];
        return new Person
        {
            Id = FormattableString.Invariant($"p{number:000}"),
            FirstName = first,
            LastName = last,
            Language = language,
            Phones = [.. Enumerable.Range(0, trader ? 2 : 1).Select(i => Phones.Make(language, (number * 2) + i))],
            Mail = FormattableString.Invariant($"{Ascii(first)}.{Ascii(last)}{number}@{random.Pick(domains)}"),
            Sloppiness = random.Chance(0.35) ? 0.01 + (random.Double() * 0.03) : 0,
            Trader = trader,
            Pgp = MakeKey(random),
            Wallet = "bc1qtraining0not0valid0" + Convert.ToHexStringLower(Bytes(random, 8)),
        };
    }

    private static PgpBlock MakeKey(SeededRandom random)
    {
        var body = Convert.ToBase64String(Bytes(random, 288), Base64FormattingOptions.InsertLineBreaks).Replace("\r\n", "\n", StringComparison.Ordinal);
        var armour = new StringBuilder("-----BEGIN PGP PUBLIC KEY BLOCK-----\nComment: practice key, decodes to nothing\n\n")
            .Append(body).Append("\n=").Append(Convert.ToBase64String(Bytes(random, 3))).Append("\n-----END PGP PUBLIC KEY BLOCK-----");
        return new PgpBlock(Convert.ToHexString(Bytes(random, 20)), armour.ToString());
    }

    private static byte[] Bytes(SeededRandom random, int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)random.Int(0, 255))];

    private static string Ascii(string name) => new([.. WordSplitter.Fold(name).Where(char.IsAsciiLetterOrDigit)]);
}
