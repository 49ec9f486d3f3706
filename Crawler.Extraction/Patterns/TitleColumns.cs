using Crawler.Extraction.Values;
using Crawler.Pages.Html;

namespace Crawler.Extraction.Patterns;

/// <summary>Where a title may stand: an element's text, or one of its attributes.</summary>
/// <param name="Column">The place in the rows.</param>
/// <param name="Attribute">Null: the text.</param>
/// <param name="Score">How much it looks like titles.</param>
internal sealed record TitleSource(RowColumn Column, string? Attribute, double Score)
{
    public string? Read(PageTree tree, int row)
    {
        int node = Column.Nodes[row];
        if (node < 0)
        {
            return null;
        }

        string? text = Attribute is null ? tree.ShortText(node, 400) : tree.Attribute(node, Attribute);
        text = text is null ? null : TitleText.Tidy(text);
        return string.IsNullOrWhiteSpace(text) || text.Length > 400 || !text.Any(char.IsLetterOrDigit) ? null : text;
    }
}

/// <summary>
/// Ranks the places of a group of rows by how much what stands there looks like titles: distinct, of a title's length, in a heading or the row's
/// link.
/// </summary>
internal static class TitleColumns
{
    private const int MostRowsLookedAt = 25;

    private static readonly string[] Attributes = ["title", "aria-label", "alt", "data-title", "data-name", "content"];

    public static IReadOnlyList<TitleSource> Rank(PageFeatures features, int[] members, IReadOnlyList<RowColumn> columns)
    {
        var sources = new List<TitleSource>();
        foreach (var column in columns)
        {
            if (column.Fill < TitleWeights.LeastFill && column.Filled < 8)
            {
                continue;
            }

            int sample = column.Sample;
            ref var node = ref features.Tree.Nodes[sample];
            bool heading = IsHeading(node.Tag);
            if (node.OwnText || heading || node.Tag == "a")
            {
                Consider(features, members, column, null, columns.Count, sources);
            }

            if (node.Tag is "a" or "img" or "div" or "li" or "article" or "h2" or "h3" or "meta" or "span")
            {
                foreach (string attribute in Attributes)
                {
                    if (features.Tree.Attribute(sample, attribute) is { Length: > 2 })
                    {
                        Consider(features, members, column, attribute, columns.Count, sources);
                    }
                }
            }
        }

        return [.. sources.OrderByDescending(s => s.Score)];
    }

    public static bool IsHeading(string tag) => tag is ['h', >= '1' and <= '6'];

    private static void Consider(PageFeatures features, int[] members, RowColumn column, string? attribute, int columnCount, List<TitleSource> sources)
    {
        var tree = features.Tree;
        var source = new TitleSource(column, attribute, 0);
        var distinct = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int found = 0, prices = 0, letters = 0, dates = 0, wordy = 0, taken = 0;
        for (int row = 0; row < members.Length && taken < MostRowsLookedAt; row++)
        {
            taken++;
            if (source.Read(tree, row) is not { } text)
            {
                continue;
            }

            found++;
            distinct.Add(text);
            letters += text.Length;
            wordy += text.Contains(' ', StringComparison.Ordinal) ? 1 : 0;
            prices += features.IsPrice(text) || (attribute is null && features.Prices(column.Nodes[row]) > 0) ? 1 : 0;
            dates += features.IsDate(text) || !text.Any(char.IsLetter) ? 1 : 0;
        }

        if (found == 0 || prices * 2 > found || dates * 5 >= found * 2)
        {
            return;
        }

        double fill = (double)found / taken;
        double average = (double)letters / found;
        double variety = (double)distinct.Count / found;
        int sample = column.Sample;
        int root = members[Array.FindIndex(column.Nodes, n => n >= 0)];
        string names = Hints.Names(tree, sample, root + 1, attribute is null ? 1 : 0);
        double score = TitleWeights.Fill * fill
            + LengthScore(average)
            + (wordy * 2 > found ? TitleWeights.Wordy : 0)
            + TitleWeights.Variety * (variety - TitleWeights.UsualVariety);
        score += Place(features, sample, root);
        score += Hints.SaysTitle(names) && attribute is null ? TitleWeights.Named : 0;
        score -= Hints.SaysSomethingElse(names) && !Hints.SaysTitle(names) ? TitleWeights.NamedOtherwise : 0;
        score -= attribute is null && LabelColumns.IsProfile(features, sample) ? TitleWeights.InProfileLink : 0;
        score -= column.Total > column.Filled * TitleWeights.RepeatedFrom ? TitleWeights.Repeated : 0;
        score += TitleWeights.First * (1 - (double)column.Order / columnCount);
        score -= attribute switch
        {
            null => 0,
            "alt" => TitleWeights.FromAlt,
            "title" => TitleWeights.FromTitle,
            "content" => TitleWeights.FromContent,
            _ => TitleWeights.FromOther,
        };
        sources.Add(source with { Score = score });
    }

    private static double Place(PageFeatures features, int sample, int root)
    {
        var tree = features.Tree;
        double score = 0;
        int steps = 0;
        for (int at = sample; at >= root && steps++ < 6; at = tree.Nodes[at].Parent)
        {
            if (IsHeading(tree.Nodes[at].Tag) && score < TitleWeights.InHeading)
            {
                score += TitleWeights.InHeading;
            }
        }

        int link = features.LinkAround(sample, 5);
        score += link < root ? 0 : RowLinks.IsElsewhere(features.Target(link)!) ? -TitleWeights.InLinkElsewhere : TitleWeights.InLink;
        score += tree.Nodes[sample].Tag is "strong" or "b" ? TitleWeights.Strong : 0;
        score -= tree.Nodes[sample].Tag is "button" or "label" or "p" ? TitleWeights.Control : 0;
        return score;
    }

    private static double LengthScore(double average) => average switch
    {
        < 4 => TitleWeights.TinyText,
        < 9 => 0,
        < 15 => TitleWeights.ShortText,
        <= 110 => TitleWeights.UsualText,
        <= 160 => TitleWeights.LongText,
        _ => TitleWeights.TooLongText,
    };
}
