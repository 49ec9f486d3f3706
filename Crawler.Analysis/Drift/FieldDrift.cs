using System.Globalization;
using Crawler.Contracts.Drift;
using Crawler.Contracts.Sites;

namespace Crawler.Analysis.Drift;

/// <summary>Which fields of one kind of page no longer come from where they came: by the definition's own rules, its floors, and the site's history.</summary>
internal sealed class FieldDrift(string prefix, IReadOnlyDictionary<string, IReadOnlyList<FieldRule>> rules, IReadOnlyDictionary<string, double> floors,
    KindProfile now, IReadOnlyList<KindProfile> before)
{
    private const string Definition = "definition";

    /// <summary>Fewer rows than this say nothing about a share.</summary>
    private const int Fewest = 3;

    /// <summary>Shares that chance explains more often than this are not drift.</summary>
    private const double Chance = 0.001;

    /// <summary>Fields that an advert has. Others may be absent for a night without anything having changed.</summary>
    private static readonly HashSet<string> Core = new(["id", "url", "title", "price", "image", "images", "description"], StringComparer.Ordinal);

    /// <summary>Fields that hold only where something is special about an advert.</summary>
    private static readonly HashSet<string> Occasional = new(["sponsored", "availability", "currency", "quantity", "condition"], StringComparer.Ordinal);

    public IReadOnlyList<SiteChange> Find() =>
    [
        .. rules.Where(r => !Occasional.Contains(r.Key) && !r.Value.All(IsConstant)).OrderBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => Ruled(r.Key, r.Value)).OfType<SiteChange>(),
        .. Core.Where(f => !rules.ContainsKey(f)).Order(StringComparer.Ordinal).Select(Unruled).OfType<SiteChange>(),
        .. floors.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => BelowFloor(f.Key, f.Value)).OfType<SiteChange>(),
    ];

    private SiteChange? BelowFloor(string field, double floor)
    {
        double share = Share(now.Filled(field), now.Rows);
        if (now.Rows < 2 * Fewest || share >= floor || Binomial.AtMost(now.Filled(field), now.Rows, floor) >= 0.05)
        {
            return null;
        }

        int past = before.Sum(b => b.Rows);
        double? usual = past == 0 ? null : Share(before.Sum(b => b.Filled(field)), past);
        return Change(field, rules.GetValueOrDefault(field), usual, share,
            $"filled in {Percent(share)}, less than the floor of {Percent(floor)} that the definition names");
    }

    /// <summary>A rule that read the field, and reads it no longer.</summary>
    private SiteChange? Ruled(string field, IReadOnlyList<FieldRule> chain)
    {
        int rows = now.RowsByDefinition;
        int read = now.Filled(field, Definition);
        int others = now.Filled(field) - read;
        int past = before.Sum(b => b.RowsByDefinition);
        double? usual = past >= Fewest ? Share(before.Sum(b => b.Filled(field, Definition)), past) : null;
        double share = Share(read, rows);
        if (rows == 0)
        {
            return null;
        }

        if (usual is { } known)
        {
            // A tenth is taken off what is usual: tonight's list may search for other things than last night's.
            bool fallen = known >= 0.3 && share < known / 2 && Binomial.AtMost(read, rows, known * 0.9) < Chance;
            return fallen ? Change(field, chain, known, share, $"its rule fits {Percent(share)} of {rows}, {Percent(known)} before{Elsewhere(others)}") : null;
        }

        bool dead = rows >= Fewest && read == 0 && Core.Contains(field) && (field is "title" or "url" || others * 2 >= rows);
        return dead ? Change(field, chain, null, share, $"its rule fits none of {rows}{Elsewhere(others)}") : null;
    }

    /// <summary>A field that the generic readers took from one kind of data, which is gone.</summary>
    private SiteChange? Unruled(string field)
    {
        int past = before.Sum(b => b.Rows);
        if (now.Rows < Fewest || past < Fewest)
        {
            return null;
        }

        var usual = before.SelectMany(b => b.Fields.GetValueOrDefault(field) ?? new Dictionary<string, int>(StringComparer.Ordinal))
            .GroupBy(t => t.Key, StringComparer.Ordinal).Select(g => (Tier: g.Key, Share: Share(g.Sum(t => t.Value), past))).OrderByDescending(t => t.Share)
                .FirstOrDefault();
        double share = usual.Tier is null ? 0 : Share(now.Filled(field, usual.Tier), now.Rows);
        if (usual.Tier is null or "url" || usual.Share < 0.8 || share > 0.1)
        {
            return null;
        }

        string now1 = now.Fields.GetValueOrDefault(field) is { Count: > 0 } tiers ? $"now from {tiers.MaxBy(t => t.Value).Key}" : "now from nowhere";
        return Change(field, null, usual.Share, share, $"it came from {usual.Tier}, {now1}");
    }

    private SiteChange Change(string field, IReadOnlyList<FieldRule>? chain, double? usual, double share, string reason) => new()
    {
        Field = $"{prefix}.{field}",
        Reason = reason,
        FillBefore = usual is { } known ? Math.Round(known, 3) : null,
        FillNow = Math.Round(share, 3),
        OldRule = chain is null ? null : RuleText.Of(chain),
    };

    private static string Elsewhere(int others) => others == 0 ? "" : $"; {others.ToString(CultureInfo.InvariantCulture)} were found by other means";

    private static bool IsConstant(FieldRule rule) => rule is { Select: null, Attribute: null, Value: not null };

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static string Percent(double share) => $"{Math.Round(share * 100).ToString(CultureInfo.InvariantCulture)} %";
}
