using System.Runtime.InteropServices;
using Crawler.Contracts.Sites;

namespace Crawler.Extraction.Learning;

/// <summary>A rule to try.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RuleCandidate(FieldRule Rule, double Cost);

/// <summary>Finds the chain of rules that reads, in every place, what was read there before.</summary>
/// <param name="scopes">The rows, or pages.</param>
/// <param name="wanted">What each of them should read; null: nothing.</param>
/// <param name="read">Reads a chain there.</param>
internal sealed class RuleSearch<TScope>(IReadOnlyList<TScope> scopes, IReadOnlyList<string?> wanted, Func<TScope, IReadOnlyList<FieldRule>, string?> read)
{
    private const int MostTried = 160;
    private const int LongestChain = 3;

    /// <summary>Tags that say nothing: no second way worth writing down.</summary>
    private static readonly HashSet<string> Bare = new(StringComparer.Ordinal) { "a", "div", "span", "p", "td", "li", "img", "b", "i", "em", "small", "source",
        "dd", "dt", "dl", "ul", "ol", "table", "tr", "th", "section" };

    /// <summary>How often a rule may read something where nothing was read before, as a share of all places.</summary>
    public double Extra { get; init; }

    /// <summary>Rules that cost more are not tried. Default: no limit.</summary>
    public double MaxCost { get; init; } = double.MaxValue;

    /// <summary>Rules that are nothing but a plain tag are not tried.</summary>
    public bool Named { get; init; }

    /// <summary>A second rule is wanted even if it is a plain one: without this field the whole row would be lost.</summary>
    public bool WithFallback { get; init; }

    /// <summary>Null: no chain reads what is wanted.</summary>
    public IReadOnlyList<FieldRule>? Find(IEnumerable<RuleCandidate> candidates)
    {
        int total = wanted.Count(w => w is not null);
        if (total == 0)
        {
            return null;
        }

        var tried = candidates.Where(c => c.Cost <= MaxCost && !(Named && c.Rule is { Attribute: null, Select: { } tag } && Bare.Contains(tag)))
            .GroupBy(c => c.Rule).Select(g => g.MinBy(c => c.Cost)).OrderBy(c => c.Cost).Take(MostTried);
        var fits = new List<Fit>();
        Fit? first = null;
        foreach (var candidate in tried)
        {
            if (Try(candidate) is not { } fit)
            {
                continue;
            }

            if (fit.Agreed.Count == total)
            {
                if (first is null)
                {
                    first = fit;
                    continue;
                }

                if ((WithFallback || candidate.Cost <= first.Cost + RuleWeights.NearlyAsGood) && IsOtherWay(first.Rule, candidate.Rule, WithFallback))
                {
                    return [first.Rule, candidate.Rule];
                }
            }
            else
            {
                fits.Add(fit);
            }
        }

        return first is not null ? [first.Rule] : Chain(fits, total);
    }

    /// <summary>Whether a chain reads what is wanted.</summary>
    public bool Reads(IReadOnlyList<FieldRule> chain)
    {
        int extra = 0;
        for (int i = 0; i < scopes.Count; i++)
        {
            string? value = read(scopes[i], chain);
            extra += wanted[i] is null && value is not null ? 1 : 0;
            if (wanted[i] is not null && value != wanted[i])
            {
                return false;
            }
        }

        return extra <= Extra * scopes.Count;
    }

    private Fit? Try(RuleCandidate candidate)
    {
        var agreed = new HashSet<int>();
        FieldRule[] chain = [candidate.Rule];
        int extra = 0;
        for (int i = 0; i < scopes.Count; i++)
        {
            string? value = read(scopes[i], chain);
            if (value is null)
            {
                continue;
            }

            if (wanted[i] is null)
            {
                if (++extra > Extra * scopes.Count)
                {
                    return null;
                }
            }
            else if (value == wanted[i])
            {
                agreed.Add(i);
            }
            else
            {
                return null;
            }
        }

        return agreed.Count == 0 ? null : new Fit(candidate.Rule, candidate.Cost, agreed);
    }

    private List<FieldRule>? Chain(List<Fit> fits, int total)
    {
        var chain = new List<FieldRule>();
        var covered = new HashSet<int>();
        while (chain.Count < LongestChain && covered.Count < total)
        {
            var next = fits.Select(f => (Fit: f, Gain: f.Agreed.Count(a => !covered.Contains(a)))).Where(f => f.Gain > 0)
                .OrderByDescending(f => f.Gain).ThenBy(f => f.Fit.Cost).Select(f => f.Fit).FirstOrDefault();
            if (next is null)
            {
                break;
            }

            chain.Add(next.Rule);
            covered.UnionWith(next.Agreed);
        }

        return covered.Count == total && Reads(chain) ? chain : null;
    }

    /// <summary>A second rule is of use when a change that breaks the first need not break it: no name in common.</summary>
    private static bool IsOtherWay(FieldRule first, FieldRule second, bool plain) =>
        first.Select is { } a && second.Select is { } b && !b.Contains(":nth", StringComparison.Ordinal) && !b.Contains("-child", StringComparison.Ordinal)
            && (plain || !Bare.Contains(b)) && !Names(a).Intersect(Names(b), StringComparer.Ordinal).Any() && Names(b).Count > 0;

    private static List<string> Names(string selector) =>
        [.. selector.Split([' ', '>', '.', '[', ']', '=', '\'', '#', ':', '(', ')', '*', '~', '^'], StringSplitOptions.RemoveEmptyEntries)
            .Where(n => n is not ("nth-of-type" or "first-child" or "last-child") && !n.All(char.IsAsciiDigit))];

    private sealed record Fit(FieldRule Rule, double Cost, HashSet<int> Agreed);
}
