using System.Globalization;
using System.Text;
using Crawler.TrainingGround.Terms;
using Crawler.TrainingGround.Words;

namespace Crawler.TrainingGround.World;

/// <summary>
/// The people and their accounts: traders who act under several handles on several sites, and a crowd that sells what
/// households sell. Accounts of one persona share phone, mail, key and wallet.
/// </summary>
internal sealed class Population
{
    private const int TradersPerLanguage = 16;
    private const int OthersPerLanguage = 90;

    private readonly Dictionary<string, PhraseBook> _books;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Account> _accounts = [];

    public Population(Dice dice, Dictionary<string, PhraseBook> books)
    {
        _books = books;
        var number = 0;
        foreach (var language in books.Keys)
        {
            for (var i = 0; i < TradersPerLanguage + OthersPerLanguage; i++)
                Settle(MakePersona(language, number++, i < TradersPerLanguage, dice.Fork("persona" + number.ToString(CultureInfo.InvariantCulture))), i, dice);
        }
    }

    public IReadOnlyList<Account> Accounts => _accounts;

    public Account Pick(string siteId, string language, bool trader, Dice dice) =>
        dice.Pick(_accounts.FindAll(a => a.SiteId == siteId && a.Persona.Language == language && a.Persona.Trader == trader));

    /// <summary>Another account of the same person on the same site; a new one is opened when there is none.</summary>
    public Account PickOther(Account account, Dice dice)
    {
        var others = _accounts.FindAll(a => a.SiteId == account.SiteId && a.Persona == account.Persona && a != account);
        return others.Count > 0 ? dice.Pick(others) : Open(account.Persona, account.SiteId, dice);
    }

    private void Settle(Persona persona, int index, Dice dice)
    {
        var sites = SiteCatalog.All.Where(s => s.Languages.Contains(persona.Language, StringComparer.Ordinal)).ToList();
        if (persona.Trader)
        {
            // Every site has traders of each of its languages, whatever the dice say.
            Open(persona, sites[index % sites.Count].Id, dice);
            foreach (var site in sites.Where((_, i) => i != index % sites.Count && dice.Chance(0.45)))
                Open(persona, site.Id, dice);
            if (dice.Chance(0.4))
                Open(persona, sites[index % sites.Count].Id, dice);
        }
        else
        {
            Open(persona, sites[index % sites.Count].Id, dice);
        }
    }

    private Account Open(Persona persona, string siteId, Dice dice)
    {
        var stem = dice.Int(0, 4) switch
        {
            0 => persona.FirstName + persona.LastName,
            1 => persona.FirstName + dice.Int(1, 99).ToString(CultureInfo.InvariantCulture),
            2 => dice.Pick(Names.HandleWords(persona.Language)) + persona.LastName,
            3 => dice.Pick(Names.HandleWords(persona.Language)) + dice.Int(10, 2010).ToString(CultureInfo.InvariantCulture),
            _ => persona.LastName + dice.Pick(Names.HandleWords(persona.Language)),
        };
        var handle = Ascii(stem);
        while (!_taken.Add(siteId + "/" + handle))
            handle += dice.Int(2, 9).ToString(CultureInfo.InvariantCulture);

        var account = new Account
        {
            Persona = persona,
            SiteId = siteId,
            Handle = handle,
            DisplayName = dice.Int(0, 2) switch { 0 => handle, 1 => persona.FirstName, _ => persona.FirstName + " " + persona.LastName[0] + "." },
            Since = WorldBuilder.Epoch.AddDays(-dice.Int(30, 2900)),
            Feedback = dice.Int(88, 100),
            Town = dice.Pick(_books[persona.Language]["place"]),
            Number = (108000000000000000L + (_accounts.Count * 7919L)).ToString(CultureInfo.InvariantCulture),
        };
        _accounts.Add(account);
        return account;
    }

    private static Persona MakePersona(string language, int number, bool trader, Dice dice)
    {
        var first = dice.Pick(Names.First(language));
        var last = dice.Pick(Names.Last(language));
        string[] domains = ["example.org", "example.net", "example.com"];
        return new Persona
        {
            Id = FormattableString.Invariant($"p{number:000}"),
            FirstName = first,
            LastName = last,
            Language = language,
            Phones = [.. Enumerable.Range(0, trader ? 2 : 1).Select(i => Phones.Make(language, (number * 2) + i))],
            Mail = FormattableString.Invariant($"{Ascii(first)}.{Ascii(last)}{number}@{dice.Pick(domains)}"),
            Sloppiness = dice.Chance(0.35) ? 0.01 + (dice.Double() * 0.03) : 0,
            Trader = trader,
            Pgp = MakeKey(dice),
            Wallet = "bc1qtraining0not0valid0" + Convert.ToHexStringLower(Bytes(dice, 8)),
        };
    }

    private static PgpBlock MakeKey(Dice dice)
    {
        var body = Convert.ToBase64String(Bytes(dice, 288), Base64FormattingOptions.InsertLineBreaks).Replace("\r\n", "\n", StringComparison.Ordinal);
        var armour = new StringBuilder("-----BEGIN PGP PUBLIC KEY BLOCK-----\nComment: practice key, decodes to nothing\n\n")
            .Append(body).Append("\n=").Append(Convert.ToBase64String(Bytes(dice, 3))).Append("\n-----END PGP PUBLIC KEY BLOCK-----");
        return new PgpBlock(Convert.ToHexString(Bytes(dice, 20)), armour.ToString());
    }

    private static byte[] Bytes(Dice dice, int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)dice.Int(0, 255))];

    private static string Ascii(string name) => new([.. WordCutter.Fold(name).Where(char.IsAsciiLetterOrDigit)]);
}
