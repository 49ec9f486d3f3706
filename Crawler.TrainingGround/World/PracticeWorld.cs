using Crawler.TrainingGround.Terms;

namespace Crawler.TrainingGround.World;

/// <summary>The built world with its present state: what a site shows, finds and has lost.</summary>
internal sealed class PracticeWorld
{
    private readonly WorldContents _contents;
    private readonly Lock _changing = new();

    public PracticeWorld(int seed, string? stateDirectory)
    {
        Seed = seed;
        _contents = WorldContents.Of(seed);
        State = WorldState.Load(stateDirectory, seed);
    }

    public int Seed { get; }

    public IReadOnlyList<Advert> Adverts => _contents.Adverts;

    public WorldState State { get; }

    /// <summary>The advert, removed or not; null for an id the site never gave.</summary>
    public Advert? Find(string siteId, string id) => _contents.ByKey.GetValueOrDefault(siteId + "/" + id);

    /// <summary>Live adverts of the site that hold every word of the query, newest first. A query without words finds all.</summary>
    public List<Advert> Search(string siteId, string query)
    {
        var words = WordSplitter.Split(query).Select(w => w.Folded).ToList();
        return [.. _contents.BySite[siteId].Where(a => State.IsLive(a) && words.TrueForAll(_contents.Words[a.Key].Contains))];
    }

    /// <summary>Paid rows for a page of results: household goods, the same ones every time for the same query and page.</summary>
    public List<Advert> Sponsored(string siteId, string query, int page, int count)
    {
        var household = Array.FindAll(_contents.BySite[siteId], a => a.Class is AdvertClass.Household && a.Price > 0 && State.IsLive(a));
        var random = new SeededRandom(SeededRandom.Hash((ulong)Seed, $"{siteId}/{WordSplitter.Fold(query)}/{page}"));
        return [.. random.Shuffle(household).Take(count)];
    }

    /// <summary>Other live adverts with the same kind of goods.</summary>
    public List<Advert> Similar(Advert advert, int count)
    {
        var others = Array.FindAll(_contents.BySite[advert.SiteId], a => a.Topic == advert.Topic && a.Key != advert.Key && State.IsLive(a) && !a.Disallowed);
        return [.. new SeededRandom(SeededRandom.Hash((ulong)Seed, "similar/" + advert.Key)).Shuffle(others).Take(count)];
    }

    public List<Advert> OfSeller(Account account) =>
        [.. _contents.BySite[account.SiteId].Where(a => State.IsLive(a) && a.Seller == account)];

    public Account? FindAccount(string siteId, string handle) =>
        Array.Find(_contents.BySite[siteId], a => string.Equals(a.Seller.Handle, handle, StringComparison.OrdinalIgnoreCase))?.Seller;

    /// <summary>Whether the demo watch list should find the advert.</summary>
    public bool IsExpected(Advert advert) => _contents.Expected.Contains(advert.Key);

    /// <summary>Plain dictionary terms of the advert as printed.</summary>
    public IReadOnlyList<string> PlainTermsIn(Advert advert) => _contents.PlainTermsOf[advert.Key];

    /// <summary>New prices for, and removal of, expected adverts that are on sale; chosen by seed and number of the change.</summary>
    public WorldChange Change(int prices, int remove, DateTimeOffset at)
    {
        lock (_changing)
        {
            var number = State.Changes + 1;
            var random = new SeededRandom(SeededRandom.Hash((ulong)Seed, FormattableString.Invariant($"change/{number}")));
            var onSale = random.Shuffle(Adverts.Where(a => a.Kind is "sale" && State.IsLive(a) && IsExpected(a)));
            var removed = onSale.Take(remove).ToList();
            var priced = onSale.Skip(remove).Where(a => State.PriceOf(a) > 0 && !a.PriceInText).Take(prices);
            var change = new WorldChange
            {
                Number = number,
                At = at,
                Prices = [.. priced.Select(a => new PriceChange(a.SiteId, a.Id, State.PriceOf(a)!.Value, PriceModel.Change(State.PriceOf(a)!.Value, a.Currency!, random), a.Currency!))],
                Removed = [.. removed.Select(a => new Removal(a.SiteId, a.Id))],
            };
            State.Apply(change);
            return change;
        }
    }
}
