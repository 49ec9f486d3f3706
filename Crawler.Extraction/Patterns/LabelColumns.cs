using System.Text.RegularExpressions;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Patterns;

/// <summary>The smaller things a row may say.</summary>
internal enum LabelKind
{
    Location,
    Seller,
    Date,
    Snippet,
}

/// <summary>A place in the rows where such a thing stands.</summary>
internal sealed record LabelSource(RowColumn Column, LabelKind Kind)
{
    public string? Read(PageTree tree, int row)
    {
        int node = Column.Nodes[row];
        string? text = node < 0 ? null : tree.ShortText(node, Kind == LabelKind.Snippet ? 2000 : 160);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>The instant a <c>time</c> element states for machines.</summary>
    public string? Machine(PageTree tree, int row)
    {
        int node = Column.Nodes[row];
        return node < 0 ? null : tree.Attribute(node, "datetime") ?? tree.Attribute(node, "data-time") ?? tree.Attribute(node, "data-timestamp");
    }
}

/// <summary>Finds where place, seller, date and teaser stand in a group of rows.</summary>
internal static partial class LabelColumns
{
    public static LabelSource? Best(PageFeatures features, int[] members, IReadOnlyList<RowColumn> columns, LabelKind kind)
    {
        RowColumn? best = null;
        double bestScore = LabelColumnWeights.Least;
        foreach (var column in columns)
        {
            ref var node = ref features.Tree.Nodes[column.Sample];
            if ((node.OwnText || node.Tag == "time") && column.Filled * 4 >= members.Length && Score(features, members, column, kind) is var score
                && score > bestScore)
            {
                (best, bestScore) = (column, score);
            }
        }

        return best is null ? null : new LabelSource(best, kind);
    }

    private static double Score(PageFeatures features, int[] members, RowColumn column, LabelKind kind)
    {
        var tree = features.Tree;
        int sample = column.Sample;
        int root = members[Array.FindIndex(column.Nodes, n => n >= 0)];
        string names = Hints.Names(tree, sample, root + 1, 2) + TableHeader.Of(tree, sample);
        int taken = 0, dates = 0, places = 0, letters = 0, priced = 0, labels = 0;
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        for (int row = 0; row < members.Length && taken < 30; row++)
        {
            int node = column.Nodes[row];
            if (node < 0 || tree.ShortText(node, 2000) is not { Length: > 1 } text)
            {
                continue;
            }

            taken++;
            priced += features.PriceSpots[node] ? 1 : 0;
            letters += text.Length;
            labels += text[^1] == ':' || text.IndexOf(": ", StringComparison.Ordinal) is > 1 and < 30 ? 1 : 0;
            distinct.Add(text);
            dates += tree.Nodes[node].Tag == "time" || features.IsDate(text) ? 1 : 0;
            places += text.Length < 80 && (Postcode().IsMatch(text) || (text is ['(', .., ')'] && !features.IsDate(text))) ? 1 : 0;
        }

        if (taken == 0 || priced * 3 > taken || labels * 3 > taken)
        {
            return 0;
        }

        double average = (double)letters / taken, dated = (double)dates / taken, placed = (double)places / taken;
        bool heading = features.Tree.Nodes[sample].Tag is ['h', _];
        double score = kind switch
        {
            LabelKind.Date => dated < LabelColumnWeights.LeastDated
                ? 0
                : LabelColumnWeights.Dated * dated
                    + (tree.Nodes[sample].Tag == "time" ? LabelColumnWeights.TimeElement : 0)
                    + (Hints.SaysDate(names) ? LabelColumnWeights.NamedDate : 0),
            LabelKind.Location => average > 80 || dated > LabelColumnWeights.MostDated || heading
                ? 0
                : (Hints.SaysLocation(names) ? LabelColumnWeights.NamedLocation : 0)
                    + LabelColumnWeights.Placed * placed
                    - (Hints.SaysTitle(names) ? LabelColumnWeights.LocationNamedTitle : 0),
            LabelKind.Seller => average > 60 || dated > LabelColumnWeights.MostDated || placed > LabelColumnWeights.MostPlaced || heading
                ? 0
                : (Hints.SaysSeller(names) ? LabelColumnWeights.NamedSeller : 0) + (ProfileLink(features, sample) ? LabelColumnWeights.ProfileLink : 0),
            _ => average < 40 || distinct.Count * 2 < taken || heading || features.LinkAround(sample, 2) >= root
                ? 0
                : LabelColumnWeights.Snippet
                    + Math.Min(LabelColumnWeights.LongSnippet, average / LabelColumnWeights.SnippetLength)
                    + (Hints.SaysSnippet(names) ? LabelColumnWeights.NamedSnippet : 0),
        };
        return score + LabelColumnWeights.Fill * column.Fill - LabelColumnWeights.Order * column.Order;
    }

    /// <summary>The node stands in a link to somebody's own page and nothing below it.</summary>
    public static bool IsProfile(PageFeatures features, int node) =>
        features.LinkAround(node, 2) is >= 0 and var link && OwnPage().IsMatch(features.Target(link)!);

    private static bool ProfileLink(PageFeatures features, int node) =>
        features.LinkAround(node, 2) is >= 0 and var link && Profile().IsMatch(features.Target(link)!);

    [GeneratedRegex(
        @"^\W*(?:[A-Z]{1,2}-)?\d{4,5}(?:\s?[A-Z]{2})?\s+\p{L}|^\W*\d{2}-\d{3}\s+\p{L}|\(\d{1,3}(?:[.,]\d)?\s?km\)",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Postcode();

    [GeneratedRegex(
        @"/(?:@|(?:users?|u|profile|profil|members?|sellers?|people|verkoper|vendeur|anbieter)/)[^/?]+/?$|[?&](?:user|seller|u)=[^&]+$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex OwnPage();

    [GeneratedRegex(
        @"/(?:users?|u|profile|profil|members?|sellers?|shops?|stores?|people|verkoper|vendeur|anbieter|@)/|/@\w|[?&](?:user|seller|u)=",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Profile();
}
