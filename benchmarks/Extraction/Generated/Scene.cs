using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Extraction.Benchmarks.Generated;

/// <summary>What one generated page is about, and the labels that follow from it. A style sets <see cref="Link"/> and the rest to what it prints.</summary>
internal sealed class Scene
{
    private readonly HashSet<string> _unlabelled = new(StringComparer.Ordinal);
    private string? _next;
    private bool _nextIsKnown;

    public Scene(Tongue tongue, int seed, int count, bool small = false)
    {
        Tongue = tongue;
        Small = small;
        count = small ? Math.Min(count, 4) : count;
        Random = new Random(seed);
        int number = Random.Next(1_000, 900_000);
        Good Another() => Good.Make(tongue, Random, number += Random.Next(1, 40));
        Goods = [.. Enumerable.Range(0, count).Select(_ => Another())];
        Others = [.. Enumerable.Range(0, small ? 4 : 10).Select(_ => Another())];
        Query = tongue.List("nouns")[Random.Next(10)];
        Host = $"https://www.{Query.Length}{(char)('a' + Random.Next(26))}-{seed % 97}.example";
        Address = $"/search?q={Uri.EscapeDataString(Query)}";
    }

    public Tongue Tongue { get; }

    /// <summary>Without menus, scripts and styles around the content.</summary>
    public bool Small { get; }

    public Random Random { get; }

    /// <summary>What the page lists; in an advert's page the first is the advert.</summary>
    public IReadOnlyList<Good> Goods { get; private set; }

    /// <summary>What stands around it: similar, seen lately, bought by others. Never labelled.</summary>
    public IReadOnlyList<Good> Others { get; }

    public Good Advert => Goods[0];

    public string Host { get; }

    public string Query { get; }

    /// <summary>Path and query of the page.</summary>
    public string Address { get; set; }

    /// <summary>The page's base element, when relative addresses follow it.</summary>
    public string? Base { get; set; }

    public Func<Good, string?> Link { get; set; } = _ => null;

    public Func<Good, string?> Picture { get; set; } = _ => null;

    public Func<Good, decimal?> Amount { get; set; } = g => g.Price;

    public Func<Good, string?> Place { get; set; } = _ => null;

    public Func<Good, string> Title { get; set; } = g => g.Title;

    public Func<Good, bool> Sponsored { get; set; } = _ => false;

    public JsonObject? Detail { get; set; }

    public Uri PageUrl => new(Host + Address);

    public int At(Good good) => Goods.TakeWhile(g => g != good).Count();

    public string Each(Func<Good, string> row) => Each(Goods, row);

    public string Each<T>(IEnumerable<T> items, Func<T, string> row) => string.Join('\n', items.Select(row));

    public string Word(string name) => WebUtility.HtmlEncode(Tongue[name]);

    public string Pick(params string[] choices) => choices[Random.Next(choices.Length)];

    public static string E(string text) => WebUtility.HtmlEncode(text);

    public string Money(decimal amount) => Tongue.Money(amount);

    public static string Json(object value) => JsonSerializer.Serialize(value);

    public void NextIs(string? href) => (_next, _nextIsKnown) = (href, true);

    /// <summary>The page does not print this, or so that two readings are right.</summary>
    public void Unlabelled(params string[] fields) => _unlabelled.UnionWith(fields);

    public void Keep(int rows) => Goods = [.. Goods.Take(rows)];

    public JsonObject Labels()
    {
        var labels = new JsonObject { ["pageUrl"] = PageUrl.AbsoluteUri };
        if (Detail is not null)
        {
            foreach (var (name, value) in Detail)
            {
                labels[name] = value?.DeepClone();
            }
        }
        else
        {
            labels["rows"] = new JsonArray([.. Goods.Select(Row)]);
            if (_nextIsKnown)
            {
                labels["nextPage"] = Absolute(_next);
            }
        }

        labels["unlabelled"] = new JsonArray([.. _unlabelled.Order(StringComparer.Ordinal).Select(f => JsonValue.Create(f))]);
        return labels;
    }

    private JsonObject Row(Good good)
    {
        var row = new JsonObject { ["url"] = Absolute(Link(good)), ["title"] = Title(good) };
        if (!_unlabelled.Contains("price"))
        {
            row["price"] = Amount(good);
            row["currency"] = Amount(good) is null ? null : Tongue.Currency;
        }

        if (!_unlabelled.Contains("image"))
        {
            row["image"] = Absolute(Picture(good));
        }

        row["location"] = Place(good);
        row["sponsored"] = Sponsored(good);
        return row;
    }

    private string? Absolute(string? href) =>
        href is null ? null : new Uri(Base is null ? PageUrl : new Uri(PageUrl, Base), href).AbsoluteUri;
}
